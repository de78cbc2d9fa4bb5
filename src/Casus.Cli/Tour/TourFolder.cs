using Casus.Cli.Reporting;
using Casus.Reports.Output;

namespace Casus.Cli.Tour;

/// <summary>
/// The folder that the tour writes. It is new or empty, or holds what an earlier tour wrote and nothing else.
/// </summary>
internal static class TourFolder
{
    public const string Minsk = "minsk-2015";
    public const string Ladder = "ukraine-2026";
    public const string Assumed = "ukraine-2026-assumed";
    public const string SideBySide = "side-by-side.html";

    /// <summary>Why nothing is written there; null where it may be.</summary>
    public static string? Problem(string folder)
    {
        if (File.Exists(folder))
        {
            return "it is a file, not a folder";
        }
        if (!Directory.Exists(folder))
        {
            return null;
        }
        try
        {
            var stranger = Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(entry => !IsOfATour(entry));
            return stranger is null ? null : $"it holds '{Path.GetFileName(stranger)}', which no tour wrote";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message.TrimEnd('.');
        }
    }

    private static bool IsOfATour(string entry) =>
        Path.GetFileName(entry) is Minsk or Ladder or Assumed or SideBySide
        && (File.Exists(entry) ? !ReportPage.IsForeign(entry) : IsRun(entry));

    private static bool IsRun(string folder) =>
        Directory.Exists(folder)
        && Directory
            .EnumerateFileSystemEntries(folder)
            .All(file => OutputFolder.KnownFiles.Contains(Path.GetFileName(file), StringComparer.Ordinal));
}
