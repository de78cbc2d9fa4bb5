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
    private IEnumerable<GradeLane> Announced(Dictionary<int, int> grades)
    {
        var lanes = new SortedDictionary<(int Grade, string Party, int Sector), AnnouncedLane>();
        foreach (var change in result.Detail.Changes.Where(change => grades.ContainsKey(change.Condition)))
        {
            var place = (grades[change.Condition], change.Key.Party, change.Key.Sector);
            if (!lanes.TryGetValue(place, out var lane))
            {
                lanes.Add(place, lane = new AnnouncedLane());
            }
            var name = agreement.Conditions[change.Condition].Name!;
            var seq = change is { Kind: EffectKind.Arose, At: { } at }
                ? effects.ArisingOf(name, Party(change.Key), Sector(change.Key), at.Second, View.AsKnown)
                : null;
            lane.Take(change, seq);
        }
        return
            from lane in lanes
            let stretches = lane.Value.Close(result.Horizon)
            where !stretches.IsEmpty
            select Lane(lane.Key.Grade, new ConditionKey(lane.Key.Party, lane.Key.Sector), hindsight: false, stretches);
    }

    /// <summary>The announced runs of one key; each is known by the instant of its arising.</summary>
    private sealed class AnnouncedLane
    {
        private readonly Dictionary<Moment, (Moment Since, long? Seq)> open = [];
        private readonly List<VerdictSpan> stretches = [];

        public void Take(GradeChange change, long? seq)
        {
            switch (change.Kind)
            {
                case EffectKind.Arose:
                    open[change.ArisingAt] = (change.KnownAt, seq);
                    break;
                case EffectKind.Lapsed or EffectKind.Withdrawn or EffectKind.Merged
                    when open.Remove(change.ArisingAt, out var run):
                    Add(run, change.KnownAt);
                    break;
                default:
                    break;
            }
        }

        public ImmutableArray<VerdictSpan> Close(Moment horizon)
        {
            foreach (var run in open.Values)
            {
                Add(run, horizon);
            }
            return [.. stretches.OrderBy(stretch => (stretch.From, stretch.To))];
        }

        private void Add((Moment Since, long? Seq) run, Moment until) =>
            stretches.Add(
                new VerdictSpan(run.Since.Second, Math.Max(until.Second, run.Since.Second + 1), Met: true, run.Seq)
            );
    }
}
