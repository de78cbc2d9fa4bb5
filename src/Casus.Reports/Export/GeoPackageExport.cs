using System.Collections.Immutable;
using Casus.Core.Agreements;

namespace Casus.Reports.Export;

/// <summary>
/// judged.gpkg: the incidents as points, observers' sectors as areas in a layer of their own, and what the agreement
/// draws.
/// </summary>
internal sealed class GeoPackageExport : IRowExport
{
    private readonly GeoPackageFile file;
    private readonly ImmutableArray<ExportField> fields;
    private readonly FieldValue[] values;
    private readonly GeoPackageLayer incidents;
    private readonly GeoPackageLayer areas;

    /// <param name="changed">ISO 8601 with milliseconds.</param>
    public GeoPackageExport(
        string path,
        Agreement agreement,
        ImmutableArray<ExportField> fields,
        string description,
        string changed
    )
    {
        this.fields = fields;
        values = new FieldValue[fields.Length];
        file = new GeoPackageFile(path, changed);
        AgreementLayers.Write(file, agreement);
        ImmutableArray<(string, FieldKind)> columns = [.. fields.Select(field => (field.Name, field.Kind))];
        incidents = file.Layer(new LayerDefinition("incidents", "POINT", description, columns));
        areas = file.Layer(
            new LayerDefinition(
                "incident_areas",
                "GEOMETRY",
                $"Where an act lies that an observer heard from afar. {description}",
                columns
            )
        );
    }

    public void Write(JudgedRow row)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = fields[i].Read(row);
        }
        incidents.Add(row.Row.Place?.Point is { } point ? new Shape.Point(point) : null, values);
        if (row.Row.Place?.Observer is { } observer && ObserverShape.Of(observer) is { } area)
        {
            areas.Add(area, values);
        }
    }

    public void Finish()
    {
        incidents.Finish();
        areas.Finish();
        file.Finish();
    }

    public void Dispose()
    {
        incidents.Dispose();
        areas.Dispose();
        file.Dispose();
    }
}
