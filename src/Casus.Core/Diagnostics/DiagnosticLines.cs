using System.Globalization;
using System.Text;
using Casus.Core.Text;

namespace Casus.Core.Diagnostics;

/// <summary>
/// Writes a diagnostic for people: place, code and message; the line with the part underlined; why it matters; what to
/// write. Without colours; lines end with a line feed.
/// </summary>
public static class DiagnosticLines
{
    private const int WidestLine = 110;

    public static string Of(SourceText source, Diagnostic diagnostic)
    {
        var (line, column) = source.PositionOf(Math.Min(diagnostic.Span.Start, source.Text.Length));
        var (shown, underline) = Underlined(source.Line(line), column, diagnostic.Span.Length);
        var number = line.ToString(CultureInfo.InvariantCulture);
        var margin = new string(' ', number.Length);
        var builder = new StringBuilder();
        builder.Append(CultureInfo.InvariantCulture, $"{source.Path}:{line}:{column}: {NameOf(diagnostic.Severity)} ");
        builder.Append(CultureInfo.InvariantCulture, $"{diagnostic.Code}: {diagnostic.Message}\n");
        builder.Append(CultureInfo.InvariantCulture, $"  {number} | {shown}\n");
        builder.Append(CultureInfo.InvariantCulture, $"  {margin} | {underline}\n");
        foreach (var related in diagnostic.Related)
        {
            var (atLine, atColumn) = source.PositionOf(Math.Min(related.Span.Start, source.Text.Length));
            builder.Append(
                CultureInfo.InvariantCulture,
                $"  see    {source.Path}:{atLine}:{atColumn}: {related.Message}\n"
            );
        }
        if (diagnostic.Help is { Length: > 0 } help)
        {
            builder.Append(CultureInfo.InvariantCulture, $"  help   {help}\n");
        }
        if (diagnostic.Suggestion is { Length: > 0 } suggestion)
        {
            builder.Append(CultureInfo.InvariantCulture, $"  write  {suggestion}\n");
        }
        foreach (var fix in diagnostic.Fixes)
        {
            var note = fix.Safety == FixSafety.Safe ? "--fix does it" : "a negotiator's choice: the meaning changes";
            builder.Append(CultureInfo.InvariantCulture, $"  fix    {fix.Title} ({note})\n");
        }
        return builder.ToString();
    }

    /// <summary>error, warning or information.</summary>
    public static string NameOf(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "information",
        };

    /// <summary>
    /// The line and carets under the part, at most to the end of the line. A tab is shown as a space; a line wider than
    /// a screen is shown round the place.
    /// </summary>
    private static (string Line, string Underline) Underlined(string line, int column, int length)
    {
        var text = line.Replace('\t', ' ').TrimEnd();
        var place = Math.Min(column - 1, text.Length);
        var from = text.Length <= WidestLine ? 0 : Math.Max(0, place - (WidestLine / 2));
        var window = text.Substring(from, Math.Min(WidestLine, text.Length - from));
        var carets = Math.Clamp(length, 1, Math.Max(1, window.Length - (place - from)));
        return (window.TrimEnd(), new string(' ', place - from) + new string('^', carets));
    }
}
