using Casus.Reports.Model;

namespace Casus.Reports.Html.Words;

/// <summary>
/// A piece of a line of the agreement. Bracket: the name of the bracket that it is; null: plain words.
/// </summary>
internal readonly record struct TextPiece(string Text, string? Bracket, bool IsChosen);

/// <summary>
/// Finds the brackets of a line, such as [depth: 20 | 15 | 10], so that what is chosen of them can be told apart.
/// </summary>
internal static class TextPieces
{
    public static bool IsComment(string line) => line.AsSpan().TrimStart().StartsWith("//");

    public static IEnumerable<TextPiece> Of(string line, IReadOnlyList<BracketNote> brackets)
    {
        var at = 0;
        while (line.IndexOf('[', at) is >= 0 and var open && line.IndexOf(']', open) is >= 0 and var close)
        {
            var inside = line[(open + 1)..close];
            var colon = inside.IndexOf(':', StringComparison.Ordinal);
            var bracket = colon < 0 ? null : brackets.FirstOrDefault(known => known.Name == inside[..colon].Trim());
            if (bracket is null)
            {
                yield return new TextPiece(line[at..(close + 1)], null, false);
            }
            else
            {
                yield return new TextPiece(line[at..open], null, false);
                foreach (var piece in Values(inside, colon, bracket))
                {
                    yield return piece;
                }
            }
            at = close + 1;
        }
        yield return new TextPiece(line[at..], null, false);
    }

    private static IEnumerable<TextPiece> Values(string inside, int colon, BracketNote bracket)
    {
        yield return new TextPiece($"[{inside[..(colon + 1)]}", bracket.Name, false);
        var values = inside[(colon + 1)..].Split('|');
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            var isChosen = value.Trim() == bracket.Chosen;
            // The spaces around a value are not part of what is chosen.
            yield return new TextPiece(value[..(value.Length - value.TrimStart().Length)], bracket.Name, false);
            yield return new TextPiece(value.Trim(), bracket.Name, isChosen);
            yield return new TextPiece(i < values.Length - 1 ? " |" : "]", bracket.Name, false);
        }
    }
}
