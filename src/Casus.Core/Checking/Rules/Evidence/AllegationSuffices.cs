using System.Collections.Immutable;
using Casus.Core.Diagnostics;
using Casus.Core.Facts;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>
/// What a party says sets going duties of others that go beyond talking, and no finding is asked for.
/// </summary>
internal sealed class AllegationSuffices : Rule
{
    public override string Code => "CAS3510";
    public override string Title => "An allegation suffices";
    public override RuleGroup Group => RuleGroup.Evidence;
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "Whoever may speak may then set it going, truthfully or not; an adversary can, too, if the words admit it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var starts = text.Norms.Where(Binds).ToLookup(stated => stated.Norm.Block);
        for (var index = 0; index < text.Agreement.Blocks.Length; index++)
        {
            var block = text.Agreement.Blocks[index];
            if (!block.Stands || Said(block.Triggers) is not { } act)
            {
                continue;
            }
            var owed = starts[index]
                .Where(stated => stated.Norm.Bearers.Actors.Names.Any(name => act.By is not [var only] || only != name))
                .ToList();
            if (owed is [var first, ..])
            {
                yield return At(
                    PatternUses.EventOf(text, block),
                    $"A {act.Verb switch { "request" => "request", "state" or "declare" => "statement", _ => "notice" }} by {Who(act)} "
                        + $"suffices: {Bearers(first.Norm)} then shall {first.Norm.Verb} {first.Norm.Object}".TrimEnd()
                        + (owed.Count > 1 ? $", and {owed.Count - 1} more." : ". No sentence asks whether it is true."),
                    "On an attack by Russia that is established and attributed: ..."
                );
            }
        }
    }

    /// <summary>More than to consult, report or warn, and not left to a decision that follows.</summary>
    private static bool Binds(StatedNorm stated) =>
        stated.Norm is { Block: not null, Branch: null, OnlyIf: null, IsProcedural: false, IsDuty: true };

    private static ActPattern? Said(ImmutableArray<Trigger> triggers) =>
        triggers.OfType<Trigger.Acted>().Select(trigger => trigger.Act).FirstOrDefault(IsSaying);

    private static bool IsSaying(ActPattern act) => act.Kind is ActKind.Statement or ActKind.Request or ActKind.Notice;

    private static string Who(ActPattern act) =>
        act.By.IsEmpty ? "anybody" : string.Join(act.All ? ", " : " or ", act.By);

    private static string Bearers(Norm norm) =>
        norm.Bearers switch
        {
            { Actors.Names: [var only] } => only,
            { Mode: BearerMode.Jointly } => $"{norm.Bearers.Actors.Written} jointly",
            _ => $"each {norm.Bearers.Actors.Written}",
        };
}
