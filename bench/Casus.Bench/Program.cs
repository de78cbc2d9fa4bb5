using System.Globalization;

namespace Casus.Bench;

internal static class Program
{
    private const string Usage = """
        Casus.Bench generate ROWS SEED FILE     an incident table along the line of Donbas
        Casus.Bench step AGREEMENT FILE         reads it, steps through it, prints rows, seconds, steps a second, peak memory
        Casus.Bench compile AGREEMENT COUNT     a text of COUNT sentences, parsed and compiled: milliseconds of each, warm
        Casus.Bench keystrokes AGREEMENT COUNT COMMAND...   letters typed into such a text through the server that COMMAND starts
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
            case ["compile", var agreement, var count]:
                return CompileMeasure.Run(agreement, int.Parse(count, CultureInfo.InvariantCulture));
            case ["keystrokes", var agreement, var count, .. var command] when command.Length > 0:
                return KeystrokeMeasure.Run(agreement, int.Parse(count, CultureInfo.InvariantCulture), command);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
