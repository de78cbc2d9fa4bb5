namespace Casus.Core.Geography;

/// <summary>Where a place lies to a line, looking along it.</summary>
public enum LineSide
{
    /// <summary>On the line, or on its extension beyond an end, to the metre.</summary>
    On,
    Left,
    Right,
}

/// <summary>
/// The nearest point of a line: how far it is, how far along the line it lies from the first vertex, both in metres,
/// and on which side of the line the place is.
/// </summary>
public readonly record struct Nearest(double DistanceMetres, double ChainageMetres, LineSide Side);
