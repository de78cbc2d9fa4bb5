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
        if (IsDevice(full))
        {
            using var device = new FileStream(full, FileMode.Open, FileAccess.Write);
            device.Write(content);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var target = Target(path);
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

    /// <summary>Whether two paths name one file.</summary>
    public static bool IsSame(string one, string other) =>
        string.Equals(Target(one), Target(other), StringComparison.Ordinal);

    private static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        var linked = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true) : null;
        return linked?.FullName ?? full;
    }

    // A device is written to, not replaced: /dev/stdout, /dev/null, /dev/full.
    private static bool IsDevice(string full) =>
        !OperatingSystem.IsWindows()
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal))
        && File.Exists(full);
}
