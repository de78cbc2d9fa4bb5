using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>What the reference says of a condition, as known: an effect of a grade.</summary>
public sealed record ReferenceEffect(int Condition, ConditionKey Key, EffectKind Kind, Moment? At, Moment KnownAt)
{
    public override string ToString() => $"{Condition} {Key} {Kind} at {At?.ToString() ?? "-"} known {KnownAt}";
}

/// <summary>An undetermined run that has begun, told once.</summary>
public sealed record ReferenceTelling(int Condition, ConditionKey Key, Moment At, Moment KnownAt);

/// <summary>What has been announced of one key, and how a new judgement of it is told (S10).</summary>
internal sealed class Announcements(int condition, ConditionKey key)
{
    private List<Run> announced = [];
    private List<Run> told = [];

    public List<Run> Announced => announced;

    /// <summary>Compares the runs as now judged, in time order, with what was announced.</summary>
    public void Compare(
        IReadOnlyList<Run> runs,
        Moment knownAt,
        List<ReferenceEffect> effects,
        List<ReferenceTelling> tellings
    )
    {
        void Tell(EffectKind kind, Moment? at) => effects.Add(new ReferenceEffect(condition, key, kind, at, knownAt));

        var unclaimed = announced.OrderBy(run => run.Start).ToList();
        var next = new List<Run>();
        foreach (var run in runs.Where(run => run.Arose is not null))
        {
            next.Add(run);
            var overlapping = unclaimed.Where(run.Overlaps).ToList();
            if (overlapping.Count > 0)
            {
                TellChange(overlapping[0], run, Tell);
                foreach (var merged in overlapping.Skip(1))
                {
                    Tell(EffectKind.Merged, merged.Arose);
                }
                unclaimed.RemoveAll(overlapping.Contains);
            }
            else if (!announced.Exists(run.Overlaps))
            {
                Tell(EffectKind.Arose, run.Arose);
                if (run.End is not null)
                {
                    Tell(EffectKind.Lapsed, run.End);
                }
            }
        }
        unclaimed.ForEach(run => Tell(EffectKind.Withdrawn, run.Arose));
        announced = next;
        TellUndetermined(runs, knownAt, tellings);
    }

    private static void TellChange(Run before, Run now, Action<EffectKind, Moment?> tell)
    {
        if (before.Arose != now.Arose)
        {
            tell(EffectKind.Revised, now.Arose);
        }
        if (before.End != now.End)
        {
            tell(before.End is null ? EffectKind.Lapsed : EffectKind.Revised, now.End);
        }
    }

    /// <summary>Told once a run, as long as it lives on, whatever becomes of it.</summary>
    private void TellUndetermined(IReadOnlyList<Run> runs, Moment knownAt, List<ReferenceTelling> tellings)
    {
        var next = runs.Where(run => told.Exists(run.Overlaps)).ToList();
        foreach (var run in runs.Where(run => run.Arose is null).Except(next))
        {
            next.Add(run);
            tellings.Add(new ReferenceTelling(condition, key, run.Start, knownAt));
        }
        told = next;
    }
}
