using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// A run of a condition as it was announced (S10). Nothing that was announced is taken back: a bound that moves makes
/// the run wider and never narrower, and a run that was withdrawn was one until then.
/// </summary>
internal sealed class AnnouncedRun
{
    private readonly List<(Moment From, Moment To)> known = [];

    private AnnouncedRun(GradeChange arising)
    {
        Condition = arising.Condition;
        Key = arising.Key;
        Arose = arising.At ?? arising.ArisingAt;
        From = Arose;
        known.Add((arising.KnownAt, Moment.Forever));
    }

    public int Condition { get; }
    public ConditionKey Key { get; }

    /// <summary>The arising as it was first announced.</summary>
    public Moment Arose { get; }

    /// <summary>The earliest arising that was announced of it.</summary>
    public Moment From { get; private set; }

    /// <summary>The latest lapse that was announced of it; <see cref="Moment.Forever"/> while none is.</summary>
    public Moment To { get; private set; } = Moment.Forever;

    /// <summary>It was found to be one with another announced run.</summary>
    public bool Merged { get; private set; }

    /// <summary>
    /// When it was known to stand: from the announcement of its arising until that of its end, [From, To).
    /// </summary>
    public IReadOnlyList<(Moment From, Moment To)> Known => known;

    /// <summary>The runs that changes announced, in the order of their announcement.</summary>
    public static IReadOnlyList<AnnouncedRun> Of(IEnumerable<GradeChange> changes)
    {
        var all = new List<AnnouncedRun>();
        var named = new Dictionary<(int, ConditionKey, Moment), List<AnnouncedRun>>();
        List<AnnouncedRun> Named(GradeChange change, Moment arising)
        {
            var name = (change.Condition, change.Key, arising);
            return named.TryGetValue(name, out var runs) ? runs : named[name] = [];
        }
        foreach (var change in changes)
        {
            if (change.Kind == EffectKind.Arose)
            {
                all.Add(new AnnouncedRun(change));
                Named(change, all[^1].Arose).Add(all[^1]);
                continue;
            }
            // A run split off from an announced one is not announced itself.
            var runs = Named(change, change.ArisingAt);
            if (runs.Count == 0)
            {
                continue;
            }
            // Where two bear one name, the younger took it in this very judgement, and the elder is merged into it.
            var goes = change.Kind is EffectKind.Merged or EffectKind.Withdrawn;
            var run = goes ? runs[0] : runs[^1];
            if (goes || change is { Kind: EffectKind.Revised, OfEnd: false })
            {
                runs.Remove(run);
            }
            run.Take(change);
            if (change is { Kind: EffectKind.Revised, OfEnd: false, At: { } moved })
            {
                Named(change, moved).Add(run);
            }
        }
        return all;
    }

    private bool Stands => known[^1].To == Moment.Forever;

    private void Take(GradeChange change)
    {
        switch (change.Kind)
        {
            case EffectKind.Merged or EffectKind.Withdrawn:
                Merged |= change.Kind == EffectKind.Merged;
                if (Stands)
                {
                    End(change.KnownAt, change.KnownAt);
                }
                break;
            case EffectKind.Revised when !change.OfEnd:
                From = Moment.Min(From, change.At ?? From);
                break;
            case EffectKind.Revised when change.At is null:
                To = Moment.Forever;
                known.Add((change.KnownAt, Moment.Forever));
                break;
            default:
                End(change.At ?? change.KnownAt, change.KnownAt);
                break;
        }
    }

    private void End(Moment at, Moment knownAt)
    {
        if (Stands)
        {
            // An arising that is known only when it has passed was still an alarm when it became known.
            var since = known[^1].From;
            known[^1] = (since, Moment.Max(knownAt, since.Plus(1)));
            To = at;
        }
        else if (To != Moment.Forever)
        {
            To = Moment.Max(To, at);
        }
    }
}
