using System.Collections.Immutable;
using System.Security.Cryptography;
using Casus.Cli.Backtests;
using Casus.Core.Text;
using Casus.Data.Packages;
using Casus.Reports;

namespace Casus.Cli.Runs;

/// <summary>What summary.json keeps of a run so that it can be made again (docs/output.md).</summary>
internal static class RunRecord
{
    private const string OutOption = "--out";

    /// <param name="to">The folder that is written.</param>
    public static ReportedRun Of(BacktestRequest request, SourceText text, string to) =>
        new(
            WithoutOut(request.Arguments),
            Path.GetRelativePath(to, Directory.GetCurrentDirectory()),
            [
                .. from file in Texts(request, text)
                where File.Exists(file)
                let sha256 = Sha256(file)
                where sha256 is not null
                select (file, sha256),
            ]
        );

    /// <summary>Of a file's bytes; null where it cannot be read.</summary>
    public static string? Sha256(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A package brings its own mappings and coverage; a mapping may also be one that is built in.</summary>
    private static IEnumerable<string> Texts(BacktestRequest request, SourceText text)
    {
        var packages = request
            .Incidents.Select(path => Directory.Exists(path) ? Path.Combine(path, DataPackage.FileName) : path)
            .Where(path => path.EndsWith(DataPackage.FileName, StringComparison.OrdinalIgnoreCase));
        return [text.Path, .. packages, .. new[] { request.Mapping, request.Coverage }.OfType<string>()];
    }

    /// <summary>Where a run was written does not change what it is.</summary>
    private static ImmutableArray<string> WithoutOut(IReadOnlyList<string> arguments)
    {
        var kept = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == OutOption)
            {
                i++;
            }
            else if (!arguments[i].StartsWith(OutOption + "=", StringComparison.Ordinal))
            {
                kept.Add(arguments[i]);
            }
        }
        return kept.ToImmutable();
    }
}
