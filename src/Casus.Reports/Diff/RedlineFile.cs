using System.IO.Compression;
using Casus.Analysis.Diff;

namespace Casus.Reports.Diff;

/// <summary>A redline as the bytes of a file.</summary>
public static class RedlineFile
{
    // The earliest instant that a zip entry can carry: none of a clock's.
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of the document: the same for the same input, on any day.</summary>
    public static byte[] Of(DiffResult result, RedlineMark mark)
    {
        using var written = new MemoryStream();
        RedlineDocument.Write(written, result, mark);
        written.Position = 0;
        using var timeless = new MemoryStream();
        using (var source = new ZipArchive(written, ZipArchiveMode.Read))
        using (var target = new ZipArchive(timeless, ZipArchiveMode.Create))
        {
            // The list of content types comes first, as readers of the format expect.
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Timeless;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }
        return timeless.ToArray();
    }
}
