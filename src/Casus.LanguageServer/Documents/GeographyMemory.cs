using System.Collections.Concurrent;
using Casus.Core.Binding;
using Casus.Core.Geography;
using Casus.Data.Geography;

namespace Casus.LanguageServer.Documents;

/// <summary>
/// The geography of a folder, read once for each state of its files: a keystroke asks for their times alone.
/// </summary>
internal sealed class GeographyMemory(string? folder) : IGeographySource
{
    private readonly ConcurrentDictionary<string, (FileState State, (LineFile?, string?) Read)> lines = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, (FileState State, (Area.Polygons?, string?) Read)> areas = new(
        StringComparer.Ordinal
    );

    public (LineFile? Line, string? Problem) Line(string file) => Remembered(lines, file, source => source.Line(file));

    public (Area.Polygons? Area, string? Problem) Area(string file) =>
        Remembered(areas, file, source => source.Area(file));

    private (T? Read, string? Problem) Remembered<T>(
        ConcurrentDictionary<string, (FileState State, (T?, string?) Read)> known,
        string file,
        Func<GeographyFolder, (T?, string?)> read
    )
        where T : class
    {
        if (folder is null)
        {
            return (null, $"{file}: this text is not saved yet, so nothing is beside it. Save it into its folder.");
        }
        var state = FileState.Of(Path.Combine(folder, file));
        if (known.TryGetValue(file, out var earlier) && earlier.State == state)
        {
            return earlier.Read;
        }
        var now = read(new GeographyFolder(folder));
        known[file] = (state, now);
        return now;
    }

    private readonly record struct FileState(DateTime Written, long Bytes)
    {
        public static FileState Of(string path)
        {
            try
            {
                var file = new FileInfo(path);
                return file.Exists ? new FileState(file.LastWriteTimeUtc, file.Length) : default;
            }
            catch (Exception unreadable)
                when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // The reader says why.
                return default;
            }
        }
    }
}
