using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>An act that a persisting condition may wait for, and the verb of the duty that it performs.</summary>
public sealed record Anchor(Act Act, string Verb);

/// <summary>[From, To) in which nothing counts; null: it still stands.</summary>
public sealed record Suspension(Moment From, Moment? To);

/// <summary>Everything that the reference judges: an agreement, a record and the bounds of the run.</summary>
public sealed record ReferenceCase
{
    public required Agreement Agreement { get; init; }
    public required ImmutableArray<IncidentRow> Rows { get; init; }
    public ImmutableArray<Anchor> Anchors { get; init; } = [];

    /// <summary>First second of the life; null: not in force.</summary>
    public required Moment? LifeFrom { get; init; }

    /// <summary>Last second of the life; null: no end.</summary>
    public Moment? LifeTo { get; init; }
    public ImmutableArray<Suspension> Suspensions { get; init; } = [];

    /// <summary>Closed times for which no table is complete (S16).</summary>
    public ImmutableArray<TimeInterval> Uncovered { get; init; } = [];

    /// <summary>The last instant that is judged.</summary>
    public required Moment Horizon { get; init; }

    /// <summary>Where a row's acts may lie.</summary>
    public required Func<IncidentRow, Location> Locate { get; init; }

    /// <summary>Geodesic distance in whole metres.</summary>
    public required Func<GeoPoint, GeoPoint, int> Metres { get; init; }

    /// <summary>Instants that are judged besides those at which a verdict may change; they alter nothing.</summary>
    public ImmutableArray<Moment> AlsoAt { get; init; } = [];

    /// <summary>Patterns, by index, that rows are judged against one by one.</summary>
    public ImmutableArray<int> Watched { get; init; } = [];
}
