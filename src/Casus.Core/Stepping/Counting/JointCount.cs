namespace Casus.Core.Stepping.Counting;

/// <summary>
/// The joint count of rows that may be about one incident (S7), as a sweep over time goes on. Lower: among the rows surely in the window,
/// whatever may be one incident counts the most that one group reports in it. Upper: what is surely one, each with each, counts so; a chain
/// counts all its rows.
/// </summary>
internal sealed class JointCount(List<RecordedRow> rows)
{
    private readonly List<RecordedRow> sure = [];
    private readonly List<RecordedRow> possible = [];
    private readonly List<RecordedRow> component = [];
    private readonly Dictionary<int, long> groups = [];
    private long mark;
    private bool moved;

    public long Lower { get; private set; }
    public long Upper { get; private set; }

    public void Clear()
    {
        sure.Clear();
        possible.Clear();
        Lower = 0;
        Upper = 0;
        moved = false;
    }

    /// <summary>Takes up the joint rows that are in the window just before an instant.</summary>
    public void Start(CountFunction function, int key, long before)
    {
        Clear();
        TakeUp(function, function.Own(key), before);
        TakeUp(function, function.Shared(key), before);
    }

    public void Apply(in Step step)
    {
        moved = true;
        var row = rows[step.Row];
        if ((step.Crossing & Crossing.EnterLower) != Crossing.None)
        {
            sure.Add(row);
        }
        if ((step.Crossing & Crossing.EnterUpper) != Crossing.None)
        {
            possible.Add(row);
        }
        if ((step.Crossing & Crossing.LeaveLower) != Crossing.None)
        {
            sure.Remove(row);
        }
        if ((step.Crossing & Crossing.LeaveUpper) != Crossing.None)
        {
            possible.Remove(row);
        }
    }

    /// <summary>Counts the rows that are now in the window, if they are not those of the last count.</summary>
    public void Recount(CountFunction function)
    {
        if (moved)
        {
            moved = false;
            Lower = CountLower(function, sure);
            Upper = CountUpper(function, possible);
        }
    }

    public long CountLower(CountFunction function, List<RecordedRow> counted)
    {
        var sum = 0L;
        var (active, visited) = MarkAll(counted);
        foreach (var row in counted)
        {
            if (row.Mark == active)
            {
                Collect(row, active, visited, sureOnly: false);
                sum += MostOfOneGroup(function.Least);
            }
        }
        return sum;
    }

    public long CountUpper(CountFunction function, List<RecordedRow> counted)
    {
        var sum = 0L;
        var (active, visited) = MarkAll(counted);
        foreach (var row in counted)
        {
            if (row.Mark != active)
            {
                continue;
            }
            Collect(row, active, visited, sureOnly: true);
            if (IsOneForSure())
            {
                sum += MostOfOneGroup(function.Most);
                continue;
            }
            foreach (var member in component)
            {
                sum += function.Most(member);
            }
        }
        return sum;
    }

    private void TakeUp(CountFunction function, StepFunction? steps, long before)
    {
        if (steps is null)
        {
            return;
        }
        for (var cursor = steps.From(before - function.LongestJoint); cursor.Time < before; cursor.MoveNext())
        {
            ref readonly var step = ref cursor.Current;
            if ((step.Crossing & Crossing.Joint) == Crossing.None)
            {
                continue;
            }
            var row = rows[step.Row];
            var presence = function.PresenceOf(row.From, row.To);
            if ((step.Crossing & Crossing.EnterLower) != Crossing.None && presence.SureTo >= before)
            {
                sure.Add(row);
            }
            if ((step.Crossing & Crossing.EnterUpper) != Crossing.None && presence.To >= before)
            {
                possible.Add(row);
            }
            moved = true;
        }
    }

    private (long Active, long Visited) MarkAll(List<RecordedRow> counted)
    {
        mark += 2;
        foreach (var row in counted)
        {
            row.Mark = mark;
        }
        return (mark, mark + 1);
    }

    private void Collect(RecordedRow first, long active, long visited, bool sureOnly)
    {
        component.Clear();
        component.Add(first);
        first.Mark = visited;
        for (var i = 0; i < component.Count; i++)
        {
            if (component[i].Links is not { } links)
            {
                continue;
            }
            foreach (var (other, isSure) in links)
            {
                if (other.Mark == active && (isSure || !sureOnly))
                {
                    other.Mark = visited;
                    component.Add(other);
                }
            }
        }
    }

    // Every two rows of different groups are surely the same.
    private bool IsOneForSure()
    {
        if (component.Count <= 2)
        {
            return true;
        }
        mark += 2;
        groups.Clear();
        foreach (var row in component)
        {
            row.Mark = mark;
            groups[row.Group] = groups.GetValueOrDefault(row.Group) + 1;
        }
        foreach (var row in component)
        {
            var others = component.Count - groups[row.Group];
            foreach (var (other, isSure) in row.Links!)
            {
                others -= isSure && other.Mark == mark && other.Group != row.Group ? 1 : 0;
            }
            if (others != 0)
            {
                return false;
            }
        }
        return true;
    }

    private long MostOfOneGroup(Func<RecordedRow, long> amount)
    {
        if (component.Count == 1)
        {
            return amount(component[0]);
        }
        groups.Clear();
        var most = 0L;
        foreach (var row in component)
        {
            var sum = groups.GetValueOrDefault(row.Group) + amount(row);
            groups[row.Group] = sum;
            most = Math.Max(most, sum);
        }
        return most;
    }
}
