using System.Collections.Immutable;
using Casus.Core.Binding;

namespace Casus.Core.Diagnostics;

/// <summary>The diagnostics of what a text means: CAS2xxx.</summary>
public static class BindingCodes
{
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [.. Codes.All.Select(code => new DiagnosticCode(code.Id, code.Title, code.Help, code.Severity))];
}
