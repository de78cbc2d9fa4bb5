namespace Casus.Cli.Runs;

/// <summary>
/// Works in another folder until it is disposed of. A run is made again from where it was made, so that every
/// path in it, and every name made of a path, is the same.
/// </summary>
internal sealed class WorkingFolder : IDisposable
{
    private readonly string before = Directory.GetCurrentDirectory();

    private WorkingFolder(string folder) => Directory.SetCurrentDirectory(folder);

    public static WorkingFolder Enter(string folder) => new(folder);

    public void Dispose() => Directory.SetCurrentDirectory(before);
}
