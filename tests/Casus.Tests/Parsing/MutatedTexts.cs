using CsCheck;

namespace Casus.Tests.Parsing;

/// <summary>
/// Texts that are kept, damaged as a slip of the hand, a bad merge or a wrong encoding would damage them.
/// </summary>
internal static class MutatedTexts
{
    private static readonly string[] Inserted =
    [
        ".",
        ",",
        ";",
        ":",
        "[",
        "]",
        "|",
        "\"",
        "\n",
        " ",
        "//",
        "\n> ",
        "Article 9.\n",
        "shall ",
        "not ",
        "and ",
        "or ",
        "of ",
        "\r\n",
        "that ",
        "within ",
        "\t",
        "é",
        "\ud800",
        "\0",
        "7,50",
        "2026-13-01",
        "On ",
        "If ",
        "\u2028",
        "( ",
        "5.2(b)",
        "and/or ",
    ];

    private static readonly Gen<Func<string, string>> Damage = Gen.Select(
        Gen.Int[0, 3],
        Gen.Double.Unit,
        Gen.Int[1, 40],
        Gen.Int[0, Inserted.Length - 1],
        (kind, where, length, inserted) =>
            (Func<string, string>)(text => Damaged(text, kind, where, length, Inserted[inserted]))
    );

    /// <summary>One of the texts with 1 to 6 damages.</summary>
    public static Gen<string> Any { get; } =
        Gen.Select(
            Gen.Int[0, Golden.Texts.Count - 1],
            Damage.Array[1, 6],
            (text, damages) =>
                damages.Aggregate(Golden.TextOf(Golden.Texts[text]), (damaged, damage) => damage(damaged))
        );

    private static string Damaged(string text, int kind, double where, int length, string inserted)
    {
        var start = (int)(where * text.Length);
        var end = Math.Min(text.Length, start + length);
        return kind switch
        {
            0 => text[..start] + inserted + text[start..],
            1 => text[..start] + text[end..],
            2 => text[..start] + text[start..end] + text[start..],
            _ => text[..start] + inserted + text[end..],
        };
    }
}
