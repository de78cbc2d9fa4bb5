using System.Collections.Immutable;
using Casus.Core.Checking.Timing;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Lifecycle;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Life;

/// <summary>An end or a suspension that an allegation, one source, or one party's body brings about.</summary>
internal sealed class EndedByAllegation : Rule
{
    public override string Code => "CAS3802";
    public override string Title => "A guarantee that an allegation can end";
    public override RuleGroup Group => RuleGroup.Life;

    public override string Why =>
        "Whoever wants the guarantee gone needs only the event that ends it, or the word that it happened. Who finds it, "
        + "and whom that finder depends on, decides whether the guarantee can be lost by a staged incident.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var rule in text.Agreement.Life.Ends.Where(rule => rule.Stands))
        {
            var target = rule.Article is null ? "the whole agreement" : $"Article {rule.Article}";
            var what = rule.Kind switch
            {
                EndKind.Suspended => $"suspends {target}",
                EndKind.Void => $"makes {target} void",
                _ => $"ends {target}",
            };
            foreach (var seen in rule.When.SelectMany(condition => Weak(text, condition, 0)).Distinct().Take(4))
            {
                yield return At(
                    text.SpanOf(rule.Clause),
                    $"{seen.Why}: that {what}.",
                    seen.Found ? "... when Commission and Council have found it" : "... is established and attributed"
                );
            }
        }
    }

    private static IEnumerable<(string Why, bool Found)> Weak(CheckedText text, Condition condition, int depth)
    {
        switch (condition)
        {
            case Condition.Or either when depth < 8:
                return either.Parts.SelectMany(part => Weak(text, part, depth + 1));
            case Condition.And both when depth < 8:
                // All must hold: it is as strong as its strongest part.
                var parts = both.Parts.Select(part => Weak(text, part, depth + 1).ToList()).ToList();
                return parts.Count > 0 && parts.TrueForAll(part => part.Count > 0) ? parts[0] : [];
            case Condition.Held held:
                return OfAct(text, held.Act);
            case Condition.OpenTextured open:
                return [($"Nobody is named to find whether `{open.Text}`, so an allegation may do", false)];
            case Condition.Of or Condition.Count or Condition.Spread or Condition.OnDays or Condition.Series:
                return TriggerPatterns.Of(text, condition).SelectMany(pattern => OfPattern(text, pattern)).Take(1);
            default:
                return [];
        }
    }

    private static IEnumerable<(string, bool)> OfPattern(CheckedText text, IncidentPattern pattern)
    {
        if (!pattern.Predicates.IsEmpty)
        {
            yield break;
        }
        if (!pattern.Attributed && !pattern.Established)
        {
            yield return ($"A report of `{pattern.Name}` is enough, whoever makes it", false);
            yield break;
        }
        if (pattern.Attributed ? text.Agreement.Attributed is null : text.Agreement.Established is null)
        {
            var word = pattern.Attributed ? "attributed" : "established";
            yield return ($"A report is enough, since no sentence says when an incident is {word}", false);
            yield break;
        }
        var finders =
            pattern.Attributed ? text.Agreement.Attributed?.By ?? []
            : text.Agreement.Established is { Sources: null } established ? established.VerifiedBy
            : [];
        if (OfFinder(text, finders) is { } one)
        {
            yield return one;
        }
        else if (!pattern.Attributed && text.Agreement.Established is { Sources: 1 })
        {
            yield return ("One source is enough", true);
        }
    }

    private static IEnumerable<(string, bool)> OfAct(CheckedText text, ActPattern act)
    {
        switch (act.Kind)
        {
            case ActKind.Finding:
                return OfFinder(text, act.By) is { } one ? [one] : [];
            case ActKind.Statement or ActKind.Notice:
                return [($"A word of {(act.By.IsEmpty ? "anybody" : string.Join(" or ", act.By))} is enough", false)];
            case ActKind.Performance:
                var who = act.By.IsEmpty ? "" : $" by {string.Join(" or ", act.By)}";
                return [($"Nobody is named to find the act (`{act.Verb}`{who}), so an allegation may do", false)];
            default:
                return [];
        }
    }

    private static (string, bool)? OfFinder(CheckedText text, ImmutableArray<string> finders)
    {
        if (finders is not [var finder])
        {
            return null;
        }
        var chair = text.Agreement.Bodies.FirstOrDefault(body => body.Name == finder)?.Chair;
        return text.Agreement.Parties.Any(party => party.Name == finder)
                ? ($"A finding by {finder}, itself a party, is enough", true)
            : text.Agreement.Parties.FirstOrDefault(party => party.Name == chair) is { } party
                ? (
                    $"One finding of {finder} is enough, and {party.Name}, "
                        + $"{(party.Roles.IsEmpty ? "a party" : $"itself {party.Roles[0]}")}, chairs it",
                    true
                )
            : null;
    }
}
