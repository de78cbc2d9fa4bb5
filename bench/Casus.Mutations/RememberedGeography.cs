using System.Collections.Concurrent;
using Casus.Core.Binding;
using Casus.Core.Geography;

namespace Casus.Mutations;

/// <summary>Asks the disk for a file once, if it can be remembered.</summary>
public sealed class RememberedGeography(IGeographySource folder) : IGeographySource
{
    private const int MostRemembered = 64;
    private readonly ConcurrentDictionary<string, (LineFile? Line, string? Problem)> lines = [];

    public (LineFile? Line, string? Problem) Line(string file)
    {
        if (lines.TryGetValue(file, out var known))
        {
            return known;
        }
        var read = folder.Line(file);
        if (lines.Count < MostRemembered)
        {
            lines[file] = read;
        }
        return read;
    }

    public (Area.Polygons? Area, string? Problem) Area(string file) => folder.Area(file);
}
