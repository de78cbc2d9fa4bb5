namespace Casus.Cli.Inputs;

/// <summary>Writes a file so that it is at no moment half there: aside, then renamed.</summary>
internal static class WholeFile
{
    /// <summary>
    /// What a link leads to is replaced, not the link; the file's mode stays. Fails as files do, and then the file is
    /// as it was.
    /// </summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var linked = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true) : null;
        var target = linked?.FullName ?? full;
        var aside = Path.Combine(
            Path.GetDirectoryName(target)!,
            $".{Path.GetFileName(target)}.{Environment.ProcessId}.part"
        );
        try
        {
            File.WriteAllBytes(aside, content);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(aside, File.GetUnixFileMode(target));
            }
            File.Move(aside, target, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
