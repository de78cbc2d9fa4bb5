using System.Text;

namespace Casus.Cli.Inputs;

/// <summary>Arguments as a shell takes them, for commands that are proposed.</summary>
internal static class ShellWords
{
    public static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(letter => char.IsLetterOrDigit(letter) || "-_./=:,+".Contains(letter))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    public static string Join(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quoted));

    /// <summary>
    /// Quoted, an option together with its first value: a line that is broken is not broken between them.
    /// </summary>
    public static IEnumerable<string> WithValues(IEnumerable<string> arguments)
    {
        string? option = null;
        foreach (var argument in arguments)
        {
            if (argument.StartsWith('-'))
            {
                if (option is not null)
                {
                    yield return option;
                }
                option = Quoted(argument);
            }
            else
            {
                yield return option is null ? Quoted(argument) : $"{option} {Quoted(argument)}";
                option = null;
            }
        }
        if (option is not null)
        {
            yield return option;
        }
    }

    /// <summary>
    /// The words of a line that is being typed: quotes and backslashes taken off; the last one may be empty or still
    /// open.
    /// </summary>
    public static List<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        for (var i = 0; i < line.Length; i++)
        {
            var letter = line[i];
            if (letter == '\\' && quote != '\'' && i + 1 < line.Length)
            {
                word.Append(line[++i]);
            }
            else if (quote is null && letter is '\'' or '"')
            {
                quote = letter;
            }
            else if (letter == quote)
            {
                quote = null;
            }
            else if (quote is null && char.IsWhiteSpace(letter))
            {
                if (word.Length > 0)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }
            }
            else
            {
                word.Append(letter);
            }
        }
        words.Add(word.ToString());
        return words;
    }
}
