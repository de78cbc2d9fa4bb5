namespace Casus.Cli.Inputs;

/// <summary>Arguments as a shell takes them, for commands that are proposed.</summary>
internal static class ShellWords
{
    public static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(letter => char.IsLetterOrDigit(letter) || "-_./=:,+".Contains(letter))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    public static string Join(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quoted));
}
