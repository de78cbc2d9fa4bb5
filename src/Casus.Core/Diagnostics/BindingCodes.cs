using System.Collections.Immutable;

namespace Casus.Core.Diagnostics;

/// <summary>The diagnostics of what a text means: CAS2xxx.</summary>
public static class BindingCodes
{
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
