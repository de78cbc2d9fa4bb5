using System.Collections.Immutable;
using Casus.Reports.Model;

namespace Casus.Tests.Reports.Html;

/// <summary>Twenty-four places about a made-up line: exact, vague, and seen by an observer.</summary>
internal static class MadeUpPlaces
{
    public const int Count = 24;
    private const long Week = 7 * 86_400;
    private const long Start = 1_609_459_200;
    private const int Weeks = 105;

    public static PlaceTable Of(ImmutableArray<RowLine> rows)
    {
        string[] conducts = ["artillery", "drone flight", "explosion", "small arms fire"];
        var at = rows.ToLookup(row => row.Place);
        var tallies =
            from row in rows
            group row by (row.Place, Bin: (int)((row.From - Start) / Week), row.Conduct) into cell
            orderby cell.Key.Place, cell.Key.Bin
            select new PlaceTally(
                cell.Key.Place,
                cell.Key.Bin,
                Array.IndexOf(conducts, cell.Key.Conduct),
                cell.Count(),
                cell.Sum(row => row.Count)
            );
        return new PlaceTable(
            null,
            7,
            "2021-01-01",
            [.. Enumerable.Range(0, Weeks + 1).Select(i => Start + i * Week)],
            [.. conducts],
            at[-1].Count(),
            [.. Enumerable.Range(0, Count).Select(i => Place(i, at[i].Count()))],
            [.. tallies]
        );
    }

    private static PlaceRow Place(int index, int rows)
    {
        var at = new LonLat(37.4 + index * 0.37 % 1.3, 47.3 + index * 0.53 % 1.7);
        ObserverArea? seen =
            index % 6 == 5 ? new ObserverArea([new Bearings(index * 15, index * 15 + 45)], 2, 12) : null;
        var zone =
            index % 5 == 0 ? "undetermined"
            : index % 7 == 0 ? "out"
            : "in";
        return new PlaceRow(
            at,
            seen is null ? index % 4 * 3.5 : 0,
            seen,
            zone,
            index % 3 == 0 ? [1, 2] : [1 + index % 4],
            rows
        );
    }
}
