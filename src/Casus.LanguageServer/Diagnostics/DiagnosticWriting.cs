using Casus.Core.Diagnostics;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Diagnostics;

/// <summary>Diagnostics as the protocol writes them.</summary>
internal static class DiagnosticWriting
{
    public const string Source = "casus";

    public static PublishDiagnosticsParams Of(Analysis analysis) =>
        new(analysis.Uri, analysis.Version, [.. analysis.Diagnostics.Select(each => Of(analysis, each))]);

    public static ProtocolDiagnostic Of(Analysis analysis, Diagnostic diagnostic) =>
        new(
            analysis.RangeOf(Shown(analysis.Source, diagnostic.Span)),
            SeverityOf(diagnostic.Severity),
            diagnostic.Code,
            Source,
            MessageOf(diagnostic),
            diagnostic.Related.IsEmpty
                ? null
                :
                [
                    .. diagnostic.Related.Select(place => new RelatedInformation(
                        analysis.LocationOf(place.Span),
                        place.Message
                    )),
                ]
        );

    /// <summary>What was seen, why it matters, what to write: each on a line of its own.</summary>
    public static string MessageOf(Diagnostic diagnostic)
    {
        var message = diagnostic.Message;
        message += diagnostic.Help is { Length: > 0 } help ? $"\n{help}" : "";
        return message + (diagnostic.Suggestion is { Length: > 0 } suggestion ? $"\nWrite: {suggestion}" : "");
    }

    private static int SeverityOf(Severity severity) =>
        severity switch
        {
            Severity.Error => 1,
            Severity.Warning => 2,
            _ => 3,
        };

    /// <summary>
    /// A place is shown as at least one letter; what is said of the whole text stands at its first word.
    /// </summary>
    private static TextSpan Shown(SourceText source, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, source.Text.Length);
        var end = Math.Clamp(span.End, start, source.Text.Length);
        return TextSpan.FromBounds(start, Math.Min(source.Text.Length, Math.Max(end, start + 1)));
    }
}
