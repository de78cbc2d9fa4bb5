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

    /// <summary>Any line is the meridian of 38° E from 48.0 to 48.9° N; there are no areas.</summary>
    internal sealed class StraightLine : IGeographySource
    {
        public (LineFile? Line, string? Problem) Line(string file) =>
            file.StartsWith("missing", StringComparison.Ordinal)
                ? (null, $"{file}: no such file.")
                : (
                    new LineFile([new(48.0, 38), new(48.3, 38), new(48.6, 38), new(48.9, 38)], 3, "Ukraine", "Russia"),
                    null
                );

        public (Area.Polygons? Area, string? Problem) Area(string file) => (null, $"{file}: no such file.");
    }
}
