using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>When the alarm stood, and when it arose: over all its triggers and all their keys.</summary>
internal sealed record AlarmTimeline(ImmutableArray<VerdictStretch> Stretches, ImmutableArray<Moment> Arisings)
{
    /// <summary>In hindsight: of verdicts through time, of rows as they were finally judged, and of acts.</summary>
    public static AlarmTimeline InHindsight(
        Alarm alarm,
        IReadOnlyList<VerdictTimeline> timelines,
        IReadOnlyList<RowVerdict> rows,
        IReadOnlyList<Act> acts,
        Moment horizon
    )
    {
        var stretches = ImmutableArray.CreateBuilder<VerdictStretch>();
        var arisings = ImmutableArray.CreateBuilder<Moment>();
        foreach (var trigger in alarm.Triggers)
        {
            switch (trigger)
            {
                case Trigger.Arises(var condition, var parties):
                    foreach (var timeline in timelines.Where(line => line.Condition == condition))
                    {
                        if (HypotheticalDuties.IsOf(timeline.Key, parties))
                        {
                            stretches.AddRange(timeline.Stretches);
                            arisings.AddRange(timeline.Runs().Where(run => run.Arose is not null).Select(r => r.Arose!.Value));
                        }
                    }
                    break;
                case Trigger.Incident(var pattern):
                    foreach (var judged in rows.Where(judged => judged.Pattern == pattern))
                    {
                        stretches.Add(At(judged.Verdict, judged.Row.Occurred.To));
                        if (judged.Verdict == Verdict.Met)
                        {
                            arisings.Add(judged.Row.Occurred.To);
                        }
                    }
                    break;
                case Trigger.Acted(var pattern):
                    foreach (var act in acts.Where(act => HypotheticalDuties.Matches(act, pattern)))
                    {
                        stretches.Add(At(Verdict.Met, act.At));
                        arisings.Add(act.At);
                    }
                    break;
                case Trigger.OpenTextured:
                    stretches.Add(new VerdictStretch(Verdict.Undetermined, Moment.Never, horizon.Plus(1)));
                    break;
                default:
                    break;
            }
        }
        return new AlarmTimeline(stretches.ToImmutable(), arisings.ToImmutable());
    }

    private static VerdictStretch At(Verdict verdict, Moment moment) => new(verdict, moment, moment.Plus(1));
}

/// <summary>How a row finally stood under a pattern: met or undetermined.</summary>
internal sealed record RowVerdict(int Pattern, IncidentRow Row, Verdict Verdict);
