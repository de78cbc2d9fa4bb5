using System.Collections.Immutable;
using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>What a rule found: where, what was seen, and what to write instead.</summary>
public sealed record Finding(TextSpan Span, string Message, string? Suggestion = null)
{
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];
    public ImmutableArray<Fix> Fixes { get; init; } = [];

    public Finding With(RelatedPlace place) => this with { Related = Related.Add(place) };

    public Finding With(Fix fix) => this with { Fixes = Fixes.Add(fix) };
}
