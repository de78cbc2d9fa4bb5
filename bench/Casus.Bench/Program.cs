using System.Globalization;

namespace Casus.Bench;

internal static class Program
{
    private const string Usage = """
        Casus.Bench generate ROWS SEED FILE     an incident table along the line of Donbas
        Casus.Bench step AGREEMENT FILE         reads it, steps through it, prints rows, seconds, steps a second, peak memory
        """;

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["generate", var rows, var seed, var file]:
                var culture = CultureInfo.InvariantCulture;
                IncidentGenerator.Write(file, int.Parse(rows, culture), int.Parse(seed, culture));
                return 0;
            case ["step", var agreement, var file]:
                return StepMeasure.Run(agreement, file);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
