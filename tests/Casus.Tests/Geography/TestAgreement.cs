using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Time;

namespace Casus.Tests.Geography;

/// <summary>Agreements that declare nothing but places.</summary>
internal static class TestAgreement
{
    /// <summary>The line of the published corner cases: 38 E from 48 N to 48.9 N, northward, in three edges.</summary>
    public static ImmutableArray<GeoPoint> StraightLine { get; } =
    [new(48.0, 38), new(48.3, 38), new(48.6, 38), new(48.9, 38)];

    public static Agreement With(
        ImmutableArray<GeoPoint> line,
        long sectorMetres,
        params ReadOnlySpan<(string Name, Area Area)> zones
    )
    {
        var built = ImmutableArray.CreateBuilder<Zone>();
        foreach (var (name, area) in zones)
        {
            built.Add(new Zone(name, name, area));
        }
        return new Agreement
        {
            Title = "Test",
            File = "test.casus",
            Calendar = AgreementCalendar.Utc,
            Lines =
            [
                new DatumLine("Contact Line", "line.geojson", null, false, line) { Left = "Ukraine", Right = "Russia" },
            ],
            Zones = built.ToImmutable(),
            Sectors = new SectorScheme(0, sectorMetres, Sectors.CountFor(line, sectorMetres)),
        };
    }
}
