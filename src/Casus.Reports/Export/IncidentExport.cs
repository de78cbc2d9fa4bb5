using System.Collections.Immutable;
using System.Globalization;
using Casus.Analysis.Backtest;
using Casus.Core.Facts;
using Casus.Reports.Model.Building;
using Casus.Reports.Output;

namespace Casus.Reports.Export;

/// <summary>Writes every row of a run with what was judged of it, in each format asked for, in one pass.</summary>
public static class IncidentExport
{
    /// <param name="progress">Gets the number of rows written; null: nobody asks.</param>
    public static void Write(
        OutputFolder folder,
        IReadOnlyCollection<ExportFormat> formats,
        BacktestResult result,
        ImmutableArray<IncidentRow> rows,
        Action<int>? progress
    )
    {
        if (formats.Count == 0)
        {
            return;
        }
        var judged = new JudgedRows(result, rows);
        ImmutableArray<ExportField> fields =
        [
            .. IncidentFields.All(judged.HasSeveralFiles),
            .. VerdictFields.All(result.Agreement),
        ];
        var description = Describe(result, rows);
        var exports = new List<IRowExport>();
        try
        {
            foreach (var format in formats.Distinct())
            {
                exports.Add(Open(folder, format, result, fields, description));
            }
            var written = 0;
            foreach (var row in judged.All())
            {
                exports.ForEach(export => export.Write(row));
                progress?.Invoke(++written);
            }
            exports.ForEach(export => export.Finish());
        }
        finally
        {
            exports.ForEach(export => export.Dispose());
        }
    }

    private static IRowExport Open(
        OutputFolder folder,
        ExportFormat format,
        BacktestResult result,
        ImmutableArray<ExportField> fields,
        string description
    )
    {
        var file = ExportFormats.FileOf(format);
        return format switch
        {
            ExportFormat.Csv => new CsvExport(folder.Create(file), fields),
            ExportFormat.GeoJson => new GeoJsonExport(folder.Create(file), fields, description),
            _ => new GeoPackageExport(
                folder.PathOf(file),
                result.Agreement,
                fields,
                description,
                result.Horizon.ToString().Replace("Z", ".000Z", StringComparison.Ordinal)
            ),
        };
    }

    /// <summary>What a reader of the layer must know before using it.</summary>
    private static string Describe(BacktestResult result, ImmutableArray<IncidentRow> rows)
    {
        var number = rows.Length.ToString("N0", CultureInfo.InvariantCulture);
        return string.Join(
            ". ",
            [
                $"{number} incident rows as judged under \"{result.Agreement.Title}\" in hindsight, assumptions filled in",
                .. SyntheticRows.Words(rows),
            ]
        );
    }
}
