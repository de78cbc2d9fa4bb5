using System.Globalization;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Stepping.Counting;

namespace Casus.Analysis.Explain;

/// <summary>Rows and acts in words, as the record has them at the end.</summary>
internal sealed class FactDescriber(Agreement agreement, ConditionMachine conditions)
{
    public FactShown Of(IncidentRow row)
    {
        var standing = conditions.StandingNow(row.Id);
        return new FactShown(
            row.Id,
            "row",
            What(row),
            row.Occurred.From,
            row.Occurred.To,
            row.KnownAt,
            standing is null ? "not in the life or the span of the run" : Where(standing),
            standing is null ? null : Evidence(row, standing),
            row.Assumed
        );
    }

    public static FactShown Of(Act act)
    {
        var by = act.By.IsEmpty ? "" : $" by {string.Join(", ", act.By)}";
        var to = act.To is null ? "" : $" to {act.To}";
        var under = act.Clause is null ? "" : $" under {act.Clause}";
        var value = act.Value is null ? "" : $": {act.Value}";
        return new FactShown(
            act.Id,
            "act",
            $"{act.Kind.ToString().ToLowerInvariant()}{by}{to}{under}{value}",
            act.At,
            act.At,
            act.KnownAt,
            null,
            act.Supposed ? "supposed" : null,
            []
        );
    }

    public static string Acts(long least, long most) =>
        most >= IncidentRow.Unbounded ? $"{Number(least)} or more"
        : least == most ? Number(least)
        : $"{Number(least)} to {Number(most)}";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string What(IncidentRow row)
    {
        var by = row.Party is null ? "" : $", said to be {row.Party}'s";
        var against = row.Against is null ? "" : $", on {row.Against}";
        var times = row is { CountMin: 1, CountMax: 1 } ? "" : $" ({Acts(row.CountMin, row.CountMax)} acts)";
        return $"{row.Conduct}{times}{by}{against}";
    }

    private string Where(RowStanding standing)
    {
        var parts = new List<string>();
        for (var zone = 0; zone < agreement.Zones.Length; zone++)
        {
            if (agreement.Zones[zone].Declared)
            {
                parts.Add(
                    standing.Location.Zones[zone] switch
                    {
                        Verdict.Met => $"in {agreement.Zones[zone].Name}",
                        Verdict.NotMet => $"outside {agreement.Zones[zone].Name}",
                        _ => $"perhaps in {agreement.Zones[zone].Name}",
                    }
                );
            }
        }
        if (agreement.Sectors is { Count: > 0 })
        {
            parts.Add(SectorsOf(standing));
        }
        for (var line = 0; line < agreement.Lines.Length; line++)
        {
            if (standing.Location.DistanceMetres[line] is { } metres)
            {
                var km = (metres / 1000.0).ToString("0.#", CultureInfo.InvariantCulture);
                parts.Add($"{km} km from {agreement.Lines[line].Name}");
            }
        }
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string SectorsOf(RowStanding standing) =>
        standing.Location.Sectors switch
        {
            { IsDefault: true } => "no sector known",
            [] => "",
            [var only] => $"sector {only}",
            [var first, .., var last] many when many.Length > 3 => $"a sector from {first} to {last}",
            var few => $"sector {string.Join(" or ", few)}",
        };

    private string Evidence(IncidentRow row, RowStanding standing)
    {
        var established = standing.Established switch
        {
            _ when agreement.Established is null => "",
            Verdict.Met => $"established{By(row, FindingKind.Verified)}",
            Verdict.NotMet => $"rejected{By(row, FindingKind.Rejected)}",
            _ => "not shown to be established",
        };
        var attributed =
            agreement.Attributed is null ? ""
            : standing.Attributed ? $"attributed to {standing.Party ?? row.Party}{By(row, FindingKind.Attributed)}"
            : "attributed to nobody";
        var present = standing.Present ? "" : "not in the record (superseded, or outside the life)";
        return string.Join("; ", new[] { present, established, attributed }.Where(part => part.Length > 0));
    }

    private static string By(IncidentRow row, FindingKind kind)
    {
        var finding = row.Findings.LastOrDefault(finding => finding.Kind == kind);
        if (finding is null)
        {
            return kind == FindingKind.Verified ? " by its sources" : "";
        }
        var confidence = finding.Confidence is { } sure ? $", {sure.ToString().ToLowerInvariant()}" : "";
        return $" by {finding.By}{confidence}, {PlainTime.Of(finding.At)}";
    }
}
