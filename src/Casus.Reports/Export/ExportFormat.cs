using System.Collections.Immutable;

namespace Casus.Reports.Export;

/// <summary>The forms in which judged incidents are written for other programs.</summary>
public enum ExportFormat
{
    Csv,
    GeoJson,
    GeoPackage,
}

/// <summary>How a format is called on a command line, and the file that it makes.</summary>
public static class ExportFormats
{
    public static ImmutableArray<string> Names { get; } = ["csv", "geojson", "gpkg"];

    /// <summary>Null where it is the name of none.</summary>
    public static ExportFormat? Find(string name) =>
        Names.IndexOf(name) is >= 0 and var index ? (ExportFormat)index : null;

    /// <summary>No table is called so by whoever keeps it, so that `--out .` replaces none.</summary>
    public static string FileOf(ExportFormat format) => $"judged.{Names[(int)format]}";
}
