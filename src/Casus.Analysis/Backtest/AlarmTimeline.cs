using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// A stretch [From, To) of one verdict; To is <see cref="Moment.Forever"/> where it still stands at the horizon.
/// </summary>
internal readonly record struct VerdictStretch(Verdict Verdict, Moment From, Moment To);

/// <summary>When the alarm stood, and when it arose: over all its triggers and all their keys.</summary>
internal sealed record AlarmTimeline(ImmutableArray<VerdictStretch> Stretches, ImmutableArray<Moment> Arisings)
{
    /// <summary>On the axis of acts, by the whole record.</summary>
    /// <param name="acts">Those that lie in the life.</param>
    public static AlarmTimeline InHindsight(Alarm alarm, ListeningConditions conditions, ImmutableArray<Act> acts)
    {
        var stretches = ImmutableArray.CreateBuilder<VerdictStretch>();
        var arisings = ImmutableArray.CreateBuilder<Moment>();
        foreach (var trigger in alarm.Triggers)
        {
            switch (trigger)
            {
                case Trigger.Arises(var condition, var parties):
                    foreach (var timeline in Timelines(conditions, condition, parties))
                    {
                        stretches.AddRange(StretchesOf(timeline));
                        arisings.AddRange(timeline.Runs.Select(run => run.Arose).OfType<Moment>());
                    }
                    break;
                case Trigger.Incident(var pattern):
                    foreach (var row in conditions.Rows.Where(row => row.Pattern == pattern))
                    {
                        stretches.Add(At(row.Now, row.Row.Occurred.To));
                        if (row.Now == Verdict.Met)
                        {
                            arisings.Add(row.Row.Occurred.To);
                        }
                    }
                    break;
                default:
                    AddFactual(trigger, acts, act => act.At, stretches, arisings);
                    break;
            }
        }
        return new AlarmTimeline(stretches.ToImmutable(), arisings.ToImmutable());
    }

    /// <summary>
    /// On the axis of knowledge: from when an arising was announced until its lapse was. Arisings are those announced,
    /// at the instants at which they were so, those that were merged into another left out; what was undetermined is
    /// taken from hindsight.
    /// </summary>
    public static AlarmTimeline AsKnown(
        Alarm alarm,
        ListeningConditions conditions,
        ImmutableArray<Act> acts,
        AlarmTimeline hindsight
    )
    {
        var stretches = ImmutableArray.CreateBuilder<VerdictStretch>();
        var arisings = ImmutableArray.CreateBuilder<Moment>();
        stretches.AddRange(hindsight.Stretches.Where(stretch => stretch.Verdict == Verdict.Undetermined));
        foreach (var trigger in alarm.Triggers)
        {
            switch (trigger)
            {
                case Trigger.Arises(var condition, var parties):
                    AddAnnounced(conditions.Changes, condition, parties, stretches, arisings);
                    break;
                case Trigger.Incident(var pattern):
                    foreach (var row in conditions.Rows.Where(row => row.Pattern == pattern && row.Now == Verdict.Met))
                    {
                        stretches.Add(At(Verdict.Met, row.KnownAt));
                        arisings.Add(row.Row.Occurred.To);
                    }
                    break;
                default:
                    AddFactual(trigger, acts, act => act.KnownAt, stretches, arisings);
                    break;
            }
        }
        return new AlarmTimeline(stretches.ToImmutable(), arisings.ToImmutable());
    }

    public static IEnumerable<ConditionTimeline> Timelines(
        ListeningConditions conditions,
        int condition,
        ImmutableArray<string> parties
    ) => conditions.Hindsight.Where(timeline => timeline.Condition == condition && IsOf(timeline.Key, parties));

    private static bool IsOf(ConditionKey key, ImmutableArray<string> parties) =>
        parties.IsDefaultOrEmpty || parties.Contains(key.Party);

    private static void AddAnnounced(
        IReadOnlyList<GradeChange> changes,
        int condition,
        ImmutableArray<string> parties,
        ImmutableArray<VerdictStretch>.Builder stretches,
        ImmutableArray<Moment>.Builder arisings
    )
    {
        var own = changes.Where(change => change.Condition == condition && IsOf(change.Key, parties));
        foreach (var run in AnnouncedRun.Of(own))
        {
            stretches.AddRange(run.Known.Select(known => new VerdictStretch(Verdict.Met, known.From, known.To)));
            if (!run.Merged)
            {
                arisings.Add(run.Arose);
            }
        }
    }

    private static void AddFactual(
        Trigger trigger,
        ImmutableArray<Act> acts,
        Func<Act, Moment> when,
        ImmutableArray<VerdictStretch>.Builder stretches,
        ImmutableArray<Moment>.Builder arisings
    )
    {
        switch (trigger)
        {
            case Trigger.Acted(var pattern):
                foreach (var act in acts.Where(act => ActRecord.Triggers(act, pattern)))
                {
                    stretches.Add(At(Verdict.Met, when(act)));
                    arisings.Add(act.At);
                }
                break;
            case Trigger.OpenTextured:
                stretches.Add(new VerdictStretch(Verdict.Undetermined, Moment.Never, Moment.Forever));
                break;
            default:
                break;
        }
    }

    private static IEnumerable<VerdictStretch> StretchesOf(ConditionTimeline timeline)
    {
        for (var i = 0; i < timeline.Segments.Length; i++)
        {
            var (from, verdict) = timeline.Segments[i];
            if (verdict != Verdict.NotMet)
            {
                var to = i + 1 < timeline.Segments.Length ? timeline.Segments[i + 1].From : Moment.Forever;
                yield return new VerdictStretch(verdict, from, to);
            }
        }
    }

    private static VerdictStretch At(Verdict verdict, Moment moment) => new(verdict, moment, moment.Plus(1));
}
