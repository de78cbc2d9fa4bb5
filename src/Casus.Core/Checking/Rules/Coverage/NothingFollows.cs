using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>A prohibition whose breach sets nothing going.</summary>
internal sealed class NothingFollows : Rule
{
    public override string Code => "CAS3712";
    public override string Title => "Forbidden, and nothing follows";
    public override RuleGroup Group => RuleGroup.Coverage;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "A breach then changes nothing under the text: nobody owes an answer, and each side answers as it can.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var answered = Answered(text);
        var breaches = answered.SelectMany(pattern => pattern.BreachOf).ToHashSet();
        var left = new List<PatternUse>();
        foreach (
            var stated in text.Norms.Where(stated => stated.Norm is { Kind: NormKind.Refrain, Contrary: not null })
        )
        {
            var contrary = text.Agreement.Patterns[stated.Norm.Contrary!.Value];
            if (!breaches.Contains(stated.Index) && !answered.Exists(pattern => Overlap(text, contrary, pattern)))
            {
                left.Add(
                    new PatternUse(contrary, stated.Norm.Clause, stated.Syntax.Predicate.Span, PatternPurpose.Forbids)
                );
            }
        }
        if (left.Count > 0)
        {
            var clauses = string.Join(", ", left.Select(use => use.Clause).Distinct());
            yield return At(
                left[0].Span,
                $"Nothing follows when {clauses} {(left.Count > 1 ? "are" : "is")} broken: no sentence obliges anybody to answer, or "
                    + "lets anybody decide on an answer.",
                Answer(text, left[0].Clause.Split('.', 2)[0])
            );
        }
    }

    private static string Answer(CheckedText text, string article) =>
        $"On a breach of Article {(article == "0" ? "1" : article)}: "
        + (
            text.PartiesAs("guarantor").Any()
                ? "each guarantor shall assist the victim within 72 hours."
                : "the parties shall jointly consult within 72 hours."
        );

    /// <summary>Patterns whose rows, alone or counted, set going a block in which something is owed.</summary>
    private static List<IncidentPattern> Answered(CheckedText text)
    {
        var owing = text
            .Norms.Where(stated => stated.Norm is { Block: not null, IsDuty: true } or { Kind: NormKind.Permission })
            .Select(stated => stated.Norm.Block)
            .Concat(text.Agreement.Procedures.Where(one => one.Stands).Select(one => one.Block))
            .ToHashSet();
        var found = new List<int>();
        var seen = new HashSet<int>();
        for (var index = 0; index < text.Agreement.Blocks.Length; index++)
        {
            var block = text.Agreement.Blocks[index];
            if (!block.Stands || !owing.Contains(index))
            {
                continue;
            }
            foreach (var trigger in block.Triggers)
            {
                if (trigger is Trigger.Incident incident)
                {
                    found.Add(incident.Pattern);
                }
                else if (trigger is Trigger.Arises arises)
                {
                    Tracked(text, arises.Condition, found, seen);
                }
            }
            if (block.While is { } held)
            {
                Tracked(text, held, found, seen);
            }
        }
        return [.. found.Distinct().Select(pattern => text.Agreement.Patterns[pattern])];
    }

    private static void Tracked(CheckedText text, int index, List<int> found, HashSet<int> seen)
    {
        if (seen.Add(index))
        {
            Inner(text, text.Agreement.Conditions[index].Condition, found, seen);
        }
    }

    private static void Inner(CheckedText text, Condition condition, List<int> found, HashSet<int> seen)
    {
        switch (condition)
        {
            case Condition.Count count:
                found.Add(count.Pattern);
                break;
            case Condition.Series series:
                found.Add(series.Pattern);
                break;
            case Condition.Of of:
                Tracked(text, of.Condition, found, seen);
                break;
            case Condition.Spread spread:
                Tracked(text, spread.Condition, found, seen);
                break;
            case Condition.OnDays days:
                Tracked(text, days.Condition, found, seen);
                break;
            case Condition.Persists persists:
                Tracked(text, persists.Condition, found, seen);
                break;
            case Condition.And all:
                foreach (var part in all.Parts)
                {
                    Inner(text, part, found, seen);
                }
                break;
            case Condition.Or any:
                foreach (var part in any.Parts)
                {
                    Inner(text, part, found, seen);
                }
                break;
            case Condition.Not not:
                Inner(text, not.Part, found, seen);
                break;
        }
    }

    private static bool Overlap(CheckedText text, IncidentPattern contrary, IncidentPattern answered)
    {
        var conduct = text.Agreement.Conduct;
        return contrary.Conducts.Any(one =>
            conduct.IndexOf(one) is >= 0 and var row
            && answered.Conducts.Any(other =>
                conduct.IndexOf(other) is >= 0 and var clause && conduct.AreKin(row, clause)
            )
        );
    }
}
