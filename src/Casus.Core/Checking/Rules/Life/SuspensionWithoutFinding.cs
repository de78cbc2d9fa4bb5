using Casus.Core.Checking.Timing;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Life;

/// <summary>A power of one party to suspend, for which nothing must have been found.</summary>
internal sealed class SuspensionWithoutFinding : Rule
{
    public override string Code => "CAS3809";
    public override string Title => "Suspension by one party without a finding";
    public override RuleGroup Group => RuleGroup.Life;

    public override string Why =>
        "One government's word stops the clocks of all, for as long as it likes: a withdrawal without notice.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var rights = text
            .Agreement.Life.Suspensions.Where(right => right.Stands)
            .Select(right => right.Clause)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var stated in text.Norms)
        {
            var norm = stated.Norm;
            if (
                norm is not { Kind: NormKind.Permission, Verb: "suspend" }
                || !rights.Contains(norm.Clause)
                || (norm.Bearers.Mode == BearerMode.Jointly && norm.Bearers.Actors.Names.Length > 1)
                || norm.Branch is not null
                || NeedsFinding(norm.OnlyIf, 0)
                || (text.BlockOf(norm) is { } block && NeedsFinding(text, block))
            )
            {
                continue;
            }
            var names = norm.Bearers.Actors.Names;
            var who = names.Length == 1 ? names[0] : $"Each of {names.Length}";
            yield return At(
                stated.Syntax.Span,
                $"{who} may suspend by its own word; nothing must have been found.",
                "... if Commission has found a breach"
            );
        }
    }

    private static bool NeedsFinding(CheckedText text, Block block) =>
        block.Triggers.Any(trigger => trigger is Trigger.Acted { Act.Kind: ActKind.Finding })
        || TriggerPatterns.Of(text, block).Any(pattern => pattern.Established || pattern.Attributed);

    private static bool NeedsFinding(Condition? condition, int depth) =>
        condition switch
        {
            Condition.Held held => held.Act.Kind == ActKind.Finding,
            Condition.And both when depth < 8 => both.Parts.Any(part => NeedsFinding(part, depth + 1)),
            Condition.Or either when depth < 8 => either.Parts.All(part => NeedsFinding(part, depth + 1)),
            Condition.Decided => true,
            _ => false,
        };
}
