using Casus.Core.Binding;
using Casus.Core.Geography;
using Casus.Core.Text;

namespace Casus.Tests.Binding;

/// <summary>
/// Short texts to compile: a heading that declares what most sentences need, and geography without files.
/// </summary>
internal static class Texts
{
    public const string Heading = """
        Agreement "Test", draft 1 of 2025-01-01.
        Form: treaty.
        Times are in Europe/Kyiv.
        Party Ukraine, as beneficiary.
        Party Russia, as adversary.
        Parties France, Poland and Germany, as guarantors.
        Group Coalition: France and Poland.
        Body Commission, as monitor.
        Depositary: France.
        Line Contact Line from "line.geojson", as of 2025-01-01.
        Zone Buffer: within 15 km of Contact Line.
        Sectors: every 40 km along Contact Line.

        """;

    /// <summary>Compiles the heading and the sentences.</summary>
    public static Compilation Compile(string sentences, params (string Name, string Value)[] choices) =>
        Whole(Heading + sentences, choices);

    public static Compilation Whole(string text, params (string Name, string Value)[] choices) =>
        Compiler.Compile(
            new SourceText("test.casus", text),
            choices.ToDictionary(choice => choice.Name, choice => choice.Value, StringComparer.Ordinal),
            new StraightLine()
        );

    /// <summary>
    /// Any line is the meridian of 38° E from 48.0 to 48.9° N, accurate to 3 km; "east.geojson" is that of 39° E, and
    /// "nameless.geojson" names no sides. There is one area, "north.geojson": what lies north of 48.6° N.
    /// </summary>
    internal sealed class StraightLine : IGeographySource
    {
        public (LineFile? Line, string? Problem) Line(string file)
        {
            if (file.StartsWith("missing", StringComparison.Ordinal))
            {
                return (null, $"{file}: no such file.");
            }
            var east = file == "east.geojson" ? 39 : 38;
            var line = new LineFile([new(48.0, east), new(48.3, east), new(48.6, east), new(48.9, east)], 3);
            return (file == "nameless.geojson" ? line : line with { Left = "Ukraine", Right = "Russia" }, null);
        }

        public (Area.Polygons? Area, string? Problem) Area(string file) =>
            file == "north.geojson"
                ? (
                    new Area.Polygons([
                        [
                            [new(48.6, 37), new(48.6, 39), new(49.2, 39), new(49.2, 37)],
                        ],
                    ]),
                    null
                )
                : (null, $"{file}: no such file.");
    }
}
