using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Logic;

/// <summary>
/// Whatever one sentence forbids another forbids already, to the same parties, wherever and whenever.
/// </summary>
internal sealed class RedundantNorm : Rule
{
    // A text that says one thing more often than this is told so often enough.
    private const int Compared = 32;

    public override string Code => "CAS3901";
    public override string Title => "A sentence wholly within another";
    public override RuleGroup Group => RuleGroup.Logic;
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "What is said twice is changed once: after an amendment of one of them the two differ, and each side cites its own.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var implication = new Implication(text.Agreement);
        var watched = text
            .Norms.Where(stated => stated.Norm.Contrary is not null && stated.Norm.Block is null)
            .ToList();
        var wide = new Dictionary<string, List<StatedNorm>>(StringComparer.Ordinal);
        foreach (var stated in watched.Where(stated => IsPlain(text, stated.Norm)))
        {
            foreach (var conduct in PatternOf(text, stated).Conducts)
            {
                if (!wide.TryGetValue(conduct, out var list))
                {
                    wide[conduct] = list = [];
                }
                if (list.Count < Compared)
                {
                    list.Add(stated);
                }
            }
        }
        var counted = text.Agreement.Patterns.SelectMany(pattern => pattern.BreachOf).ToHashSet();
        foreach (var narrow in watched)
        {
            if (
                PatternOf(text, narrow).Conducts.FirstOrDefault() is { } conduct
                && wide.SelectMany(pair => IsUnder(text, conduct, pair.Key) ? pair.Value : [])
                    .FirstOrDefault(other => IsWithin(text, implication, narrow, other, counted))
                    is { Norm: not null } found
            )
            {
                yield return At(
                        narrow.Syntax.Span,
                        $"{found.Norm.Clause} already binds {Wording.Subject(narrow.Syntax.Subject)} to all of this."
                    )
                    .With(new RelatedPlace(found.Syntax.Span, $"{found.Norm.Clause} says as much or more."));
            }
        }
    }

    private static bool IsUnder(CheckedText text, string conduct, string other) =>
        text.Agreement.Conduct.IndexOf(conduct) is >= 0 and var row
        && text.Agreement.Conduct.IndexOf(other) is >= 0 and var clause
        && text.Agreement.Conduct.Match(row, clause) == Verdict.Met;

    private static bool IsWithin(
        CheckedText text,
        Implication implication,
        StatedNorm narrow,
        StatedNorm wide,
        HashSet<int> counted
    )
    {
        // Two that say the same: the later one is too many. What a breach is counted of has its use.
        var (own, other) = (PatternOf(text, narrow), PatternOf(text, wide));
        return narrow.Index != wide.Index
            && (!counted.Contains(narrow.Index) || counted.Contains(wide.Index))
            && implication.Rows(own, other)
            && Weapons.AreWithin(narrow.Syntax, wide.Syntax)
            && (narrow.Index > wide.Index || !implication.Rows(other, own))
            && Equals(wide.Norm.AsFrom, wide.Norm.AsFrom is null ? null : narrow.Norm.AsFrom)
            && (narrow.Norm.Article == wide.Norm.Article || !text.Agreement.Life.Ends.Any(Ends));

        bool Ends(Lifecycle.EndRule end) => end.Article == wide.Norm.Article;
    }

    /// <summary>It holds always and for each of its parties: nothing excuses, delays or ends it.</summary>
    private static bool IsPlain(CheckedText text, Norm norm) =>
        norm.Exceptions.IsEmpty
        && norm.Until is null
        && norm.OnlyIf is null
        && norm.SubjectTo.IsEmpty
        && norm.DomesticGate is null
        && !norm.IsFallback
        && !text.Agreement.Riders.Any(rider =>
            !rider.Exceptions.IsEmpty && rider.Of.Any(norm.Bearers.Actors.Names.Contains)
        );

    private static IncidentPattern PatternOf(CheckedText text, StatedNorm stated) =>
        text.Agreement.Patterns[stated.Norm.Contrary!.Value];
}
