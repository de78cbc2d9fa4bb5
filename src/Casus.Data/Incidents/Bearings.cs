using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Data.Tables;

namespace Casus.Data.Incidents;

/// <summary>
/// Bearings as tables write them: degrees clockwise from north, or the 16 names of the compass; several joined by a
/// bar.
/// </summary>
internal static class Bearings
{
    /// <summary>Half of the 22.5 degrees between two names.</summary>
    public const double NameHalfWidthDeg = 11.25;

    /// <summary>The names from north clockwise, 22.5 degrees apart.</summary>
    public static ImmutableArray<string> Names { get; } =
    ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];

    /// <param name="spreadDeg">The half-width stated for all; null: 11.25 for a name, 0 for a number.</param>
    /// <returns>Why the text is no list of bearings; null where it is one.</returns>
    public static string? Read(ReadOnlySpan<char> text, double? spreadDeg, out ImmutableArray<Arc> arcs)
    {
        arcs = [];
        if (text.IsEmpty)
        {
            return null;
        }
        var built = ImmutableArray.CreateBuilder<Arc>();
        foreach (var range in text.Split('|'))
        {
            var bearing = text[range].Trim();
            var name = IndexOf(bearing);
            if (name >= 0)
            {
                built.Add(new Arc(name * 22.5, spreadDeg ?? NameHalfWidthDeg));
                continue;
            }
            if (NumberText.Read(bearing, 0, 360, out var degrees) is not null)
            {
                return $"'{bearing}' is no bearing: degrees from 0 to 360, or a name of the compass such as NNE";
            }
            built.Add(new Arc(degrees == 360 ? 0 : degrees, spreadDeg ?? 0));
        }
        arcs = built.DrainToImmutable();
        return null;
    }

    /// <summary>The place of a name among <see cref="Names"/>; -1 where it is none.</summary>
    public static int IndexOf(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (name.Equals(Names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }
        return -1;
    }
}
