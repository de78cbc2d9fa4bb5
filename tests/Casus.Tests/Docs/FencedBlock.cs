using System.Text.RegularExpressions;

namespace Casus.Tests.Docs;

/// <summary>
/// A fenced block of a document: ```LANGUAGE, and words of the form NAME=VALUE. Two names are known: `file`, under
/// which a reader saves the block, and `needs`, a path without which the commands of the block are not run.
/// </summary>
internal sealed partial record FencedBlock(string Language, string File, string Needs, string Body)
{
    public static IReadOnlyList<FencedBlock> Of(string document) =>
        [.. Fence().Matches(document.ReplaceLineEndings("\n")).Select(Read)];

    /// <summary>The lines that start with `$ `, each with what stands below it up to the next one.</summary>
    public IEnumerable<(string Command, string Output)> Commands() =>
        from match in CommandWithOutput().Matches(Body)
        select (match.Groups["command"].Value, match.Groups["output"].Value);

    private static FencedBlock Read(Match fence)
    {
        string file = "",
            needs = "";
        foreach (var word in fence.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word.Split('=', 2))
            {
                case ["file", var path]:
                    file = path;
                    break;
                case ["needs", var path]:
                    needs = path;
                    break;
                default:
                    throw new FormatException($"`{word}` after ``` means nothing here: write file=PATH or needs=PATH.");
            }
        }
        return new(fence.Groups["language"].Value, file, needs, fence.Groups["body"].Value);
    }

    [GeneratedRegex(
        @"^```(?<language>[a-z]+)(?<words>(?: [^\n]*)?)\n(?<body>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\$ (?<command>[^\n]*)\n(?<output>(?:(?!\$ )[^\n]*\n)*)", RegexOptions.Multiline, 1000)]
    private static partial Regex CommandWithOutput();
}
