using Casus.Core.Binding;
using Casus.Core.Diagnostics;

namespace Casus.Reports.Text;

/// <summary>Diagnostics for people, one after the other, in the order of the compilation.</summary>
public static class DiagnosticText
{
    public static void Write(TextWriter writer, Compilation compilation)
    {
        foreach (var diagnostic in compilation.Diagnostics)
        {
            writer.Write(DiagnosticLines.Of(compilation.Source, diagnostic));
        }
    }
}
