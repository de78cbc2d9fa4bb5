namespace Casus.Reports.Text;

/// <summary>
/// Text broken into lines of a width: at spaces; a word that is longer, as a path may be, after a slash, or where it
/// must.
/// </summary>
public static class LineBreaks
{
    /// <summary>At least one line, none longer than the width.</summary>
    /// <param name="width">At least 2.</param>
    public static List<string> Of(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var rest = word;
            if (word.Length > width && Room(line, word, width) is > 0 and var begun)
            {
                line = $"{line} {word[..begun]}";
                rest = word[begun..];
            }
            if (line.Length > 0 && line.Length + 1 + rest.Length > width)
            {
                lines.Add(line);
                line = "";
            }
            while (line.Length == 0 && rest.Length > width)
            {
                var cut = Cut(rest, width);
                lines.Add(rest[..cut]);
                rest = rest[cut..];
            }
            line = line.Length == 0 || rest.Length == 0 ? line + rest : $"{line} {rest}";
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>
    /// The same, each line but the first behind so many spaces; spaces that the text begins with are kept on every
    /// line.
    /// </summary>
    public static List<string> Indented(string text, int width, int indent)
    {
        var body = text.TrimStart(' ');
        var lead = Math.Min(text.Length - body.Length, width / 2);
        var hang = Math.Min(lead + indent, width / 2);
        if (lead + body.Length <= width)
        {
            return [new string(' ', lead) + body];
        }
        return [.. Of(body, width - hang).Select((line, i) => new string(' ', i == 0 ? lead : hang) + line)];
    }

    /// <summary>
    /// How much of a word that is too long for any line fits behind what stands on this one, up to a slash; 0: nothing.
    /// </summary>
    private static int Room(string line, string word, int width)
    {
        var room = width - line.Length - 1;
        return line.Length == 0 || room < 1 ? 0 : word.LastIndexOf('/', Math.Min(room, word.Length) - 1) + 1;
    }

    private static int Cut(string word, int width)
    {
        var slash = word.LastIndexOf('/', width - 1);
        return slash > 0 ? slash + 1 : width;
    }
}
