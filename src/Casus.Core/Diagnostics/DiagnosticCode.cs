using Casus.Core.Text;

namespace Casus.Core.Diagnostics;

/// <summary>
/// A kind of diagnostic: its stable code, a title, and what it is about, why it matters and what to write.
/// </summary>
public sealed record DiagnosticCode(string Code, string Title, string Explanation, Severity Severity = Severity.Error)
{
    public Diagnostic Error(TextSpan span, string message, string help, string? suggestion = null) =>
        new(Code, Severity.Error, message, span, help, suggestion);

    public Diagnostic Warning(TextSpan span, string message, string help, string? suggestion = null) =>
        new(Code, Severity.Warning, message, span, help, suggestion);
}
