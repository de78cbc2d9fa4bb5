using System.Globalization;

namespace Casus.Mutations;

internal static class Program
{
    private const string Usage = """
        Casus.Mutations ROOT COUNT [SEED] [MINUTES]    makes COUNT mutations of every agreement under ROOT and tries each
        Casus.Mutations ROOT show NUMBER               prints one
        """;

    private static int Main(string[] arguments)
    {
        var culture = CultureInfo.InvariantCulture;
        switch (arguments)
        {
            case [var root, "show", var number]:
                Console.Out.Write(Mutation.Make(long.Parse(number, culture), SeedTexts.In(root)).Text);
                return 0;
            case [var root, var count, .. var rest] when rest.Length <= 2:
                var seed = rest.Length > 0 ? long.Parse(rest[0], culture) : 1;
                var minutes = rest.Length > 1 ? double.Parse(rest[1], culture) : double.PositiveInfinity;
                return new Campaign(SeedTexts.In(root), seed).Run(long.Parse(count, culture), minutes);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
