namespace Casus.Core.Stepping.Counting;

/// <summary>
/// Rows found by the time in which they may lie. Rows of like length stand together, so that a long one does not make
/// every search a long one.
/// </summary>
internal sealed class RowsByTime
{
    // Lengths below 4^0, 4^1 ... hours.
    private const int Classes = 12;
    private const long ShortestSeconds = 3600;
    private readonly StepFunction?[] byLength = new StepFunction?[Classes];
    private readonly long[] longest = new long[Classes];

    public void Add(RecordedRow row)
    {
        var at = ClassOf(row);
        longest[at] = Math.Max(longest[at], row.To - row.From);
        (byLength[at] ??= new StepFunction()).Add(new Step(row.From, 0, 0, row.Index, Crossing.None));
    }

    /// <summary>
    /// Adds to the list every row whose interval meets [from, to], in no order that means anything but always the same
    /// one.
    /// </summary>
    public void Collect(long from, long to, List<RecordedRow> rows, List<RecordedRow> into)
    {
        for (var at = 0; at < Classes; at++)
        {
            if (byLength[at] is not { } steps)
            {
                continue;
            }
            for (var cursor = steps.From(from - longest[at]); cursor.Time <= to; cursor.MoveNext())
            {
                var row = rows[cursor.Current.Row];
                if (row.To >= from)
                {
                    into.Add(row);
                }
            }
        }
    }

    private static int ClassOf(RecordedRow row)
    {
        var at = 0;
        for (var bound = ShortestSeconds; at < Classes - 1 && row.To - row.From >= bound; bound *= 4)
        {
            at++;
        }
        return at;
    }
}
