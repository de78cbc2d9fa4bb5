using System.Diagnostics;
using Casus.Tests.Data;
using Casus.Tests.House;

namespace Casus.Tests.Docs;

/// <summary>
/// Where a reader of the documents stands: a folder that looks like the root of the repository, with the real tables
/// beside it where there are any. What the reader writes goes here and away with it; the repository stays as it is.
/// </summary>
internal sealed class ReadersFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("casus-reader-");

    public ReadersFolder()
    {
        Directory.CreateDirectory(Root);
        foreach (var entry in new DirectoryInfo(RepositoryRoot.Path).EnumerateFileSystemInfos())
        {
            if (!IsReaders(entry.Name) && entry.Name != ".git")
            {
                File.CreateSymbolicLink(Path.Combine(Root, entry.Name), entry.FullName);
            }
        }
        if (SharedData.Folder is not null)
        {
            Directory.CreateSymbolicLink(Path.Combine(parent.FullName, "shared"), SharedData.Folder);
        }
    }

    public string Root => Path.Combine(parent.FullName, "casus");

    public bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>
    /// Saves what the document shows. The path may not be one of the repository's, nor lead out of the folder.
    /// </summary>
    public void Write(string path, string text)
    {
        var folders = path.Split('/');
        if (folders.Length < 2 || folders.Contains("..") || !IsReaders(folders[0]))
        {
            throw new ArgumentException($"A reader saves in mine/ or out/, not in {path}.", nameof(path));
        }
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Runs a line in bash, with the program that was built with these tests in place of ./casus.</summary>
    public async Task<(int Status, string Printed)> Run(string command, CancellationToken cancelled)
    {
        var start = new ProcessStartInfo("bash", ["-c", command.Replace("./casus", Program, StringComparison.Ordinal)])
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancelled);
        var printed = await process.StandardOutput.ReadToEndAsync(cancelled) + await errors;
        await process.WaitForExitAsync(cancelled);
        return (process.ExitCode, printed);
    }

    public void Dispose() => parent.Delete(recursive: true);

    /// <summary>Folders that are the reader's alone; git passes them over.</summary>
    private static bool IsReaders(string name) => name is "mine" or "out";

    private static string Program { get; } =
        $"dotnet '{RepositoryRoot.Of("artifacts", "bin", "Casus.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "casus.dll")}'";
}
