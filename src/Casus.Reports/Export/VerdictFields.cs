using System.Collections.Immutable;
using System.Text;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Reports.Json;

namespace Casus.Reports.Export;

/// <summary>
/// What was judged of a row, as columns: met, notMet or undetermined; empty where the row is not of the record.
/// </summary>
internal static class VerdictFields
{
    public static ImmutableArray<ExportField> All(Agreement agreement)
    {
        var line = agreement.Lines.TakeWhile(datum => datum.Vertices.IsEmpty).Count();
        var hasLine = line < agreement.Lines.Length;
        return
        [
            new("in_record", FieldKind.Text, row => FieldValue.Of(row.Standing is null ? "no" : "yes")),
            Verdict("established", row => row.Standing!.Established),
            Verdict("attributed", row => row.Standing!.Attributed),
            Verdict("breach", row => row.Standing!.Breach),
            .. Zones(agreement),
            new(
                "possible_sectors",
                FieldKind.Text,
                row => FieldValue.Of(agreement.Sectors is null ? null : Sectors(row))
            ),
            new("side", FieldKind.Text, row => FieldValue.Of(hasLine ? Side(agreement, row, line) : null)),
            new(
                "distance_km",
                FieldKind.Real,
                row =>
                    FieldValue.Of(hasLine && row.Location.DistanceMetres[line] is { } metres ? metres / 1000.0 : null)
            ),
            new(
                "assumed",
                FieldKind.Text,
                row => FieldValue.Of(row.Row.Assumed.IsDefaultOrEmpty ? null : string.Join('|', row.Row.Assumed))
            ),
            new("file", FieldKind.Text, row => FieldValue.Of(row.Row.File)),
        ];
    }

    /// <summary>`zone_buffer` for a zone Buffer; names that would be the same are numbered.</summary>
    private static IEnumerable<ExportField> Zones(Agreement agreement)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < agreement.Zones.Length; i++)
        {
            if (!agreement.Zones[i].Declared)
            {
                continue;
            }
            var zone = i;
            var name = $"zone_{Plain(agreement.Zones[i].Name)}";
            for (var again = 2; !taken.Add(name); again++)
            {
                name = $"zone_{Plain(agreement.Zones[i].Name)}_{again}";
            }
            yield return Verdict(name, row => row.Location.Zones[zone]);
        }
    }

    private static ExportField Verdict(string name, Func<JudgedRow, Verdict> read) =>
        new(
            name,
            FieldKind.Text,
            row => row.Standing is null ? FieldValue.None : FieldValue.Of(JsonNames.Of(read(row)))
        );

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name)
        {
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_');
        }
        return plain.ToString();
    }

    /// <summary>
    /// `any` where nothing is known of the place; null where it is surely outside of everything that has sectors.
    /// </summary>
    private static string? Sectors(JudgedRow row) =>
        row.Location.Sectors.IsDefault ? "any"
        : row.Location.Sectors.IsEmpty ? null
        : string.Join('|', row.Location.Sectors);

    private static string Side(Agreement agreement, JudgedRow row, int line) =>
        row.Location.Left[line] switch
        {
            Core.Conditions.Verdict.Met => agreement.Lines[line].Left ?? "left",
            Core.Conditions.Verdict.NotMet => agreement.Lines[line].Right ?? "right",
            _ => JsonNames.Of(Core.Conditions.Verdict.Undetermined),
        };
}
