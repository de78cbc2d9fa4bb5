using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping;

namespace Casus.Core.Norms;

/// <summary>What became of a row under an occasion at this instant, and the judgement that says most of it.</summary>
internal sealed class RowChange(Occasion occasion, RowJudged judged, Verdict before)
{
    public Occasion Occasion { get; } = occasion;
    public RowJudged Judged { get; set; } = judged;
    public Verdict Before { get; } = before;
    public Verdict Now { get; set; }
}

/// <summary>
/// Triggers that are incidents: one arising for each row that is met, in however many ways it meets the trigger; a row
/// that is corrected by one that meets it too is the same act (S17).
/// </summary>
internal sealed class RowTriggers(Court court)
{
    private readonly Dictionary<(Occasion, string), Verdict[]> verdicts = [];
    private readonly Dictionary<(Occasion, string), RowChange> byRow = [];
    private readonly HashSet<(Occasion, string)> corrected = [];

    public void Note(Occasion occasion, RowJudged judged)
    {
        if (occasion.Triggers.Length == 1)
        {
            Plan(new RowChange(occasion, judged, judged.Before) { Now = judged.Now });
            return;
        }
        var key = (occasion, judged.Row.Id);
        if (!byRow.TryGetValue(key, out var change))
        {
            byRow[key] = change = new RowChange(occasion, judged, Overall(key));
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
        change.Judged = judged.Now >= change.Judged.Now ? judged : change.Judged;
    }

    /// <summary>
    /// All rows of the instant are noted: those that several patterns judge are planned now, in the order of arrival.
    /// </summary>
    public void Plan()
    {
        if (byRow.Count > 0)
        {
            foreach (var change in byRow.Values.OrderBy(change => change.Judged.Row.Ordinal))
            {
                Plan(change);
            }
            byRow.Clear();
        }
    }

    public void Forget() => corrected.Clear();

    private void Plan(RowChange change)
    {
        if (change.Now == Verdict.Met && change.Judged.Row.Supersedes is { } row)
        {
            corrected.Add((change.Occasion, row));
        }
        court.Triggers.Queue(change);
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

    public void Run(RowChange change)
    {
        var (occasion, row) = (change.Occasion, change.Judged.Row);
        switch (change.Now)
        {
            case Verdict.Met when change.Before != Verdict.Met:
                Meet(occasion, row, change.Judged);
                break;
            case Verdict.Undetermined when change.Before == Verdict.NotMet:
                WithdrawCorrected(occasion, row);
                court.Arisings.Undetermined(
                    occasion,
                    change.Judged.Party,
                    row.Against,
                    row.Occurred.From,
                    row.Occurred.To,
                    new Because([row.Id], [])
                );
                break;
            case Verdict.NotMet when change.Before == Verdict.Met && !corrected.Contains((occasion, row.Id)):
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
        if (court.Arisings.IsInTime(arising))
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
