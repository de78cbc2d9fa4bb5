using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// The counting side (S1 to S11), in the order of knowledge. Everything that a row can be asked is compiled once; a row
/// is judged when it enters and when what is known of it changes; counts are steps in time, and only where they change
/// are verdicts judged again. The view as known and hindsight come from the one pass: at each instant all verdicts up
/// to it stand as the record then has them.
/// </summary>
public sealed partial class ConditionMachine : IConditionMachine
{
    private readonly Agreement agreement;
    private readonly MachineOptions options;
    private readonly RowReading reading;
    private readonly PatternJudge patterns;
    private readonly EvidenceJudge evidence;
    private readonly IncidentRecord record;
    private readonly ConditionGraph graph;
    private readonly WatchedRows watched;
    private readonly LocalDays days;
    private readonly PriorityQueue<(ConditionNode Node, int Key), long> due = new();
    private readonly Announcer?[][] announcers;
    private readonly Dictionary<(int Condition, int Key), Stretch> changed = [];
    private readonly List<(int Condition, int Key)> order = [];
    private readonly List<Announcement> announcements = [];
    private readonly List<long> begun = [];
    private readonly List<RowJudged> judgedRows = [];
    private readonly List<GradeChange> judgedGrades = [];
    private readonly List<GradeUndetermined> judgedUndetermined = [];
    private long lastJudged = ConditionNode.Beginning;
    private Moment? lifeFrom;

    /// <summary>Judges places by the agreement's own lines and zones.</summary>
    public ConditionMachine(Agreement agreement, IReadOnlyList<int> watchedPatterns, MachineOptions options)
        : this(agreement, watchedPatterns, options, new Locator(agreement).Locate, Geodesic.Metres) { }

    internal ConditionMachine(
        Agreement agreement,
        IReadOnlyList<int> watchedPatterns,
        MachineOptions options,
        Func<Place?, string?, Location> locate,
        Func<GeoPoint, GeoPoint, int> metres
    )
    {
        this.agreement = agreement;
        this.options = options;
        days = new LocalDays(agreement.Calendar);
        reading = new RowReading(agreement, locate);
        patterns = new PatternJudge(agreement, reading);
        evidence = new EvidenceJudge(agreement, reading);
        record = new IncidentRecord(
            reading,
            evidence,
            new SameIncidents(agreement, metres),
            (rows, touch) => new SelfDefenceExcuses(patterns, reading, agreement.Sectors?.Count ?? 0, rows, touch),
            Withdraw
        );
        graph = new ConditionGraph(agreement, patterns, reading, record.Rows, () => record.LifeFrom);
        watched = new WatchedRows(agreement, watchedPatterns, patterns, evidence, reading);
        announcers = new Announcer?[agreement.Conditions.Length][];
        for (var index = 0; index < announcers.Length; index++)
        {
            announcers[index] = Follow(index);
        }
        foreach (var gap in options.Uncovered)
        {
            graph.Functions.ForEach(function => function.AddCoverageGap(gap.From.Second, gap.To.Second));
        }
    }

    public Moment? NextWakeUp
    {
        get
        {
            while (due.TryPeek(out var next, out var time) && next.Node.Due[next.Key] != time)
            {
                due.Dequeue();
            }
            var soonest = Math.Min(record.NextFinding, due.TryPeek(out _, out var first) ? first : long.MaxValue);
            // Life begins: what is so without any row is so from then on.
            soonest = lifeFrom is { } entry && entry.Second > lastJudged ? Math.Min(soonest, entry.Second) : soonest;
            return soonest == long.MaxValue ? null : new Moment(soonest);
        }
    }

    public void Record(IncidentRow row) => record.Arrive(row);

    public void Anchor(Act act, string verb)
    {
        foreach (var node in graph.Nodes)
        {
            (node as AnchoredNode)?.Take(act, verb);
        }
    }

    public void SetLife(Moment? from, Moment? to)
    {
        var start = from is { } entry && options.From is { } cut ? Moment.Max(entry, cut) : from;
        var end = Moment.Min(to ?? Moment.Forever, options.To ?? Moment.Forever);
        if (start != lifeFrom)
        {
            lifeFrom = start;
            record.TouchAll();
            patterns.SetLife(start);
        }
        record.SetLife(start?.Second, end == Moment.Forever ? long.MaxValue : end.Second);
        CompareAll();
    }

    public void Suspend(Moment from, Moment? to) => record.Suspend(from.Second, to?.Second ?? long.MaxValue);

    public Judgements JudgeAt(Moment instant)
    {
        var now = instant.Second;
        if (lifeFrom is { } entry && lastJudged < entry.Second && entry.Second <= now)
        {
            CompareAll();
        }
        lastJudged = Math.Max(lastJudged, now);
        judgedRows.Clear();
        var touched = record.Settle(now);
        foreach (var row in touched)
        {
            if (row.Present)
            {
                Count(row, add: true);
            }
        }
        watched.Judge(touched, now, judgedRows);
        record.Release();
        while (due.TryPeek(out var next, out var time) && time <= now)
        {
            due.Dequeue();
            if (next.Node.Due[next.Key] == time)
            {
                next.Node.Due[next.Key] = long.MaxValue;
                next.Node.MarkDirty(next.Key, time, now);
            }
        }
        JudgeNodes(now);
        if (changed.Count > 0)
        {
            return Announce(now);
        }
        return judgedRows.Count == 0 ? Judgements.None : new Judgements([.. judgedRows], [], []);
    }

