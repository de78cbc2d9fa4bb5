namespace Casus.Core.Stepping.Counting;

/// <summary>
/// The joint rows of one key that are in the window at an instant, and what they count together. It is moved from
/// instant to instant, forwards and back; each row that comes or goes changes the count of its own component alone.
/// </summary>
internal sealed class JointState(CountFunction function, int key, List<RecordedRow> rows)
{
    private readonly HashSet<RecordedRow> sure = [];
    private readonly HashSet<RecordedRow> possible = [];

    /// <summary>All steps before this instant have been taken.</summary>
    public long At { get; private set; }

    public long Lower { get; private set; }
    public long Upper { get; private set; }

    /// <summary>Begins with no row, as it was just before an instant.</summary>
    public void Start(long at)
    {
        sure.Clear();
        possible.Clear();
        Lower = 0;
        Upper = 0;
        At = at;
    }

    /// <summary>
    /// Goes to just before an instant, by the steps that lie between; or by those of the window there, if that is
    /// nearer.
    /// </summary>
    public void MoveTo(long at)
    {
        var reach = function.LongestJoint;
        if (at < At - reach || at > At + reach)
        {
            Start(at - reach - 1);
        }
        var (from, to) = (Math.Min(at, At), Math.Max(at, At));
        At = at;
        Take(function.Own(key), from, to);
        Take(function.Shared(key), from, to);
    }

    /// <summary>Takes a step at the present instant, or after it.</summary>
    public void Apply(in Step step)
    {
        var row = rows[step.Row];
        if ((step.Crossing & (Crossing.EnterLower | Crossing.LeaveLower)) != Crossing.None)
        {
            SetSure(row, (step.Crossing & Crossing.EnterLower) != Crossing.None);
        }
        if ((step.Crossing & (Crossing.EnterUpper | Crossing.LeaveUpper)) != Crossing.None)
        {
            SetPossible(row, (step.Crossing & Crossing.EnterUpper) != Crossing.None);
        }
    }

    /// <summary>All steps up to the instant, and at it, have been applied.</summary>
    public void Passed(long instant) => At = instant + 1;

    /// <summary>A row's steps have been added to the key, or are about to be taken back.</summary>
    public void Place(RecordedRow row, in Presence presence, bool isSure, bool add)
    {
        SetSure(row, add && isSure && presence.SureFrom < At && At <= presence.SureTo);
        SetPossible(row, add && presence.From < At && At <= presence.To);
    }

    private void Take(StepFunction? steps, long from, long to)
    {
        if (steps is null)
        {
            return;
        }
        for (var cursor = steps.From(from); cursor.Time < to; cursor.MoveNext())
        {
            ref readonly var step = ref cursor.Current;
            if ((step.Crossing & Crossing.Joint) == Crossing.None)
            {
                continue;
            }
            // Where a row is at the end does not depend on the way there.
            var row = rows[step.Row];
            var presence = function.PresenceOf(row.From, row.To);
            if ((step.Crossing & (Crossing.EnterLower | Crossing.LeaveLower)) != Crossing.None)
            {
                SetSure(row, presence.SureFrom < At && At <= presence.SureTo);
            }
            if ((step.Crossing & (Crossing.EnterUpper | Crossing.LeaveUpper)) != Crossing.None)
            {
                SetPossible(row, presence.From < At && At <= presence.To);
            }
        }
    }

    private void SetSure(RecordedRow row, bool inWindow)
    {
        if (inWindow && sure.Add(row))
        {
            Lower += function.Joint.Added(sure, row, upper: false);
        }
        else if (!inWindow && sure.Contains(row))
        {
            Lower -= function.Joint.Added(sure, row, upper: false);
            sure.Remove(row);
        }
    }

    private void SetPossible(RecordedRow row, bool inWindow)
    {
        if (inWindow && possible.Add(row))
        {
            Upper += function.Joint.Added(possible, row, upper: true);
        }
        else if (!inWindow && possible.Contains(row))
        {
            Upper -= function.Joint.Added(possible, row, upper: true);
            possible.Remove(row);
        }
    }
}
