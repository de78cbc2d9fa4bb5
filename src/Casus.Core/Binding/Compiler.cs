using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Binding;

/// <summary>A compiled text: the agreement as far as it could be understood, and everything there is to say of it.</summary>
public sealed record Compilation(
    SourceText Source,
    DocumentSyntax Tree,
    Agreement Agreement,
    ImmutableArray<Diagnostic> Diagnostics
)
{
    /// <summary>An agreement with errors is shown and checked; it is not run.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