    public Verdict Now(int condition, string? party)
    {
        var verdict = Verdict.NotMet;
        if (graph.Tracked(condition) is not { } node || !(record.LifeFrom <= lastJudged))
        {
            return verdict;
        }
        for (var key = 0; key < node.Keys.Count; key++)
        {
            var of = node.Keys[key].Party;
            if (party is null || of == party || of == ConditionKey.AnyParty || of.Split(" or ").Contains(party))
            {
                verdict = verdict.Or(node.Timelines[key].Last);
            }
        }
        return verdict;
    }

    private void CompareAll()
    {
        foreach (var node in graph.Nodes)
        {
            (node as OnDaysNode)?.Restart();
        }
        for (var condition = 0; condition < announcers.Length; condition++)
        {
            for (var key = 0; key < announcers[condition].Length; key++)
            {
                changed[(condition, key)] = new Stretch(ConditionNode.Beginning, long.MaxValue);
            }
        }
    }

    private Announcer?[] Follow(int index)
    {
        if (!agreement.Conditions[index].Stands || graph.Tracked(index) is not { } node)
        {
            return [];
        }
        node.Listeners.Add(
            (key, stretch) =>
            {
                var place = (index, key);
                changed[place] = changed.TryGetValue(place, out var before) ? before.Or(stretch) : stretch;
            }
        );
        return new Announcer?[node.Keys.Count];
    }

    private void Withdraw(RecordedRow row)
    {
        if (row.Counted)
        {
            Count(row, add: false);
        }
    }

    private void Count(RecordedRow row, bool add)
    {
        row.Counted = add;
        foreach (var function in graph.Functions)
        {
            function.Count(row, add);
        }
    }

    private void JudgeNodes(long now)
    {
        foreach (var node in graph.Nodes)
        {
            switch (node)
            {
                case CountNode count:
                    count.TakeDirt();
                    break;
                case OnDaysNode onDays:
                    onDays.TakeDirt(now);
                    break;
                case AnchoredNode anchored:
                    anchored.TakeDirt();
                    break;
            }
            if (node.IsDirty)
            {
                node.Judge(now, QueueDue);
            }
        }
        foreach (var function in graph.Functions)
        {
            function.Clean();
        }
    }

    private void QueueDue(ConditionNode node, int key)
    {
        if (node.Due[key] != long.MaxValue)
        {
            due.Enqueue((node, key), node.Due[key]);
        }
    }

    private Judgements Announce(long now)
    {
        order.Clear();
        order.AddRange(changed.Keys);
        order.Sort();
        judgedGrades.Clear();
        judgedUndetermined.Clear();
        foreach (var (condition, key) in order)
        {
            var node = graph.Tracked(condition)!;
            var announcer = announcers[condition][key] ??= new Announcer();
            announcements.Clear();
            begun.Clear();
            announcer.Compare(
                node.Timelines[key],
                changed[(condition, key)],
                record.LifeFrom ?? long.MaxValue,
                now,
                announcements,
                begun
            );
            foreach (var announcement in announcements)
            {
                judgedGrades.Add(Tell(condition, key, announcement, now));
            }
            foreach (var start in begun)
            {
                judgedUndetermined.Add(
                    new GradeUndetermined(condition, node.Keys[key], new Moment(start), new Moment(now), [])
                );
            }
        }
        changed.Clear();
        return new Judgements([.. judgedRows], [.. judgedGrades], [.. judgedUndetermined]);
    }

    private GradeChange Tell(int condition, int key, in Announcement announcement, long now)
    {
        var node = graph.Tracked(condition)!;
        var at = announcement.At is { } instant ? new Moment(instant) : (Moment?)null;
        var grounds = new Grounds();
        if (announcement is { Kind: EffectKind.Arose or EffectKind.Revised, OfEnd: false, At: { } arising })
        {
            if (node.Timelines[key].At(arising) == Verdict.Met)
            {
                node.Explain(key, arising, grounds);
            }
        }
        var ordered = grounds.Rows.OrderBy(row => row.Index).ToList();
        var first = ordered.MinBy(row => (row.From, row.To, row.Index));
        var struck = ordered.Select(row => row.Row.Against).Distinct(StringComparer.Ordinal).ToList();
        return new GradeChange(
            condition,
            node.Keys[key],
            announcement.Kind,
            at,
            new Moment(now),
            new Moment(announcement.ArisingAt),
            grounds.Count,
            [.. ordered.Select(row => row.Row.Id)],
            grounds.Supposed
        )
        {
            FirstAct = first?.Row.Occurred,
            Victim = struck is [{ } victim] ? victim : null,
            OfEnd = announcement.OfEnd,
        };
    }
}
