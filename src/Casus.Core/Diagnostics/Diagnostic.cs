using System.Collections.Immutable;
using Casus.Core.Text;

namespace Casus.Core.Diagnostics;

public enum Severity
{
    /// <summary>Compiles; its meaning comes later, or a reader should know.</summary>
    Information,

    /// <summary>A finding.</summary>
    Warning,
    Error,
}

/// <summary>
/// Something to tell the drafter: what was seen, where, why it matters (<see cref="Help"/>) and what to write instead
/// (<see cref="Suggestion"/>). Codes are stable: CAS1xxx syntax, CAS2xxx binding, CAS3xxx the rules of Checking/.
/// </summary>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    string Message,
    TextSpan Span,
    string? Help = null,
    string? Suggestion = null
)
{
    /// <summary>Other places that the message speaks of, such as the sentence that this one contradicts.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>Ways to mend it, the best first.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = [];

    /// <summary>The same of a text in which everything stands so many letters further on.</summary>
    internal Diagnostic Moved(int by) =>
        this with
        {
            Span = Moved(Span, by),
            Related = [.. Related.Select(place => place with { Span = Moved(place.Span, by) })],
            Fixes =
            [
                .. Fixes.Select(fix =>
                    fix with
                    {
                        Edits = [.. fix.Edits.Select(edit => edit with { Span = Moved(edit.Span, by) })],
                    }
                ),
            ],
        };

    private static TextSpan Moved(TextSpan span, int by) => span with { Start = span.Start + by };
}
