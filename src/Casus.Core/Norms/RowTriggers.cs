using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping;

namespace Casus.Core.Norms;

/// <summary>
/// Triggers that are incidents: one arising for each row that is met, in however many ways it meets the trigger; a row that is corrected
/// by one that meets it too is the same act (S17).
/// </summary>
internal sealed class RowTriggers(Court court)
{
    /// <summary>What became of a row under an occasion at this instant.</summary>
    private sealed class Change(Occasion occasion, IncidentRow row, int arrival)
    {
        public Occasion Occasion { get; } = occasion;
        public IncidentRow Row { get; } = row;
        public int Arrival { get; } = arrival;
        public RowJudged? Best { get; set; }
        public Verdict Before { get; set; }
        public Verdict Now { get; set; }
    }

    private readonly Dictionary<(Occasion, string), Verdict[]> verdicts = [];
    private readonly List<Change> changes = [];
    private readonly Dictionary<(Occasion, string), Change> byRow = [];

    public void Note(Occasion occasion, RowJudged judged)
    {
        if (occasion.Triggers.Length == 1)
        {
            changes.Add(
                new Change(occasion, judged.Row, changes.Count)
                {
                    Best = judged,
                    Before = judged.Before,
                    Now = judged.Now,
                }
            );
            return;
        }
        var key = (occasion, judged.Row.Id);
        if (!byRow.TryGetValue(key, out var change))
        {
            change = new Change(occasion, judged.Row, changes.Count) { Before = Overall(key), Best = judged };
            byRow[key] = change;
            changes.Add(change);
        }
        if (!verdicts.TryGetValue(key, out var ways))
        {
            verdicts[key] = ways = new Verdict[occasion.Triggers.Length];
        }
        for (var i = 0; i < ways.Length; i++)
        {
            if (occasion.Triggers[i] is Trigger.Incident incident && incident.Pattern == judged.Pattern)
            {
                ways[i] = judged.Now;
            }
        }
        change.Now = Overall(key);
        change.Best = judged.Now >= change.Best!.Now ? judged : change.Best;
    }

    /// <summary>What follows for each occasion, to be run in the order of the text; within one, in the order of arrival.</summary>
    public IEnumerable<(int Order, Action Run)> Changes()
    {
        if (changes.Count == 0)
        {
            return [];
        }
        Dictionary<(Occasion, string), Change>? corrections = null;
        foreach (var change in changes)
        {
            if (change.Now == Verdict.Met && change.Row.Supersedes is { } corrected)
            {
                (corrections ??= []).TryAdd((change.Occasion, corrected), change);
            }
        }
        var all = changes.OrderBy(change => change.Arrival).Select(change => (change.Occasion.Order, Plan(change)));
        (int, Action)[] planned = [.. all];
        changes.Clear();
        byRow.Clear();
        return planned;

        Action Plan(Change change)
        {
            var isCorrected = corrections?.ContainsKey((change.Occasion, change.Row.Id)) == true;
            return () => Run(change, isCorrected);
        }
    }

    /// <summary>`after E` on the event: what comes at E itself or before it is not after it. `within D after E`: up to then.</summary>
    public bool IsInTime(Occasion occasion, Arising arising)
    {
        var context = new PointReader.Context(arising, court.Now, null);
        if (occasion.Block?.After is { } after)
        {
            if (court.Points.Read(after, context) is not { } point || arising.At <= point.First)
            {
                return false;
            }
        }
        return occasion.Block?.Before is not { } before
            || (court.Points.Read(before, context) is { } limit && arising.At <= limit.Last);
    }

    private Verdict Overall((Occasion, string) key)
    {
        var verdict = Verdict.NotMet;
        if (verdicts.TryGetValue(key, out var ways))
        {
            foreach (var way in ways)
            {
                verdict = verdict.Or(way);
            }
        }
        return verdict;
    }

    private void Run(Change change, bool isCorrected)
    {
        var (occasion, row) = (change.Occasion, change.Row);
        switch (change.Now)
        {
            case Verdict.Met when change.Before != Verdict.Met:
                Meet(occasion, row, change.Best!);
                break;
            case Verdict.Undetermined when change.Before == Verdict.NotMet:
                WithdrawCorrected(occasion, row);
                court.Arisings.Undetermined(
                    occasion,
                    change.Best!.Party,
                    row.Against,
                    row.Occurred.From,
                    row.Occurred.To,
                    new Because([row.Id], [])
                );
                break;
            case Verdict.NotMet when change.Before == Verdict.Met && !isCorrected:
                Withdraw(occasion, row.Id);
                break;
        }
    }

    private void Meet(Occasion occasion, IncidentRow row, RowJudged judged)
    {
        if (row.Supersedes is { } corrected && occasion.OfRows.TryGetValue(corrected, out var same) && !same.Withdrawn)
        {
            same.Row = row;
            occasion.OfRows[row.Id] = same;
            return;
        }
        if (occasion.OfRows.ContainsKey(row.Id))
        {
            return;
        }
        var arising = new Arising
        {
            Id = court.Arisings.NextId(),
            Occasion = occasion,
            At = row.Occurred.To,
            KnownAt = court.Now,
            Act = row.Occurred,
            FirstAct = row.Occurred,
            Row = row,
            EstablishedAt = judged.EstablishedAt,
            AttributedAt = judged.AttributedAt,
            Party = judged.Party ?? row.Party,
            Victim = row.Against,
            Facts = [row.Id],
        };
        occasion.OfRows[row.Id] = arising;
        if (IsInTime(occasion, arising))
        {
            court.Arisings.Arise(arising);
        }
    }

    private void WithdrawCorrected(Occasion occasion, IncidentRow row)
    {
        if (row.Supersedes is { } corrected)
        {
            Withdraw(occasion, corrected);
        }
    }

    private void Withdraw(Occasion occasion, string row)
    {
        if (occasion.OfRows.TryGetValue(row, out var arising) && !arising.Withdrawn && arising.Row?.Id == row)
        {
            court.Duties.WithoutCause(arising, effect: 0);
        }
    }
}
