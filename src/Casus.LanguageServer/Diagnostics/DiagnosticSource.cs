using System.Collections.Concurrent;
using System.Collections.Immutable;
using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Data.Settings;

namespace Casus.LanguageServer.Diagnostics;

/// <summary>
/// Where the server asks for all there is to say of a text: as `check` does, under the nearest casus.toml and without
/// any solver.
/// </summary>
internal sealed class DiagnosticSource
{
    private readonly ConcurrentDictionary<string, Known> settings = new(StringComparer.Ordinal);

    private sealed record Known(DateTime Written, RuleSettings Settings);

    /// <summary>In the order of the text. A text without a folder has every rule at its own severity.</summary>
    public ImmutableArray<Diagnostic> Of(Compilation compilation, string? folder) =>
        Checker.Check(compilation, folder is null ? RuleSettings.Default : SettingsFor(folder));

    /// <summary>
    /// Read again where the file has been written since. One that cannot be used leaves the rules as they are: `check`
    /// says what is wrong with it.
    /// </summary>
    private RuleSettings SettingsFor(string folder)
    {
        if (SettingsFile.Nearest(folder) is not { } file)
        {
            return RuleSettings.Default;
        }
        var written = File.GetLastWriteTimeUtc(file);
        if (!settings.TryGetValue(file, out var known) || known.Written != written)
        {
            settings[file] = known = new Known(written, SettingsFile.Read(file).Settings);
        }
        return known.Settings;
    }
}
