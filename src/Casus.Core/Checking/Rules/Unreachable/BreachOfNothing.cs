using Casus.Core.Conditions;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Unreachable;

/// <summary>
/// A breach of sentences that forbid nothing which could be seen, or of a party that they do not bind.
/// </summary>
internal sealed class BreachOfNothing : Rule
{
    public override string Code => "CAS3102";
    public override string Title => "A breach that nobody can commit";
    public override RuleGroup Group => RuleGroup.Unreachable;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "A breach needs a sentence that forbids, and somebody whom it binds: without both what waits for it never comes.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (pattern, parties, place) in Asked(text))
        {
            if (pattern.BreachOf.IsEmpty)
            {
                continue;
            }
            var norms = pattern
                .BreachOf.Where(index => index < text.Agreement.Norms.Length)
                .Select(index => text.Agreement.Norms[index])
                .Where(norm => norm.Stands)
                .ToList();
            var seen = norms.Where(norm => norm.Contrary is not null).ToList();
            var by = parties.Count > 0 ? parties : pattern.By?.Names.ToList() ?? [];
            if (seen.Count == 0)
            {
                yield return At(
                    place,
                    $"`{pattern.Name}`: {Clauses(norms)} {(norms.Count == 1 ? "forbids" : "forbid")} nothing that a row of "
                        + "incidents can show.",
                    "Ukraine and Russia shall not commit an attack from or into Buffer."
                );
            }
            else if (by.Count > 0 && !seen.Exists(norm => norm.Bearers.Actors.Names.Any(by.Contains)))
            {
                yield return At(
                    place,
                    $"{Wording.And(by)} {Wording.For(by, "is", "are")} bound by none of what could be breached here: "
                        + $"{Clauses(seen)} {(seen.Count == 1 ? "binds" : "bind")} {Bound(seen)}.",
                    $"{Wording.And(by)} shall not ..."
                );
            }
        }
        foreach (var finding in OfNothing(text))
        {
            yield return finding;
        }
    }

    /// <summary>`breach of Article 4`, where Article 4 has no sentence that forbids or keeps.</summary>
    private static IEnumerable<Finding> OfNothing(CheckedText text)
    {
        var forbidding = text
            .Norms.Where(stated => stated.Norm.Kind is NormKind.Refrain or NormKind.Keep)
            .Select(stated => stated.Norm)
            .ToLookup(norm => norm.Article, StringComparer.Ordinal);
        foreach (var simple in text.Phrases.Simples)
        {
            if (simple.Term is not [{ Value: "breach" or "breaches" }] || simple.Of.IsEmpty)
            {
                continue;
            }
            var references = simple
                .Of.Select(of => of.TermNumber?.Text ?? of.Quantity?.Number?.Text)
                .OfType<string>()
                .ToList();
            if (
                references.Count == simple.Of.Length
                && !references.Exists(reference => Binds(forbidding[reference.Split('.', 2)[0]], reference))
            )
            {
                yield return At(
                    simple.Span,
                    $"{Wording.And([.. simple.Of.Select(of => of.WordsText())])} forbids nothing, so `{simple.WordsText()}` "
                        + "says nothing of the act.",
                    "a breach of Article 1"
                );
            }
        }
    }

    private static bool Binds(IEnumerable<Norm> norms, string reference) =>
        norms.Any(norm => Binding.ReferenceBinder.Covers(reference, norm.Clause, norm.Article));

    /// <summary>The pattern of each trigger and of each definition, and of whom it is asked.</summary>
    private static IEnumerable<(IncidentPattern Pattern, List<string> Parties, TextSpan Place)> Asked(CheckedText text)
    {
        foreach (var block in text.Agreement.Blocks.Where(block => block.Stands))
        {
            var events = text.ProvisionOf(block.Clause)?.Sentence.Body as BlockSyntax;
            foreach (var (index, trigger) in block.Triggers.Index())
            {
                var place =
                    events is not null && index < events.Events.Length
                        ? events.Events[index].Span
                        : text.SpanOf(block.Clause);
                if (trigger is Trigger.Incident incident)
                {
                    yield return (text.Agreement.Patterns[incident.Pattern], [], place);
                }
                else if (
                    trigger is Trigger.Arises { Parties.IsEmpty: false } arises
                    && Leaf(text, arises.Condition) is { } leaf
                )
                {
                    yield return (text.Agreement.Patterns[leaf], [.. arises.Parties], place);
                }
            }
        }
    }

    private static int? Leaf(CheckedText text, int index) =>
        text.Agreement.Conditions[index].Condition switch
        {
            Condition.Count count => count.Pattern,
            Condition.Series series => series.Pattern,
            Condition.Of of => Leaf(text, of.Condition),
            Condition.Spread spread => Leaf(text, spread.Condition),
            Condition.OnDays days => Leaf(text, days.Condition),
            Condition.Persists persists => Leaf(text, persists.Condition),
            _ => null,
        };

    private static string Clauses(IEnumerable<Norm> norms) =>
        Wording.And([.. norms.Select(norm => norm.Clause).Distinct(StringComparer.Ordinal).Take(4)]);

    private static string Bound(IEnumerable<Norm> norms) =>
        Wording.And([.. norms.SelectMany(norm => norm.Bearers.Actors.Names).Distinct(StringComparer.Ordinal)]);
}
