using System.Globalization;
using System.Text;

namespace Casus.Cli.Starting;

/// <summary>Characters that take no place on a page or turn the order of others: none has a place in a name.</summary>
internal static class Unseen
{
    public static bool IsIn(string text) =>
        text.EnumerateRunes()
            .Any(rune =>
                rune == Rune.ReplacementChar
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
            );

    /// <summary>Each of them as its code point, so that a message can be read.</summary>
    public static string Shown(string text) =>
        string.Concat(
            text.EnumerateRunes().Select(rune => IsIn(rune.ToString()) ? $"<U+{rune.Value:X4}>" : rune.ToString())
        );
}
