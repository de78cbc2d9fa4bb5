using Casus.Core.Checking.Timing;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Clocks;

/// <summary>
/// A deadline that runs from an act which counts only once a body has found it, with no time limit for the finding.
/// </summary>
internal sealed class ClockBeforeKnowledge : Rule
{
    public override string Code => "CAS3303";
    public override string Title => "A clock that starts before anyone can know";
    public override RuleGroup Group => RuleGroup.Clocks;

    public override string Why =>
        "The clock runs from the act, and the act counts only once somebody has found it. A finding that comes late "
        + "leaves no time, and whoever delays the finding lets the deadline pass.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var finders = FindersOf(text);
        if (finders.Count == 0)
        {
            yield break;
        }
        var limits = text
            .Norms.Where(stated =>
                stated.Norm is { Deadline: not null, Verb: "verify" or "attribute" or "find" or "establish" }
            )
            .SelectMany(stated => stated.Norm.Bearers.Actors.Names)
            .ToHashSet(StringComparer.Ordinal);
        var free = finders.Where(name => !limits.Contains(name)).ToList();
        if (free.Count == 0)
        {
            yield break;
        }
        foreach (var stated in text.Norms)
        {
            if (
                stated.Norm is { Kind: NormKind.Do, Deadline: { IsPoint: false } deadline }
                && IsAct(deadline.From)
                && text.BlockOf(stated.Norm) is { } block
                && NeedsFinding(text, block) is { } needed
            )
            {
                yield return At(
                    StatedLengths.Within(stated.Syntax)?.Span ?? stated.Syntax.Span,
                    $"The {deadline.Length} run from the act, which counts only when it is {needed}; no sentence says by "
                        + $"when {string.Join(" or ", free)} must find it.",
                    $"within {deadline.Length} after the {NounOf(block)} is "
                        + (needed.EndsWith("attributed", StringComparison.Ordinal) ? "attributed" : "established")
                ) with
                {
                    Fixes = StatedLengths.RunFrom(stated.Syntax, "Let the deadline run from when it is known", ""),
                };
            }
        }
    }

    private static bool IsAct(Point point) =>
        point switch
        {
            Point.FirstAct or Point.TriggerAct => true,
            Point.Offset { From: var from } => IsAct(from),
            _ => false,
        };

    private static string? NeedsFinding(CheckedText text, Block block)
    {
        var patterns = TriggerPatterns.Of(text, block).ToList();
        // Where sources alone can establish it, no body can hold it up.
        var established =
            patterns.Exists(pattern => pattern.Established)
            && text.Agreement.Established is { VerifiedBy.IsEmpty: false, Sources: null };
        var attributed =
            patterns.Exists(pattern => pattern.Attributed) && text.Agreement.Attributed is { By.IsEmpty: false };
        return (established, attributed) switch
        {
            (true, true) => "established and attributed",
            (true, false) => "established",
            (false, true) => "attributed",
            _ => null,
        };
    }

    private static string NounOf(Block block) =>
        block.Written.Contains("attack", StringComparison.OrdinalIgnoreCase) ? "attack" : "violation";

    private static List<string> FindersOf(CheckedText text)
    {
        var names = new List<string>();
        if (text.Agreement.Established is { Sources: null } established)
        {
            names.AddRange(established.VerifiedBy);
        }
        if (text.Agreement.Attributed is { } attributed)
        {
            names.AddRange(attributed.By);
        }
        return [.. names.Distinct(StringComparer.Ordinal)];
    }
}
