using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>A condition for one key, in hindsight: its verdicts, each from its instant on, and its runs.</summary>
public sealed record ReferenceTimeline(
    int Condition,
    ConditionKey Key,
    ImmutableArray<(Moment From, Verdict Verdict)> Segments,
    ImmutableArray<Run> Runs
);

/// <summary>The whole story as known: effects in order, undetermined runs told, verdicts of watched rows.</summary>
public sealed record ReferenceStory(
    ImmutableArray<ReferenceEffect> Effects,
    ImmutableArray<ReferenceTelling> Undetermined,
    ImmutableArray<ReferenceRowVerdict> Rows
);

/// <summary>A row's verdict under a watched pattern has changed.</summary>
public sealed record ReferenceRowVerdict(int Pattern, string Row, Verdict Before, Verdict Now, Moment KnownAt);

/// <summary>What the record says of a row by itself (S7 to S9).</summary>
public sealed record ReferenceStanding(Verdict Established, Verdict Attributed, ImmutableArray<Verdict> Breach);

/// <summary>
/// The definition of the counting side, S1 to S11 with S14 and S16, as plainly as it can be put: at each instant of
/// knowledge the record is built, and every condition judged at every instant up to it from the definitions alone.
/// Slow, and meant to be obviously right; the engine is tested against it.
/// </summary>
public sealed class ReferenceJudge
{
    private readonly ReferenceCase given;
    private readonly IReadOnlyList<Moment> instants;
    private readonly IReadOnlyList<(int Index, Condition Condition, IReadOnlyList<ConditionKey> Keys)> followed;

    public ReferenceJudge(ReferenceCase given)
    {
        this.given = given;
        instants = CandidateInstants.OnTheAxisOfActs(given);
        followed =
        [
            .. given
                .Agreement.Conditions.Select((tracked, index) => (tracked, index))
                .Where(pair => pair.tracked.Stands)
                .Select(pair =>
                    (pair.index, pair.tracked.Condition, ConditionKeys.Of(given.Agreement, pair.tracked.Condition))
                ),
        ];
    }

    /// <summary>The whole record judged once, for all instants up to the horizon.</summary>
    public ImmutableArray<ReferenceTimeline> Hindsight()
    {
        var judged = Judge(new RecordAt(given, given.Horizon));
        return
        [
            .. judged.Select(timeline => new ReferenceTimeline(
                timeline.Condition,
                timeline.Key,
                Segments(timeline.Verdicts),
                [.. Run.Of(timeline.Verdicts)]
            )),
        ];
    }

    /// <summary>
    /// At each instant of knowledge and, between them, of change: judge, compare with what was said, and say what
    /// changed.
    /// </summary>
    public ReferenceStory AsKnown()
    {
        var effects = new List<ReferenceEffect>();
        var tellings = new List<ReferenceTelling>();
        var rows = new List<ReferenceRowVerdict>();
        var announcements = followed
            .SelectMany(one => one.Keys.Select(key => (one.Index, key)))
            .ToDictionary(pair => pair, pair => new Announcements(pair.Index, pair.key));
        var facts = CandidateInstants.OfKnowledge(given);
        var known = facts.Union(instants).Order().ToList();
        List<Timeline>? judged = null;
        var watched = new Dictionary<(int, string), Verdict>();
        foreach (var now in known)
        {
            if (judged is null || facts.Contains(now))
            {
                // Between facts the record is the same: one judgement serves, cut at each instant.
                var record = new RecordAt(given, now);
                var until = facts.Where(fact => fact > now).Select(fact => (Moment?)fact).FirstOrDefault();
                judged = Judge(record, (until ?? Moment.Forever).Plus(-1));
                JudgeRows(record, now, watched, rows);
            }
            foreach (var timeline in judged)
            {
                var runs = Run.Of(timeline.Verdicts.Where(pair => pair.At <= now));
                announcements[(timeline.Condition, timeline.Key)].Compare(runs, now, effects, tellings);
            }
        }
        return new ReferenceStory([.. effects], [.. tellings], [.. rows]);
    }

    /// <summary>Standing of a row in the whole record; breach under each prohibition in turn.</summary>
    public ReferenceStanding StandingOf(string id)
    {
        var record = new RecordAt(given, given.Horizon);
        var patterns = new PatternJudge(record);
        var row = record.Rows.First(candidate => candidate.Id == id);
        return new ReferenceStanding(
            patterns.Standing.Established(row),
            patterns.Standing.Attributed(row),
            [
                .. Enumerable
                    .Range(0, given.Agreement.Norms.Length)
                    .Where(norm => given.Agreement.Norms[norm] is { Contrary: not null, Stands: true })
                    .Select(norm => patterns.StandingBreach(row, norm)),
            ]
        );
    }

    private sealed record Timeline(int Condition, ConditionKey Key, List<(Moment At, Verdict Verdict)> Verdicts);

    private List<Timeline> Judge(RecordAt record, Moment? until = null)
    {
        var axis = instants.Where(instant => instant <= (until ?? given.Horizon)).ToList();
        var judge = new ConditionJudge(record, axis);
        return
        [
            .. followed.SelectMany(one =>
                one.Keys.Select(key => new Timeline(
                    one.Index,
                    key,
                    [.. axis.Select(at => (at, record.InForce(at) ? judge.At(one.Condition, key, at) : Verdict.NotMet))]
                ))
            ),
        ];
    }

    private void JudgeRows(
        RecordAt record,
        Moment now,
        Dictionary<(int, string), Verdict> watched,
        List<ReferenceRowVerdict> told
    )
    {
        var patterns = new PatternJudge(record);
        foreach (var pattern in given.Watched)
        {
            foreach (var row in given.Rows.Where(row => row.KnownAt <= now).OrderBy(row => row.KnownAt))
            {
                var verdict = record.Rows.Contains(row) ? Triggered(patterns, row, pattern) : Verdict.NotMet;
                var before = watched.GetValueOrDefault((pattern, row.Id), Verdict.NotMet);
                if (verdict != before)
                {
                    told.Add(new ReferenceRowVerdict(pattern, row.Id, before, verdict, now));
                }
                watched[(pattern, row.Id)] = verdict;
            }
        }
    }

    /// <summary>A row as a trigger: of the pattern itself, or of one that is deemed to be it (S19).</summary>
    private Verdict Triggered(PatternJudge patterns, IncidentRow row, int pattern)
    {
        var deemed = given
            .Agreement.Deemings.Where(deeming => deeming.To == pattern)
            .Select(deeming => deeming.From)
            .Prepend(pattern);
        return deemed
            .Select(index => given.Agreement.Patterns[index])
            .Select(asked => patterns.Judge(row, asked, asked.By?.Names, sector: 0))
            .Aggregate(Verdict.NotMet, VerdictLogic.Or)
            .And(RecordAt.Exists(row));
    }

    private static ImmutableArray<(Moment, Verdict)> Segments(IEnumerable<(Moment At, Verdict Verdict)> verdicts)
    {
        var segments = ImmutableArray.CreateBuilder<(Moment, Verdict)>();
        var last = Verdict.NotMet;
        foreach (var (at, verdict) in verdicts)
        {
            if (verdict != last)
            {
                segments.Add((at, verdict));
                last = verdict;
            }
        }
        return segments.ToImmutable();
    }
}
