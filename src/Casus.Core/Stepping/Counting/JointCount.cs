namespace Casus.Core.Stepping.Counting;

/// <summary>
/// How rows that may be about one incident count together (S7). Lower: whatever may be one incident counts the most
/// that one group reports in it. Upper: what is surely one, each with each, counts so; a chain counts all its rows.
/// </summary>
internal sealed class JointCount(CountFunction function, JointMarks marks)
{
    // Below this a component's groups are compared pair by pair.
    private const int FewRows = 8;

    private readonly List<RecordedRow> component = [];
    private readonly Dictionary<int, long> groups = [];
    private RecordedRow? leftOut;

    /// <summary>What a set of rows counts at least.</summary>
    public long Lower(IReadOnlyCollection<RecordedRow> counted) => Sum(counted, upper: false);

    /// <summary>What a set of rows counts at most.</summary>
    public long Upper(IReadOnlyCollection<RecordedRow> counted) => Sum(counted, upper: true);

    /// <summary>
    /// By how much a row changes what a set that holds it counts: its component, less the pieces into which the
    /// component would fall without it.
    /// </summary>
    public long Added(HashSet<RecordedRow> counted, RecordedRow row, bool upper)
    {
        var visited = marks.Next();
        row.Mark = visited;
        leftOut = row;
        var pieces = 0L;
        foreach (var (other, isSure) in row.Links!)
        {
            if ((isSure || !upper) && other.Mark != visited && counted.Contains(other))
            {
                Collect(counted, other, visited, upper);
                pieces += Amount(upper);
            }
        }
        leftOut = null;
        Collect(counted, row, marks.Next(), upper);
        return Amount(upper) - pieces;
    }

    private long Sum(IReadOnlyCollection<RecordedRow> counted, bool upper)
    {
        var sum = 0L;
        var set = counted as HashSet<RecordedRow> ?? [.. counted];
        var visited = marks.Next();
        foreach (var row in counted)
        {
            if (row.Mark != visited)
            {
                Collect(set, row, visited, upper);
                sum += Amount(upper);
            }
        }
        return sum;
    }

    private void Collect(HashSet<RecordedRow> counted, RecordedRow first, long visited, bool sureOnly)
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
                if ((isSure || !sureOnly) && other.Mark != visited && counted.Contains(other))
                {
                    other.Mark = visited;
                    component.Add(other);
                }
            }
        }
    }

    private long Amount(bool upper)
    {
        if (component.Count == 1)
        {
            return upper ? function.Most(component[0]) : function.Least(component[0]);
        }
        if (!upper || IsOneForSure())
        {
            return component.Count <= FewRows ? MostOfFew(upper) : MostOfMany(upper);
        }
        var sum = 0L;
        foreach (var row in component)
        {
            sum += function.Most(row);
        }
        return sum;
    }

    // Every two rows of different groups are surely the same. What is surely linked with a member and counted is a
    // member too.
    private bool IsOneForSure()
    {
        if (component.Count <= 2)
        {
            return true;
        }
        CountGroups();
        foreach (var row in component)
        {
            var others = component.Count - groups[row.Group];
            foreach (var (other, isSure) in row.Links!)
            {
                var isMember = isSure && other.Mark == row.Mark && !ReferenceEquals(other, leftOut);
                others -= isMember && other.Group != row.Group ? 1 : 0;
            }
            if (others != 0)
            {
                return false;
            }
        }
        return true;
    }

    private void CountGroups()
    {
        groups.Clear();
        foreach (var row in component)
        {
            groups[row.Group] = groups.GetValueOrDefault(row.Group) + 1;
        }
    }

    private long MostOfFew(bool upper)
    {
        var most = 0L;
        for (var i = 0; i < component.Count; i++)
        {
            var sum = 0L;
            foreach (var row in component)
            {
                sum +=
                    row.Group != component[i].Group ? 0
                    : upper ? function.Most(row)
                    : function.Least(row);
            }
            most = Math.Max(most, sum);
        }
        return most;
    }

    private long MostOfMany(bool upper)
    {
        groups.Clear();
        var most = 0L;
        foreach (var row in component)
        {
            var sum = groups.GetValueOrDefault(row.Group) + (upper ? function.Most(row) : function.Least(row));
            groups[row.Group] = sum;
            most = Math.Max(most, sum);
        }
        return most;
    }
}

/// <summary>Marks that never repeat, so that walks over the same rows do not take each other's for their own.</summary>
internal sealed class JointMarks
{
    private long last;

    public long Next() => ++last;
}
