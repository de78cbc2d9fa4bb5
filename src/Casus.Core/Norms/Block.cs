using System.Collections.Immutable;

namespace Casus.Core.Norms;

/// <summary>`On E: ...` (each time it arises) or `If C: ...` (while it holds).</summary>
public sealed record Block
{
    public required string Clause { get; init; }
    public required string Article { get; init; }
    public required int Order { get; init; }
    public bool Stands { get; init; } = true;

    /// <summary>Any of them; one act gives one arising (S17).</summary>
    public ImmutableArray<Trigger> Triggers { get; init; } = [];

    /// <summary>Of an `If` block: a tracked condition.</summary>
    public int? While { get; init; }

    /// <summary>Span tails on the event: `On a request by any party after 10 years after entry into force`.</summary>
    public Point? After { get; init; }

    /// <summary>`On an attack within 72 hours after X`: only what happens by then (the point included).</summary>
    public Point? Before { get; init; }

    /// <summary>As written, for people.</summary>
    public required string Written { get; init; }
}

public abstract record Trigger
{
    /// <summary>A row that meets the pattern: once a row (index into Agreement.Patterns).</summary>
    public sealed record Incident(int Pattern) : Trigger;

    /// <summary>A tracked condition arises; of these parties alone, where given.</summary>
    public sealed record Arises(int Condition, ImmutableArray<string> Parties) : Trigger;

    /// <summary>A fact that is not an incident: a request by Ukraine.</summary>
    public sealed record Acted(ActPattern Act) : Trigger;

    /// <summary>`On entry into force`, `On withdrawal`, a stated point.</summary>
    public sealed record Comes(Point Point) : Trigger;

    /// <summary>No measure: undetermined, for ever.</summary>
    public sealed record OpenTextured(string Text) : Trigger;
}
