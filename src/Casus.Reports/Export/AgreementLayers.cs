using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Reports.Json;

namespace Casus.Reports.Export;

/// <summary>
/// What an agreement draws on the ground: its lines, its zones, and the pieces of the line that its sectors are.
/// </summary>
internal static class AgreementLayers
{
    public static void Write(GeoPackageFile file, Agreement agreement)
    {
        WriteLines(file, agreement);
        WriteZones(file, agreement);
        WriteSectors(file, agreement);
    }

    private static void WriteLines(GeoPackageFile file, Agreement agreement)
    {
        using var layer = file.Layer(
            new LayerDefinition(
                "lines",
                "LINESTRING",
                "Lines that the text measures from, as its files draw them.",
                [
                    ("name", FieldKind.Text),
                    ("as_of", FieldKind.Text),
                    ("accuracy_km", FieldKind.Real),
                    ("left_side", FieldKind.Text),
                    ("right_side", FieldKind.Text),
                    ("datum", FieldKind.Text),
                    ("method", FieldKind.Text),
                ]
            )
        );
        foreach (var line in agreement.Lines)
        {
            layer.Add(
                line.Vertices.IsEmpty ? null : new Shape.Line(line.Vertices),
                FieldValue.Of(line.Name),
                FieldValue.Of(line.AsOf is { } date ? IsoDate.Of(date) : null),
                FieldValue.Of(line.AccuracyKm),
                FieldValue.Of(line.Left),
                FieldValue.Of(line.Right),
                FieldValue.Of(line.Datum),
                FieldValue.Of(line.Method)
            );
        }
        layer.Finish();
    }

    /// <summary>
    /// A zone that is a distance from a line or a side of it has no geometry here: only its own judgement draws its
    /// border right.
    /// </summary>
    private static void WriteZones(GeoPackageFile file, Agreement agreement)
    {
        using var layer = file.Layer(
            new LayerDefinition(
                "zones",
                "MULTIPOLYGON",
                "Zones of the text. One that is not drawn as a polygon but said by a distance or a side has its words alone.",
                [("name", FieldKind.Text), ("written", FieldKind.Text)]
            )
        );
        foreach (var zone in agreement.Zones.Where(zone => zone.Declared))
        {
            var shape = zone.Area is Area.Polygons area
                ? new Shape.Polygons([.. area.Rings.Select(rings => new Shape.Polygon([.. rings.Select(Closed)]))])
                : null;
            layer.Add(shape, FieldValue.Of(zone.Name), FieldValue.Of(zone.Written));
        }
        layer.Finish();
    }

    private static void WriteSectors(GeoPackageFile file, Agreement agreement)
    {
        using var layer = file.Layer(
            new LayerDefinition(
                "sectors",
                "LINESTRING",
                "Sectors of the text: the pieces of the line to which places are assigned by the nearest point of it.",
                [
                    ("sector", FieldKind.Integer),
                    ("line", FieldKind.Text),
                    ("from_km", FieldKind.Real),
                    ("to_km", FieldKind.Real),
                ]
            )
        );
        if (agreement.Sectors is not { Count: > 0 } scheme)
        {
            return;
        }
        var line = agreement.Lines[scheme.Line];
        var pieces = SectorPieces.Of(line.Vertices, scheme);
        for (var i = 0; i < pieces.Length; i++)
        {
            layer.Add(
                new Shape.Line(pieces[i].Vertices),
                FieldValue.Of(i + 1),
                FieldValue.Of(line.Name),
                FieldValue.Of(pieces[i].FromMetres / 1000),
                FieldValue.Of(pieces[i].ToMetres / 1000)
            );
        }
        layer.Finish();
    }

    private static ImmutableArray<GeoPoint> Closed(ImmutableArray<GeoPoint> ring) => ring.Add(ring[0]);
}
