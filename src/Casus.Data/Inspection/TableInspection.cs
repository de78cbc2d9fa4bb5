using System.Collections.Immutable;
using Casus.Data.Incidents;
using Casus.Data.Mappings;

namespace Casus.Data.Inspection;

/// <summary>What was found in a table.</summary>
public sealed record TableInspection
{
    public required string File { get; init; }

    /// <summary>In plain words, gzip included.</summary>
    public required string Format { get; init; }
    public required string Sha256 { get; init; }
    public required int Rows { get; init; }

    /// <summary>Rows that are none, and why the first is.</summary>
    public required int Faults { get; init; }
    public string? FirstFault { get; init; }
    public required ImmutableArray<ColumnInspection> Columns { get; init; }

    /// <summary>Columns that are there and are not read, each with its reason.</summary>
    public ImmutableArray<string> Unread { get; init; } = [];

    /// <summary>The box round the points, in degrees; null where there are none.</summary>
    public BoundingBox? Box { get; init; }

    /// <summary>What looks wrong, in whole sentences.</summary>
    public ImmutableArray<string> Suspicions { get; init; } = [];

    /// <summary>Whether the columns are those of the incident table, so that no mapping is needed.</summary>
    public bool IsIncidentTable { get; init; }

    /// <summary>The built-in mapping that fits; null where none does.</summary>
    public Mapping? Fits { get; init; }

    /// <summary>Why it fits, or what is in the way of one that nearly does.</summary>
    public required string Why { get; init; }

    /// <summary>
    /// Columns of the incident table that a run would have, with the mapping that fits or a first guess.
    /// </summary>
    public required ImmutableSortedDictionary<IncidentColumn, string> Given { get; init; }

    public ColumnInspection? Column(string name) =>
        Columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Degrees of WGS 84.</summary>
public sealed record BoundingBox(double South, double West, double North, double East);
