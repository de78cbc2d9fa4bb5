using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Casus.Core.Facts;

namespace Casus.Data.Geography;

/// <summary>Positions, [longitude, latitude] and no more than a height behind.</summary>
internal static class GeoJsonPositions
{
    public static ImmutableArray<GeoPoint> Read(JsonElement list, string of)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new GeoJsonProblemException(
                $"the coordinates of {of} are {JsonText.Shown(list)}, not a list of positions."
            );
        }
        var points = ImmutableArray.CreateBuilder<GeoPoint>(list.GetArrayLength());
        foreach (var position in list.EnumerateArray())
        {
            points.Add(Position(position, $"position {points.Count + 1} of {of}"));
        }
        for (int i = 1; i < points.Count; i++)
        {
            if (Math.Abs(points[i].Longitude - points[i - 1].Longitude) > 180)
            {
                throw new GeoJsonProblemException(
                    $"{of} crosses the antimeridian between positions {i} and {i + 1}, where longitude jumps from "
                        + $"{Written(points[i - 1].Longitude)} to {Written(points[i].Longitude)}. Such geometry is not supported: "
                        + "cut it there into files of its own."
                );
            }
        }
        return points.ToImmutable();
    }

    private static GeoPoint Position(JsonElement position, string which)
    {
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2)
        {
            throw new GeoJsonProblemException(
                $"{which} is {JsonText.Shown(position)}; a position is [longitude, latitude] in degrees."
            );
        }
        double longitude = Degrees(position[0], which);
        double latitude = Degrees(position[1], which);
        if (Math.Abs(latitude) > 90)
        {
            string swapped =
                Math.Abs(longitude) <= 90
                    ? $" It looks as if latitude came first: write [{Written(latitude)}, {Written(longitude)}]."
                    : string.Empty;
            throw new GeoJsonProblemException(
                $"{which} has the latitude {Written(latitude)}, beyond 90. GeoJSON puts longitude first.{swapped}"
            );
        }
        if (Math.Abs(longitude) > 180)
        {
            double wrapped = Math.IEEERemainder(longitude, 360);
            throw new GeoJsonProblemException(
                $"{which} has the longitude {Written(longitude)}, beyond 180. Write {Written(wrapped)} if that is meant."
            );
        }
        return new GeoPoint(latitude, longitude);
    }

    private static double Degrees(JsonElement number, string which)
    {
        if (number.ValueKind != JsonValueKind.Number)
        {
            string hint = number.ValueKind == JsonValueKind.String ? " Leave out the quotation marks." : string.Empty;
            throw new GeoJsonProblemException(
                $"{which} has {JsonText.Shown(number)} where a number of degrees belongs.{hint}"
            );
        }
        return number.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw new GeoJsonProblemException(
                $"{which} has {JsonText.Shown(number)}, which is no number of degrees."
            );
    }

    public static string Written(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
