using System.Collections.Immutable;
using System.Text.Json;
using Casus.Cli.Inputs;
using Casus.Data.Tables;

namespace Casus.Cli.Runs;

/// <summary>A file that a run read, and the SHA-256 that it then had.</summary>
internal sealed record ReadFile(string File, string Sha256);

/// <summary>What a folder that `backtest --out` wrote says of how it was made.</summary>
internal sealed record RunFolder
{
    public const string EffectsFile = "effects.jsonl";
    private const string SummaryFile = "summary.json";

    /// <summary>As the user gave it.</summary>
    public required string Folder { get; init; }

    /// <summary>Of the command that made it, without --out.</summary>
    public required ImmutableArray<string> Arguments { get; init; }

    /// <summary>The whole path of the folder in which the command was given.</summary>
    public required string From { get; init; }
    public required ImmutableArray<ReadFile> Files { get; init; }
    public required string EngineVersion { get; init; }
    public required string StateHash { get; init; }

    public string Effects => Path.Combine(Folder, EffectsFile);

    /// <summary>The command that makes the run again, to be given where the first one was.</summary>
    public string Command => ShellWords.Join(["./casus", .. Arguments, "--out", Folder]);

    /// <summary>Null with a problem where the folder holds no run of this version of the engine.</summary>
    public static RunFolder? Open(string folder, out InputProblem? problem)
    {
        var file = Path.Combine(folder, SummaryFile);
        problem = null;
        if (!Directory.Exists(folder) || !File.Exists(file))
        {
            var what = Directory.Exists(folder) ? $"the folder holds no {SummaryFile}" : "there is no such folder";
            problem = new InputProblem(
                folder,
                null,
                what,
                "there is no run to explain",
                "Write one with ./casus backtest ... --out DIR, and name DIR"
            );
            return null;
        }
        try
        {
            using var summary = JsonDocument.Parse(File.ReadAllBytes(file));
            var run = Read(folder, summary.RootElement);
            problem = run.OtherVersion();
            return problem is null ? run : null;
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            problem = new InputProblem(
                file,
                null,
                "it is no summary that says how its run was made",
                "without its `run` part a run cannot be made again",
                "Make the run again with this version: ./casus backtest ... --out DIR"
            );
            return null;
        }
    }

    /// <summary>
    /// Files that are missing, or are no longer what the run read; none: the run can be made again.
    /// </summary>
    public ImmutableArray<(string File, bool Missing)> Changed()
    {
        var changed = ImmutableArray.CreateBuilder<(string, bool)>();
        foreach (var read in Files)
        {
            var path = Path.Combine(From, read.File);
            if (!File.Exists(path))
            {
                changed.Add((read.File, true));
            }
            else if (RunRecord.Sha256(path) != read.Sha256)
            {
                changed.Add((read.File, false));
            }
        }
        return changed.ToImmutable();
    }

    private static RunFolder Read(string folder, JsonElement summary)
    {
        var run = summary.GetProperty("run");
        var engine = summary.GetProperty("engine");
        var files = run.GetProperty("texts").EnumerateArray().Concat(summary.GetProperty("inputs").EnumerateArray());
        return new RunFolder
        {
            Folder = folder,
            Arguments = [.. run.GetProperty("arguments").EnumerateArray().Select(one => one.GetString()!)],
            From = Path.GetFullPath(Path.Combine(folder, run.GetProperty("from").GetString()!)),
            Files =
            [
                .. files.Select(one => new ReadFile(
                    one.GetProperty("file").GetString()!,
                    one.GetProperty("sha256").GetString()!
                )),
            ],
            EngineVersion = engine.GetProperty("version").GetString()!,
            StateHash = engine.GetProperty("stateHash").GetString()!,
        };
    }

    private InputProblem? OtherVersion() =>
        EngineVersion == Core.Stepping.EngineVersion.Current
            ? null
            : new InputProblem(
                Folder,
                null,
                $"the run is of engine {EngineVersion}, and this is {Core.Stepping.EngineVersion.Current}",
                "two versions may say different things of the same facts, so nothing of it is explained",
                $"Make the run again: {Command}"
            );
}
