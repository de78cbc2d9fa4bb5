using System.Collections.Immutable;
using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;

namespace Casus.LanguageServer.Diagnostics;

/// <summary>Where the server asks for all there is to say of a text: as `check` does, without any solver.</summary>
internal sealed class DiagnosticSource
{
    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Diagnostic> Of(Compilation compilation, string? folder)
    {
        _ = folder;
        return Checker.Check(compilation, RuleSettings.Default);
    }
}
