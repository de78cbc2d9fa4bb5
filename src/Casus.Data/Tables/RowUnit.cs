namespace Casus.Data.Tables;

/// <summary>What the rows of a table are counted by, where a message says which one is meant.</summary>
public enum RowUnit
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>A feature of a GeoJSON collection: its lines mean nothing.</summary>
    Feature,

    /// <summary>A row of a table that is no text.</summary>
    Row,
}

/// <summary>How a row is named to people.</summary>
public static class RowUnits
{
    /// <summary>`line 12`, `feature 12`, `row 12`; the plural for several.</summary>
    public static string Name(this RowUnit unit, params ReadOnlySpan<int> numbers)
    {
        var name =
            unit == RowUnit.Line ? "line"
            : unit == RowUnit.Feature ? "feature"
            : "row";
        return numbers.Length == 1
            ? FormattableString.Invariant($"{name} {numbers[0]}")
            : $"{name}s {string.Join(" and ", numbers.ToArray())}";
    }

    /// <summary>A file with the place in it: `a.csv:12`, `a.geojson, feature 12`.</summary>
    public static string Place(this RowUnit unit, string file, int number) =>
        unit == RowUnit.Line ? FormattableString.Invariant($"{file}:{number}") : $"{file}, {unit.Name(number)}";
}
