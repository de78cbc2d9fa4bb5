namespace Casus.Reports.Output;

/// <summary>
/// A folder of results that appears whole or not at all. Files are written aside, next to the target, and renamed into it
/// when all are done. Dispose takes away what was not published.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private readonly string target;
    private readonly string aside;
    private readonly Lock gate = new();
    private bool finished;

    private OutputFolder(string target, string aside)
    {
        this.target = target;
        this.aside = aside;
    }

    /// <summary>Every file that a backtest may write; publishing takes away those of an earlier run.</summary>
    public static IReadOnlyList<string> KnownFiles { get; } =
    ["report.html", "summary.json", "effects.jsonl", "rejected.csv"];

    /// <summary>Opens a folder for writing. Null, with the reason in plain words, where nothing can be written there.</summary>
    public static OutputFolder? Open(string folder, out string? problem)
    {
        problem = null;
        try
        {
            var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (File.Exists(target))
            {
                problem = "it is a file, not a folder";
                return null;
            }
            if (Directory.Exists(target))
            {
                ProbeWritable(target);
            }
            var parent = Path.GetDirectoryName(target) ?? target;
            Directory.CreateDirectory(parent);
            var aside = Path.Combine(parent, $".{Path.GetFileName(target)}.{Environment.ProcessId}.part");
            Directory.CreateDirectory(aside);
            return new OutputFolder(target, aside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problem = e.Message.TrimEnd('.');
            return null;
        }
    }

    /// <summary>Where a file is written until it is published.</summary>
    public string PathOf(string file) => Path.Combine(aside, file);

    public Stream Create(string file) =>
        new FileStream(PathOf(file), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);

    /// <summary>Puts the files in place, in one rename where the folder is new.</summary>
    public void Publish()
    {
        lock (gate)
        {
            if (finished)
            {
                return;
            }
            if (!Directory.Exists(target))
            {
                Directory.Move(aside, target);
            }
            else
            {
                foreach (var stale in KnownFiles.Where(file => !File.Exists(PathOf(file))))
                {
                    File.Delete(Path.Combine(target, stale));
                }
                foreach (var file in Directory.GetFiles(aside))
                {
                    File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
                }
                Directory.Delete(aside, recursive: true);
            }
            finished = true;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (!finished && Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
            finished = true;
        }
    }

    private static void ProbeWritable(string folder)
    {
        var probe = Path.Combine(folder, $".casus.{Environment.ProcessId}.probe");
        using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
        { }
    }
}
