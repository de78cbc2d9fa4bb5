using Casus.Analysis.Diff;
using Casus.Tests.Binding;

namespace Casus.Tests.Diff;

/// <summary>Two drafts of one small text: one sentence of it is another in the second.</summary>
internal static class DraftPairs
{
    /// <summary>A ceasefire with two grades, three kinds of duty, a decision and a life.</summary>
    public const string Base = """
        Article 1 "Peace".
          Ukraine and Russia shall not commit an attack into Buffer.
        Article 2 "Facts".
          An incident is established when Commission has verified it,
            or when at least 2 independent sources have reported it within 48 hours of each other.
          An incident is attributed when Commission has attributed it with at least low confidence.
          A violation means a breach of Article 1 that is established and attributed.
          A flare means at least 3 violations by one party in one sector within any 24 hours.
          A run means violations by one party with gaps of at most 2 days.
        Article 3 "Response".
          On a flare by Russia:
            each member of Coalition shall give 100 personnel to Ukraine within 48 hours;
            Germany shall assist Ukraine within 10 days.
          On a run by Russia:
            Commission shall report the violation within 24 hours;
            Poland may assist Ukraine.
          On a request by Ukraine:
            the guarantors decide on assistance by two thirds of guarantors, within 3 days;
            if the decision carries, then France shall assist Ukraine within 5 days.
        Article 4 "Life".
          This agreement enters into force when Ukraine, Russia, France, Poland and Germany have signed it.
          This agreement lasts 10 years after entry into force.
          Germany may withdraw with 6 months' notice to the depositary.

        """;

    /// <summary>What is replaced by what; all else stays.</summary>
    public static IReadOnlyDictionary<string, (string Old, string New)> Changes { get; } =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["threshold"] = ("at least 3 violations", "at least 5 violations"),
            ["window"] = ("within any 24 hours", "within any 12 hours"),
            ["gap"] = ("gaps of at most 2 days", "gaps of at most 4 days"),
            ["deadline"] = ("within 48 hours;", "within 24 hours;"),
            ["bearer"] = ("Germany shall assist", "Germany and Poland shall assist"),
            ["force"] = ("Germany shall assist", "Germany may assist"),
            ["amount"] = ("100 personnel", "150 personnel"),
            ["scope"] = ("commit an attack into", "commit heavy fire into"),
            ["zone"] = ("within 15 km of", "within 20 km of"),
            ["sources"] = ("at least 2 independent", "at least 3 independent"),
            ["confidence"] = ("at least low confidence", "at least high confidence"),
            ["exception"] = (
                "attack into Buffer.",
                "attack into Buffer, except self-defence: within 6 hours after an attack on it."
            ),
            ["vote"] = ("two thirds of", "three quarters of"),
            ["term"] = ("lasts 10 years", "lasts 5 years"),
            ["notice"] = ("6 months'", "3 months'"),
            ["clock"] = ("within 10 days.", "within 10 days after the first violation."),
            ["removed"] = ("    Commission shall report the violation within 24 hours;\n", ""),
            ["added"] = (
                "    Poland may assist Ukraine.",
                "    Poland may assist Ukraine;\n    France shall warn Russia within 2 days."
            ),
            ["renamed term"] = ("flare", "burst"),
            ["renamed party"] = ("Germany", "Spain"),
            ["renumbered"] = (
                "  Ukraine and Russia shall not commit",
                "  Russia shall release \"prisoners\".\n  Ukraine and Russia shall not commit"
            ),
            ["reworded"] = ("each member of Coalition shall", "France and Poland shall"),
            ["unit of a window"] = ("within any 24 hours", "within any 1 day"),
        };

    public static DiffResult Of(string name)
    {
        var (old, now) = Changes[name];
        var text = Texts.Heading + Base;
        return Between(text, text.Replace(old, now, StringComparison.Ordinal));
    }

    public static DiffResult Between(string old, string now) => AgreementDiff.Of(Texts.Whole(old), Texts.Whole(now));
}
