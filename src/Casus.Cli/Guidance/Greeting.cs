namespace Casus.Cli.Guidance;

/// <summary>What `./casus` alone says: three lines, and the one next command.</summary>
internal static class Greeting
{
    public static int Write(TextWriter writer)
    {
        writer.WriteLine("Casus reads a guarantee or a ceasefire as a machine: who owes what,");
        writer.WriteLine("to whom, by when and why; and replays real incidents through it.");
        writer.WriteLine("It says what a text requires, never what the world would have done.");
        writer.WriteLine();
        writer.WriteLine("  ./casus demo");
        return ExitStatus.Clean;
    }
}
