using System.Collections.Immutable;
using Casus.Core.Norms;
using Casus.Core.Procedures;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Timing;

/// <summary>A step before a duty: what is done in it, how long it may take, and where it is said.</summary>
internal readonly record struct LadderStep(string Clause, string What, Delay Takes);

/// <summary>
/// The times of the steps of a block, all counted from the first act that its trigger rests on, where everybody takes
/// the time that the text allows.
/// </summary>
internal sealed class Ladder
{
    /// <summary>Steps that lead back to themselves are followed no further than this.</summary>
    private const int Longest = 16;

    private readonly CheckedText text;
    private readonly ArisingTimes arising;
    private readonly ILookup<(int Block, string Verb), StatedNorm> duties;
    private readonly Dictionary<string, (Procedure Procedure, ClauseSyntax Syntax)> decisions = new(
        StringComparer.Ordinal
    );

    public Ladder(CheckedText text)
    {
        this.text = text;
        arising = new ArisingTimes(text);
        duties = text
            .Norms.Where(stated => stated.Norm is { IsDuty: true, Block: not null, IsFallback: false })
            .ToLookup(stated => (stated.Norm.Block!.Value, stated.Norm.Verb));
        foreach (var decision in text.Decisions)
        {
            decisions.TryAdd(decision.Procedure.Clause, decision);
        }
    }

    /// <summary>From the first act until the block is set going; null where no act sets it going.</summary>
    public Delay? Arises(Norm norm) => text.BlockOf(norm) is { } block ? arising.Of(block) : null;

    public Delay? Arises(Procedure procedure) => text.BlockOf(procedure) is { } block ? arising.Of(block) : null;

    /// <summary>When the duty comes to be owed; null where that cannot be told from the first act.</summary>
    public Delay? Begins(Norm norm) => Begins(norm, 0);

    private Delay? Begins(Norm norm, int depth) =>
        norm switch
        {
            { Branch: { } branch } => Closes(branch.Procedure, depth),
            { AsFrom: { } from, Block: { } block } => At(from, block, depth),
            _ => Arises(norm),
        };

    /// <summary>When the duty is due; null where that cannot be told from the first act.</summary>
    public Delay? Ends(StatedNorm stated) => Ends(stated, 0);

    /// <summary>The instant that a deadline runs from.</summary>
    public Delay? Start(Deadline deadline, int? block) => block is { } index ? At(deadline.From, index, 0) : null;

    /// <summary>The steps that lead to a branch, the last one last.</summary>
    public ImmutableArray<LadderStep> StepsTo(Norm norm)
    {
        var steps = ImmutableArray.CreateBuilder<LadderStep>();
        var next = norm.Branch?.Procedure;
        while (next is not null && steps.Count < Longest && decisions.TryGetValue(next, out var decision))
        {
            var (procedure, syntax) = decision;
            next = procedure.Branch?.Procedure;
            if (procedure.Deadline is not { } deadline)
            {
                steps.Insert(0, new LadderStep(procedure.Clause, "to decide", Delay.Unlimited));
                continue;
            }
            steps.Insert(
                0,
                new LadderStep(procedure.Clause, "to decide", StatedLengths.Of(text, syntax, deadline.Length))
            );
            if (deadline.From is Point.OfAct anchor && DutyOf(anchor, procedure.Block ?? -1) is { } before)
            {
                var takes = before.Norm.Deadline is { } own
                    ? StatedLengths.Of(text, before.Syntax, own.Length)
                    : Delay.Unlimited;
                steps.Insert(0, new LadderStep(before.Norm.Clause, $"to {before.Norm.Verb}", takes));
            }
        }
        return steps.ToImmutable();
    }

    /// <summary>The duty of that verb in the block: of `the consultation` the one to consult.</summary>
    public StatedNorm? DutyOf(Point.OfAct anchor, int block) =>
        duties[(block, anchor.Act.Verb)].Select(stated => (StatedNorm?)stated).FirstOrDefault();

    private Delay? At(Point point, int block, int depth) =>
        point switch
        {
            _ when depth > Longest || block < 0 || block >= text.Agreement.Blocks.Length => null,
            Point.FirstAct => Delay.None,
            Point.TriggerAct or Point.AsKnown => arising.Of(text.Agreement.Blocks[block]),
            Point.TriggerEstablished or Point.TriggerAttributed => arising.Of(text.Agreement.Blocks[block]) is { } least
                ? new Delay(least.Least, null)
                : null,
            Point.OfAct anchor => DutyOf(anchor, block) is { } duty ? Ends(duty, depth + 1) : null,
            Point.OutcomeOf outcome => Closes(outcome.Procedure, depth + 1),
            Point.Offset { Before: false } offset => At(offset.From, block, depth + 1)?.Then(Delay.Of(offset.Length)),
            _ => null,
        };

    private Delay? Ends(StatedNorm stated, int depth)
    {
        if (stated.Norm is not { Block: { } block } norm)
        {
            return null;
        }
        if (norm.Deadline is not { IsPoint: false } deadline)
        {
            return Begins(norm, depth + 1) is { } begins ? new Delay(begins.Least, null) : null;
        }
        var from =
            deadline.From is Point.AsKnown && norm.Branch is { } branch
                ? Closes(branch.Procedure, depth + 1)
                : At(deadline.From, block, depth + 1);
        return from?.Then(StatedLengths.Of(text, stated.Syntax, deadline.Length));
    }

    private Delay? Closes(string clause, int depth)
    {
        if (
            depth > Longest
            || !decisions.TryGetValue(clause, out var decision)
            || decision.Procedure is not { Block: { } block } procedure
        )
        {
            return null;
        }
        if (procedure.Deadline is not { } deadline)
        {
            return Arises(procedure) is { } arises ? new Delay(arises.Least, null) : null;
        }
        var opens =
            deadline.From is Point.AsKnown && procedure.Branch is { } branch
                ? Closes(branch.Procedure, depth + 1)
                : At(deadline.From, block, depth + 1);
        return opens?.Then(StatedLengths.Of(text, decision.Syntax, deadline.Length));
    }
}
