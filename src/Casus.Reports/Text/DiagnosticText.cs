using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Reports.Text;

/// <summary>Diagnostics for people, one after the other, in the order given.</summary>
public static class DiagnosticText
{
    public static void Write(TextWriter writer, SourceText source, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            writer.Write(DiagnosticLines.Of(source, diagnostic));
        }
    }
}
