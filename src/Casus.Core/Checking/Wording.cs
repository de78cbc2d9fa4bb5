using Casus.Core.Syntax;

namespace Casus.Core.Checking;

/// <summary>Lists in a message.</summary>
internal static class Wording
{
    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string And(IReadOnlyList<string> words) => Joined(words, "and");

    public static string Or(IReadOnlyList<string> words) => Joined(words, "or");

    /// <summary>The first of the two after one name, the second after several.</summary>
    public static string For(IReadOnlyList<string> names, string one, string several) =>
        names.Count == 1 ? one : several;

    /// <summary>A subject as it is written within a sentence: "each guarantor".</summary>
    public static string Subject(ListSyntax subject)
    {
        var words = subject.WordsText();
        return subject.Items is [{ Head.Determiners: [_, ..] }, ..] && words.Length > 0
            ? char.ToLowerInvariant(words[0]) + words[1..]
            : words;
    }

    private static string Joined(IReadOnlyList<string> words, string connective) =>
        words.Count switch
        {
            0 => "",
            1 => words[0],
            _ => $"{string.Join(", ", words.Take(words.Count - 1))} {connective} {words[^1]}",
        };
}
