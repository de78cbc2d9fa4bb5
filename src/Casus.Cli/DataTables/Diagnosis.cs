using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Data.Incidents;
using Casus.Data.Inspection;

namespace Casus.Cli.DataTables;

/// <summary>What `data doctor` has to say: the table, and which of an agreement's columns it gives and lacks.</summary>
internal sealed record Diagnosis(TableInspection Table, Agreement? Agreement)
{
    public ImmutableArray<NeededColumn> Needed { get; } = Agreement is null ? [] : AgreementNeeds.Of(Agreement);

    public IEnumerable<NeededColumn> Lacking => Needed.Where(need => !Table.Given.ContainsKey(need.Column));

    /// <summary>What looks wrong beside the agreement's line, though each value by itself may be meant.</summary>
    public IEnumerable<string> Suspicions
    {
        get
        {
            var vertices = Agreement?.Lines.SelectMany(line => line.Vertices).ToArray() ?? [];
            if (vertices.Length == 0 || Table.Box is not { } box)
            {
                yield break;
            }
            var line = new BoundingBox(
                vertices.Min(point => point.Latitude),
                vertices.Min(point => point.Longitude),
                vertices.Max(point => point.Latitude),
                vertices.Max(point => point.Longitude)
            );
            if (IsNear(box, line))
            {
                yield break;
            }
            var exchanged = new BoundingBox(box.West, box.South, box.East, box.North);
            yield return IsNear(exchanged, line)
                ? "no row lies near the agreement's line, and all would with latitude and longitude exchanged: are they?"
                : "no row lies near the agreement's line";
        }
    }

    /// <summary>Within three degrees: some hundred kilometres, beyond any zone round a line.</summary>
    private static bool IsNear(BoundingBox a, BoundingBox b)
    {
        const double Near = 3;
        return a.South <= b.North + Near
            && b.South <= a.North + Near
            && a.West <= b.East + Near
            && b.West <= a.East + Near;
    }

    /// <summary>
    /// `--mapping` for the run; empty where the table needs none, null where it must be written first.
    /// </summary>
    public string? Mapping => Table.IsIncidentTable ? "" : Table.Fits?.Name;

    /// <summary>`5.1(a), 5.2 and 3 more`.</summary>
    public static string Shown(ImmutableArray<string> clauses)
    {
        const int Most = 4;
        var shown = string.Join(", ", clauses.Take(Most));
        return clauses.Length > Most ? $"{shown} and {clauses.Length - Most} more" : shown;
    }

    public static string NameOf(NeededColumn need) => IncidentColumns.NameOf(need.Column);
}
