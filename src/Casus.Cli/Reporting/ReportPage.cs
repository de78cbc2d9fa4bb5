using System.Text;
using Casus.Reports.Html;
using Casus.Reports.Model;

namespace Casus.Cli.Reporting;

/// <summary>Puts report.html in its place: whole or not at all, and never over what is no report.</summary>
internal static class ReportPage
{
    private const string Mark = "data-casus=";
    private const int MarkWithin = 200;

    /// <summary>A file is there, and Casus did not write it.</summary>
    public static bool IsForeign(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }
        try
        {
            using var stream = File.OpenRead(path);
            var start = new byte[MarkWithin];
            var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return !Encoding.UTF8.GetString(start, 0, read).Contains(Mark, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Written aside and renamed. What went wrong; null where nothing did.</summary>
    public static Exception? Write(string path, IReadOnlyList<ReportModel> models)
    {
        string? aside = null;
        try
        {
            var full = Path.GetFullPath(path);
            aside = Path.Combine(
                Path.GetDirectoryName(full)!,
                $".{Path.GetFileName(full)}.{Environment.ProcessId}.part"
            );
            using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                if (models is [var left, var right])
                {
                    ReportHtml.Write(stream, left, right);
                }
                else
                {
                    ReportHtml.Write(stream, models[0]);
                }
            }
            File.Move(aside, full, overwrite: true);
            return null;
        }
        catch (Exception failure) when (Unwritten.IsOne(failure))
        {
            if (aside is not null && File.Exists(aside))
            {
                File.Delete(aside);
            }
            return failure;
        }
    }
}
