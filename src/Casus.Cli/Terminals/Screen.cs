using System.Globalization;

namespace Casus.Cli.Terminals;

/// <summary>
/// How wide what is printed may be, and whether somebody watches. COLUMNS, where it is set, is taken at its word.
/// </summary>
internal static class Screen
{
    public const int Least = 40;
    public const int Usual = 80;
    public const int Most = 200;

    /// <summary>Of standard output: 40 to 200 columns; 80 where there is no terminal.</summary>
    public static int Width =>
        Math.Clamp(Stated ?? (Console.IsOutputRedirected ? null : Window()) ?? Usual, Least, Most);

    /// <summary>
    /// Of standard error; null where it is no terminal and nothing is stated: then its lines are left whole, for
    /// programs.
    /// </summary>
    public static int? ErrorWidth
    {
        get
        {
            var width = Stated ?? (Console.IsErrorRedirected ? null : Window() ?? Usual);
            return width is { } known ? Math.Clamp(known, Least, Most) : null;
        }
    }

    /// <summary>A line that is drawn over again needs a terminal that can go back to its start.</summary>
    public static bool CanRedraw =>
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    private static int? Stated =>
        int.TryParse(
            Environment.GetEnvironmentVariable("COLUMNS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var columns
        )
        && columns > 0
            ? columns
            : null;

    private static int? Window()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
