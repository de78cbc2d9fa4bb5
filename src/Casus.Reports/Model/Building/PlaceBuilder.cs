using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;
using Casus.Reports.Json;

namespace Casus.Reports.Model.Building;

/// <summary>
/// Where the rows lie and when. Places are those that the rows name; where these are too many to be told apart on a
/// map, they are the cells of a grid, and time is cut in weeks.
/// </summary>
internal sealed class PlaceBuilder
{
    private const int MostRows = 12_000;
    private const int MostPlaces = 4_000;
    private const int MostTallies = 150_000;
    private const int Week = 7;
    private const int MostBinDays = 28;
    private const double CellDegrees = 0.05;
    private readonly Agreement agreement;
    private readonly IReadOnlyList<RecordStanding> rows;
    private readonly List<PlaceRow> places = [];
    private readonly int[] placeOf;
    private double? cell;

    public PlaceBuilder(Agreement agreement, IReadOnlyList<RecordStanding> rows)
    {
        this.agreement = agreement;
        this.rows = rows;
        placeOf = new int[rows.Count];
        if (!Gather(null))
        {
            cell = CellDegrees;
            while (!Gather(cell))
            {
                cell *= 2;
            }
        }
    }

    public PlaceTable Build()
    {
        var calendar = agreement.Calendar;
        var days = rows.Select(row => calendar.DayOf(row.Row.Occurred.From)).ToArray();
        var first = days.Length == 0 ? 0 : days.Min();
        var last = days.Length == 0 ? -1 : days.Max();
        var conducts = rows.Select(row => row.Row.Conduct).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var binDays = rows.Count > MostRows ? Week : 1;
        var tallies = Tally(days, first, binDays, conducts);
        while (rows.Count > MostRows && tallies.Count > MostTallies && (binDays < MostBinDays || cell is not null))
        {
            // What a page cannot show it need not hold: first time is told less finely, then place.
            if (binDays < MostBinDays)
            {
                binDays *= 2;
            }
            else
            {
                cell *= 2;
                Gather(cell);
            }
            tallies = Tally(days, first, binDays, conducts);
        }
        var bins = ((last - first) / binDays) + 1;
        var starts = Enumerable
            .Range(0, rows.Count == 0 ? 0 : bins + 1)
            .Select(bin => calendar.StartOfDay(first + (bin * binDays)).Second);
        return new PlaceTable(
            cell,
            binDays,
            IsoDate.Of(AgreementCalendar.LocalDateOf(first)),
            [.. starts],
            conducts,
            placeOf.Count(place => place < 0),
            [.. places],
            [
                .. tallies
                    .OrderBy(tally => (tally.Key.Bin, tally.Key.Place, tally.Key.Conduct))
                    .Select(tally => new PlaceTally(
                        tally.Key.Place,
                        tally.Key.Bin,
                        tally.Key.Conduct,
                        tally.Value.Rows,
                        tally.Value.Acts
                    )),
            ]
        );
    }

    private Dictionary<(int Place, int Bin, int Conduct), (int Rows, long Acts)> Tally(
        int[] days,
        int first,
        int binDays,
        ImmutableArray<string> conducts
    )
    {
        var conductOf = conducts.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, p => p.index);
        var tallies = new Dictionary<(int Place, int Bin, int Conduct), (int Rows, long Acts)>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i].Row;
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(
                tallies,
                (placeOf[i], (days[i] - first) / binDays, conductOf[row.Conduct]),
                out _
            );
            tally = (tally.Rows + 1, Math.Min(tally.Acts + row.CountMin, IncidentRow.Unbounded));
        }
        return tallies;
    }

    /// <summary>All rows; where they are too many, those that an effect shown cites.</summary>
    public RowTable Rows(ImmutableArray<EffectLine> shown)
    {
        var cited =
            rows.Count > MostRows
                ? shown
                    .SelectMany(effect => effect.Facts)
                    .Distinct()
                    .Take(MostRows / 2)
                    .ToHashSet(StringComparer.Ordinal)
                : null;
        var lines = ImmutableArray.CreateBuilder<RowLine>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (cited is null || cited.Contains(rows[i].Row.Id))
            {
                lines.Add(Line(rows[i], placeOf[i]));
            }
        }
        return new RowTable(rows.Count, lines.ToImmutable());
    }

    private static RowLine Line(RecordStanding standing, int place)
    {
        var row = standing.Row;
        return new RowLine(
            row.Id,
            row.Occurred.From.Second,
            row.Occurred.To.Second,
            row.KnownAt.Second,
            place,
            row.Conduct,
            row.Count,
            row.CountMin,
            row.CountMax >= IncidentRow.Unbounded ? null : row.CountMax,
            row.Party,
            JsonNames.Of(standing.Established),
            JsonNames.Of(standing.Attributed),
            JsonNames.Of(standing.Breach),
            row.Organisation ?? row.Source,
            row.Assumed
        );
    }

    /// <summary>False where the places are more than a map can show.</summary>
    private bool Gather(double? side)
    {
        places.Clear();
        var known = new Dictionary<(LonLat, double, ObserverSector?, string), int>();
        for (var i = 0; i < rows.Count; i++)
        {
            placeOf[i] = -1;
            if (rows[i].Row.Place is not { } place || Where(place) is not { } at)
            {
                continue;
            }
            var zone = ZoneOf(rows[i].Inside);
            var position = side is { } degrees ? Snap(at, degrees) : MapBuilder.Position(at);
            var key = side is null
                ? (position, place.RadiusKm, place.Point is null ? place.Observer : null, zone)
                : (position, 0, null, "");
            if (!known.TryGetValue(key, out var index))
            {
                known.Add(key, index = places.Count);
                places.Add(
                    new PlaceRow(
                        position,
                        place.RadiusKm,
                        side is null && place.Point is null ? Observed(place.Observer!) : null,
                        zone,
                        [.. rows[i].Sectors],
                        0
                    )
                );
                if (places.Count > MostPlaces)
                {
                    return false;
                }
            }
            var before = places[index];
            places[index] = before with
            {
                Rows = before.Rows + 1,
                RadiusKm = Math.Max(before.RadiusKm, place.RadiusKm),
                Zone = before.Zone == zone ? zone : ZoneOf(Verdict.Undetermined),
            };
            placeOf[i] = index;
        }
        return true;
    }

    /// <summary>The point, or the observer of a sector that ends; null where nothing bounds the place.</summary>
    private static GeoPoint? Where(Place place) =>
        place.Point ?? (place.Observer is { DistanceMaxKm: not null } observer ? observer.Observer : null);

    private static string ZoneOf(Verdict inside) =>
        inside switch
        {
            Verdict.Met => "in",
            Verdict.NotMet => "out",
            _ => "undetermined",
        };

    private static LonLat Snap(GeoPoint at, double degrees) =>
        new(
            Math.Round((Math.Floor(at.Longitude / degrees) + 0.5) * degrees, 4),
            Math.Round((Math.Floor(at.Latitude / degrees) + 0.5) * degrees, 4)
        );

    private static ObserverArea Observed(ObserverSector sector) =>
        new(
            [
                .. sector.Arcs.Select(arc => new Bearings(
                    arc.CentreDeg - arc.HalfWidthDeg,
                    arc.CentreDeg + arc.HalfWidthDeg
                )),
            ],
            sector.DistanceMinKm,
            sector.DistanceMaxKm
        );
}
