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
/// (<see cref="Suggestion"/>). Codes are stable: CAS1xxx syntax, CAS2xxx binding.
/// </summary>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    string Message,
    TextSpan Span,
    string? Help = null,
    string? Suggestion = null
);
