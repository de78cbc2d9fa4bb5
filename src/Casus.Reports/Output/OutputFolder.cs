using Casus.Reports.Export;

namespace Casus.Reports.Output;

/// <summary>
/// A folder of results that appears whole or not at all. Files are written aside, next to the target, and renamed into
/// it when all are done. In a folder that exists they take the place of an earlier run's, which comes back if one of
/// them cannot be put there; other files are left alone. Dispose takes away what was not published.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private const string SummaryFile = "summary.json";
    private const string RejectedFile = "rejected.csv";
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
    [
        "report.html",
        "report.json",
        SummaryFile,
        "effects.jsonl",
        RejectedFile,
        .. Enum.GetValues<ExportFormat>().Select(ExportFormats.FileOf),
    ];

    /// <summary>
    /// Opens a folder for writing. Null, with the reason in plain words, where nothing can be written there.
    /// </summary>
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
                problem = Stranger(target);
                if (problem is not null)
                {
                    return null;
                }
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

    /// <summary>All files are in place.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>
    /// Puts the files in place, in one rename where the folder is new. Where that fails, all is as it was before, and
    /// the failure is thrown.
    /// </summary>
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
                Replace();
            }
            finished = true;
            IsPublished = true;
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

    /// <summary>
    /// An earlier run's files are moved away, the new ones moved in, and all moves undone if one of them fails.
    /// </summary>
    private void Replace()
    {
        var earlier = Path.Combine(aside, "earlier");
        Directory.CreateDirectory(earlier);
        var files = Directory.GetFiles(aside).Select(path => Path.GetFileName(path)).ToArray();
        var moves = KnownFiles
            .Union(files, StringComparer.Ordinal)
            .Where(file => Path.Exists(Path.Combine(target, file)))
            .Select(file => (From: Path.Combine(target, file), To: Path.Combine(earlier, file)))
            .Concat(files.Select(file => (From: PathOf(file), To: Path.Combine(target, file))));
        var done = new Stack<(string From, string To)>();
        try
        {
            foreach (var move in moves.ToArray())
            {
                Directory.Move(move.From, move.To);
                done.Push(move);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var (from, to) in done)
            {
                Directory.Move(to, from);
            }
            throw;
        }
        Directory.Delete(aside, recursive: true);
    }

    /// <summary>
    /// What stands where a result would go and is none of a run's; null where there is nothing of the kind. A run is
    /// known by its summary, and one that came to nothing by its rejected rows.
    /// </summary>
    private static string? Stranger(string target)
    {
        var there = KnownFiles.Where(file => Path.Exists(Path.Combine(target, file))).ToArray();
        if (there.FirstOrDefault(file => Directory.Exists(Path.Combine(target, file))) is { } folder)
        {
            return $"it holds a folder named {folder}";
        }
        var isRun = there switch
        {
            [] => true,
            [RejectedFile] => Begins(Path.Combine(target, RejectedFile), "file,"),
            _ => Holds(Path.Combine(target, SummaryFile), "\"stateHash\""),
        };
        return isRun ? null : $"it holds a {there[0]} that no run wrote";
    }

    private static bool Begins(string file, string text) =>
        File.ReadLines(file).FirstOrDefault()?.StartsWith(text, StringComparison.Ordinal) == true;

    private static bool Holds(string file, string text) =>
        File.Exists(file) && File.ReadLines(file).Any(line => line.Contains(text, StringComparison.Ordinal));

    private static void ProbeWritable(string folder)
    {
        var probe = Path.Combine(folder, $".casus.{Environment.ProcessId}.probe");
        using (new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
        { }
    }
}
