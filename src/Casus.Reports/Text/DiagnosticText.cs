using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Reports.Text;

/// <summary>Diagnostics for people: file, line and column, the line itself with a caret, why it matters, what to write.</summary>
public static class DiagnosticText
{
    private const int WidestLine = 110;

    public static void Write(TextWriter writer, Compilation compilation)
    {
        foreach (var diagnostic in compilation.Diagnostics)
        {
            Write(writer, compilation.Source, diagnostic);
        }
    }

    private static void Write(TextWriter writer, SourceText source, Diagnostic diagnostic)
    {
        var (line, column) = source.PositionOf(Math.Min(diagnostic.Span.Start, source.Text.Length));
        var severity = diagnostic.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
        writer.WriteLine($"{source.Path}:{line}:{column}: {severity} {diagnostic.Code}: {diagnostic.Message}");
        WriteCaret(writer, source.Line(line), column, diagnostic.Span.Length);
        if (diagnostic.Help is { Length: > 0 } help)
        {
            writer.WriteLine($"  why    {help}");
        }
        if (diagnostic.Suggestion is { Length: > 0 } suggestion)
        {
            writer.WriteLine($"  write  {suggestion}");
        }
    }

    /// <summary>A line that is wider than a screen is shown round the place.</summary>
    private static void WriteCaret(TextWriter writer, string text, int column, int length)
    {
        var shown = text.Replace('\t', ' ');
        var start = Math.Max(0, Math.Min(column - 1, shown.Length) - (WidestLine / 2));
        if (shown.Length <= WidestLine)
        {
            start = 0;
        }
        var window = shown.Substring(start, Math.Min(WidestLine, shown.Length - start));
        var caret = Math.Min(column - 1 - start, window.Length);
        var carets = Math.Clamp(length, 1, Math.Max(1, window.Length - caret));
        writer.WriteLine($"    {window.TrimEnd()}");
        writer.WriteLine($"    {new string(' ', caret)}{new string('^', carets)}");
    }
}
