using Casus.Core.Diagnostics;

namespace Casus.Reports.Explain;

/// <summary>What a diagnostic is about, for a terminal.</summary>
public static class RuleText
{
    public static void Write(TextWriter writer, DiagnosticCode code) =>
        new Paragraphs(writer).Write("  ", code.Explanation, 2);
}
