using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// The record as known (S10): which rows are in it, and the standing of each. Rows enter when they are known, findings
/// when they are made, corrections take rows out; the life and suspensions bound what counts (S13, S19).
/// </summary>
internal sealed class IncidentRecord
{
    private readonly RowReading reading;
    private readonly EvidenceJudge evidence;
    private readonly SameIncidents incidents;
    private readonly SelfDefenceExcuses excuses;
    private readonly Action<RecordedRow> withdraw;
    private readonly Dictionary<string, RecordedRow> byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> superseded = new(StringComparer.Ordinal);
    private readonly List<IncidentRow> arriving = [];
    private readonly PriorityQueue<RecordedRow, long> findings = new();
    private readonly SortedDictionary<long, long> suspensions = [];
    private readonly List<RecordedRow> changed = [];
    private readonly List<RecordedRow> doubtful = [];
    private readonly List<RecordedRow> touched = [];
    private bool boundsMoved;

    public IncidentRecord(
        RowReading reading,
        EvidenceJudge evidence,
        SameIncidents incidents,
        Func<List<RecordedRow>, Action<RecordedRow>, SelfDefenceExcuses> excuses,
        Action<RecordedRow> withdraw
    )
    {
        this.reading = reading;
        this.evidence = evidence;
        this.incidents = incidents;
        this.withdraw = withdraw;
        this.excuses = excuses(Rows, Touch);
    }

    public List<RecordedRow> Rows { get; } = [];

    public long? LifeFrom { get; private set; }
    public long LifeTo { get; private set; } = long.MaxValue;

    /// <summary>The next finding that falls due by itself.</summary>
    public long NextFinding => findings.TryPeek(out _, out var time) ? time : long.MaxValue;

    public void Arrive(IncidentRow row) => arriving.Add(row);

    public void SetLife(long? from, long to)
    {
        boundsMoved |= from != LifeFrom || to != LifeTo;
        LifeFrom = from;
        LifeTo = to;
    }

    /// <summary>What rows are judged by is about to move: all of them will be counted anew.</summary>
    public void TouchAll()
    {
        foreach (var row in Rows)
        {
            Touch(row);
        }
    }

    /// <summary>
    /// [from, to) in which nothing counts; told again with the same start, it is the end that is now known.
    /// </summary>
    public void Suspend(long from, long to)
    {
        suspensions[from] = to;
        boundsMoved = true;
    }

    public RecordedRow? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>
    /// Brings the record up to an instant. Answers the rows whose standing may differ, in order of arrival; they are to
    /// be released once they are counted.
    /// </summary>
    public List<RecordedRow> Settle(long now)
    {
        changed.Clear();
        doubtful.Clear();
        if (boundsMoved)
        {
            boundsMoved = false;
            foreach (var row in Rows)
            {
                Place(row);
            }
        }
        foreach (var row in arriving)
        {
            Admit(row, now);
        }
        arriving.Clear();
        while (findings.TryPeek(out var row, out var due) && due <= now)
        {
            findings.Dequeue();
            doubtful.Add(row);
        }
        JudgeEvidence(now);
        if (excuses.IsNeeded && changed.Count > 0)
        {
            excuses.Judge(changed);
        }
        touched.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return touched;
    }

    /// <summary>The rows that Settle answered are counted.</summary>
    public void Release()
    {
        foreach (var row in touched)
        {
            row.Touched = false;
        }
        touched.Clear();
    }

    private void Touch(RecordedRow row)
    {
        if (row.Touched)
        {
            return;
        }
        row.Touched = true;
        touched.Add(row);
        withdraw(row);
    }

    private void Admit(IncidentRow incident, long now)
    {
        var row = reading.Read(Rows.Count, incident);
        Rows.Add(row);
        byId[incident.Id] = row;
        row.Superseded = superseded.Contains(incident.Id);
        if (incident.Supersedes is { } corrected && superseded.Add(corrected) && Find(corrected) is { } old)
        {
            if (!ReferenceEquals(old, row))
            {
                Touch(old);
                old.Superseded = true;
                Place(old);
            }
        }
        if (!incident.Findings.IsDefaultOrEmpty)
        {
            foreach (var finding in incident.Findings)
            {
                if (EvidenceJudge.Enters(row, finding) > now)
                {
                    findings.Enqueue(row, EvidenceJudge.Enters(row, finding));
                }
            }
        }
        evidence.Judge(row, now, write: true);
        Place(row);
    }

    /// <summary>In the record or not, and how far its acts belong to the life.</summary>
    private void Place(RecordedRow row)
    {
        var present = !row.Superseded && MeetsLife(row);
        var scope = present ? ScopeOf(row) : Verdict.NotMet;
        if (present == row.Present && scope == row.Scope)
        {
            return;
        }
        Touch(row);
        var moved = present != row.Present;
        row.Present = present;
        row.Scope = scope;
        changed.Add(row);
        if (!moved)
        {
            return;
        }
        if (present && !row.Entered)
        {
            row.Entered = true;
            incidents.Link(row, Rows, Touch);
            if (excuses.IsNeeded)
            {
                excuses.Add(row);
            }
        }
        if (evidence.Corroborates)
        {
            doubtful.Add(row);
            foreach (var link in row.Links ?? [])
            {
                if (link.Sure)
                {
                    doubtful.Add(link.Other);
                }
            }
        }
    }

    private void JudgeEvidence(long now)
    {
        foreach (var row in doubtful)
        {
            if (evidence.Judge(row, now, write: false))
            {
                Touch(row);
                evidence.Judge(row, now, write: true);
                changed.Add(row);
            }
        }
    }

    private bool MeetsLife(RecordedRow row) => LifeFrom is { } from && row.To >= from && row.From <= LifeTo;

    private Verdict ScopeOf(RecordedRow row)
    {
        var verdict = row.From >= LifeFrom && row.To <= LifeTo ? Verdict.Met : Verdict.Undetermined;
        foreach (var (from, to) in suspensions)
        {
            if (from <= row.From && row.To < to)
            {
                return Verdict.NotMet;
            }
            if (from <= row.To && row.From < to)
            {
                verdict = Verdict.Undetermined;
            }
        }
        return verdict;
    }
}
