using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Reports.Model.Building;

/// <summary>When each grade stood, for each party and sector: by the whole record, and as it was announced.</summary>
internal sealed class LaneBuilder(BacktestResult result, EffectSelection effects)
{
    private readonly Agreement agreement = result.Agreement;

    public ImmutableArray<GradeLane> Build()
    {
        var grades = new Dictionary<int, int>();
        for (var condition = 0; condition < agreement.Conditions.Length; condition++)
        {
            if (agreement.Conditions[condition] is { IsGrade: true, Stands: true })
            {
                grades.Add(condition, grades.Count);
            }
        }
        var lanes = ImmutableArray.CreateBuilder<GradeLane>();
        lanes.AddRange(Announced(grades));
        foreach (var timeline in result.Detail.Timelines.Where(timeline => grades.ContainsKey(timeline.Condition)))
        {
            var name = agreement.Conditions[timeline.Condition].Name!;
            var stretches = Stretches(timeline, name);
            if (!stretches.IsEmpty)
            {
                lanes.Add(Lane(grades[timeline.Condition], timeline.Key, hindsight: true, stretches));
            }
        }
        return lanes.ToImmutable();
    }

    private static GradeLane Lane(int grade, ConditionKey key, bool hindsight, ImmutableArray<VerdictSpan> stretches) =>
        new(grade, Party(key), Sector(key), hindsight, stretches);

    private static string? Party(ConditionKey key) => key.Party == ConditionKey.AnyParty ? null : key.Party;

    private static int? Sector(ConditionKey key) => key.Sector == 0 ? null : key.Sector;

    private ImmutableArray<VerdictSpan> Stretches(ConditionTimeline timeline, string grade)
    {
        var stretches = ImmutableArray.CreateBuilder<VerdictSpan>();
        var end = result.Horizon.Second;
        for (var i = 0; i < timeline.Segments.Length; i++)
        {
            var (from, verdict) = timeline.Segments[i];
            var to = i + 1 < timeline.Segments.Length ? timeline.Segments[i + 1].From.Second : end;
            if (verdict == Verdict.NotMet || to <= from.Second)
            {
                continue;
            }
            var isMet = verdict == Verdict.Met;
            var seq = isMet
                ? effects.ArisingOf(grade, Party(timeline.Key), Sector(timeline.Key), from.Second, View.Hindsight)
                : null;
            stretches.Add(new VerdictSpan(from.Second, Math.Min(to, end), isMet, seq));
        }
        return stretches.ToImmutable();
    }

    /// <summary>From when an arising was announced until its end was: on the axis of knowledge.</summary>
    private IEnumerable<GradeLane> Announced(Dictionary<int, int> grades) =>
        from stretch in result.Detail.Announced
        where grades.ContainsKey(stretch.Condition)
        group stretch by (stretch.Condition, stretch.Key) into runs
        orderby runs.Key.Condition, runs.Key.Key.Party, runs.Key.Key.Sector
        select Lane(
            grades[runs.Key.Condition],
            runs.Key.Key,
            hindsight: false,
            [.. runs.Select(Stretch).OrderBy(stretch => (stretch.From, stretch.To))]
        );

    private VerdictSpan Stretch(AnnouncedStretch run)
    {
        var name = agreement.Conditions[run.Condition].Name!;
        var end = Math.Max(run.From.Second + 1, Moment.Min(run.To, result.Horizon).Second);
        var seq = effects.ArisingOf(name, Party(run.Key), Sector(run.Key), run.Arose.Second, View.AsKnown);
        return new VerdictSpan(run.From.Second, end, Met: true, seq);
    }
}
