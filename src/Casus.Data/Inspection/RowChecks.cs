using Casus.Data.Tables;

namespace Casus.Data.Inspection;

/// <summary>Looks at the points of a table: where they lie, and whether they can be meant.</summary>
internal sealed class PointCheck
{
    private static readonly string[] Latitudes = ["latitude", "lat", "y"];
    private static readonly string[] Longitudes = ["longitude", "lon", "lng", "long", "x"];

    private int atZero;
    private int exchanged;
    private int outside;

    public BoundingBox? Box { get; private set; }

    public IEnumerable<string> Suspicions
    {
        get
        {
            if (atZero > 0)
            {
                yield return $"{atZero} rows lie at 0 degrees north and 0 east, in the sea off Africa: is their place unknown?";
            }
            if (exchanged > 0)
            {
                yield return $"in {exchanged} rows the latitude is beyond 90 degrees and the longitude is not: are they exchanged?";
            }
            if (outside > 0)
            {
                yield return $"{outside} rows have coordinates out of range (north -90 to 90, east -180 to 180)";
            }
        }
    }

    public void Add(TableSource table)
    {
        if (!Read(table, Latitudes, out var north) || !Read(table, Longitudes, out var east))
        {
            return;
        }
        if (Math.Abs(north) > 90 || Math.Abs(east) > 180)
        {
            var isExchanged = Math.Abs(north) is > 90 and <= 180 && Math.Abs(east) <= 90;
            exchanged += isExchanged ? 1 : 0;
            outside += isExchanged ? 0 : 1;
            return;
        }
        if (north == 0 && east == 0)
        {
            atZero++;
            return;
        }
        Box = Box is null
            ? new BoundingBox(north, east, north, east)
            : new BoundingBox(
                Math.Min(Box.South, north),
                Math.Min(Box.West, east),
                Math.Max(Box.North, north),
                Math.Max(Box.East, east)
            );
    }

    private static bool Read(TableSource table, string[] names, out double number)
    {
        foreach (var name in names)
        {
            if (table.IndexOf(name) is >= 0 and var column)
            {
                return NumberText.Read(table.Field(column).Span, double.MinValue, double.MaxValue, out number) is null;
            }
        }
        number = 0;
        return false;
    }
}

/// <summary>Looks for ids that stand twice.</summary>
internal sealed class IdCheck
{
    private static readonly string[] Names = ["id", "event_id_cnty", "event_id_1pd", "event_id", "incident_id"];

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private int twice;
    private string? first;

    public IEnumerable<string> Suspicions => first is null ? [] : [$"{twice} ids stand twice; {first}"];

    public void Add(TableSource table)
    {
        var column = Names.Select(table.IndexOf).FirstOrDefault(index => index >= 0, -1);
        var id = table.Field(column).ToString();
        if (id.Length > 0 && !lines.TryAdd(id, table.Line))
        {
            twice++;
            first ??= $"the first is '{id}', on {table.Unit.Name(lines[id], table.Line)}";
        }
    }
}
