using System.Diagnostics.CodeAnalysis;

namespace Casus.Cli.Checks;

/// <summary>How `check` may write what it finds.</summary>
internal enum CheckFormat
{
    Text,
    Json,
    Sarif,
}

/// <summary>One form of the result, and where it goes: a file, or standard output where none is named.</summary>
internal sealed record CheckOutput(CheckFormat Format, string? File)
{
    public static readonly string[] Names = ["text", "json", "sarif"];

    public bool IsForMachines => Format != CheckFormat.Text;

    /// <summary>`json`, or `sarif=findings.sarif`.</summary>
    public static bool TryRead(string written, [NotNullWhen(true)] out CheckOutput? output)
    {
        var at = written.IndexOf('=', StringComparison.Ordinal);
        var (name, file) = at < 0 ? (written, null) : (written[..at], written[(at + 1)..]);
        var index = Array.IndexOf(Names, name);
        output = index < 0 || file is "" ? null : new CheckOutput((CheckFormat)index, file);
        return output is not null;
    }
}
