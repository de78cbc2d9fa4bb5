using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Reports.Export;

/// <summary>A piece of a line, by the distance along it.</summary>
internal sealed record SectorPiece(ImmutableArray<GeoPoint> Vertices, double FromMetres, double ToMetres);

/// <summary>A line cut where its sectors end (S5).</summary>
internal static class SectorPieces
{
    /// <summary>As many as the scheme counts, the first from the line's start; the last is what remains.</summary>
    public static ImmutableArray<SectorPiece> Of(ImmutableArray<GeoPoint> vertices, SectorScheme scheme)
    {
        var pieces = ImmutableArray.CreateBuilder<SectorPiece>();
        var piece = new List<GeoPoint> { vertices[0] };
        double begun = 0;
        double passed = 0;
        for (var i = 1; i < vertices.Length; i++)
        {
            var edge = Geodesic.Inverse(vertices[i - 1], vertices[i]);
            double Cut() => (pieces.Count + 1) * (double)scheme.Metres;
            while (pieces.Count + 1 < scheme.Count && Cut() < passed + edge.DistanceMetres)
            {
                var at = Geodesic.Direct(vertices[i - 1], edge.AzimuthFrom, Cut() - passed).Point;
                var end = Cut();
                pieces.Add(new SectorPiece([.. piece, at], begun, end));
                piece = [at];
                begun = end;
            }
            passed += edge.DistanceMetres;
            piece.Add(vertices[i]);
        }
        pieces.Add(new SectorPiece([.. piece], begun, passed));
        return pieces.ToImmutable();
    }
}
