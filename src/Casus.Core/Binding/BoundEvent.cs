using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Core.Binding;

/// <summary>What a noun phrase that names an event turned out to be.</summary>
internal abstract record BoundEvent(string Noun)
{
    /// <summary>Rows: an attack, a violation.</summary>
    public sealed record Incident(string Noun, IncidentPattern Pattern) : BoundEvent(Noun);

    /// <summary>A grade or another condition followed through time; of these parties, where given.</summary>
    public sealed record Graded(string Noun, int Condition, ImmutableArray<string> Parties) : BoundEvent(Noun);

    /// <summary>A fact that is not an incident: a request, a warning.</summary>
    public sealed record Acted(string Noun, ActPattern Act) : BoundEvent(Noun);

    /// <summary>A point in time: entry into force.</summary>
    public sealed record Comes(string Noun, Point Point) : BoundEvent(Noun);

    /// <summary>No measure.</summary>
    public sealed record Open(string Noun) : BoundEvent(Noun);
}
