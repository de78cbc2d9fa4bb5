using System.Collections.Immutable;
using System.Text;
using Casus.Core.Syntax;

namespace Casus.Mutations;

/// <summary>
/// One damaged text, made from a number alone: which text, how many damages (1 to 4), of bytes or of tokens, where.
/// </summary>
/// <param name="Number">Repeats it: the same number gives the same text while the agreements are the same.</param>
public sealed record Mutation(long Number, SeedText From, string Text)
{
    private const int MostDamages = 4;
    private const int LongestRun = 40;
    private static readonly ImmutableArray<string> Marks =
    [
        .. ReservedWords.All.Order(StringComparer.Ordinal).Select(word => $" {word}"),
        .. ReservedWords.Labels.Order(StringComparer.Ordinal).Select(word => $"\n{word}"),
        .. ".,;:[]|\"()>/".Select(letter => letter.ToString()),
        "\nOn",
        "\nIf",
        "\n> ",
        " // ",
        ".\n",
        "\r\n",
        "\t",
        "\0",
        "\uFEFF",
        "\u2028",
        " 7,500",
        " 7,50",
        " 2026-13-01",
        " 5.2(b)",
        " and/or",
        " 99999999999999999999",
    ];

    public static Mutation Make(long number, SeedTexts texts)
    {
        var numbers = new SeededNumbers((ulong)number);
        var from = texts.OneOf(numbers);
        var damages = 1 + numbers.Below(MostDamages);
        var text =
            numbers.Below(2) == 0 ? OfBytes(from, texts, numbers, damages) : OfTokens(from, texts, numbers, damages);
        return new Mutation(number, from, text);
    }

    /// <summary>What is no UTF-8 becomes U+FFFD, as an editor would show it.</summary>
    private static string OfBytes(SeedText from, SeedTexts texts, SeededNumbers numbers, int damages)
    {
        var bytes = new List<byte>(from.Bytes);
        for (; damages > 0; damages--)
        {
            Damage(bytes, numbers, texts.OneOf(numbers).Bytes, RandomBytes);
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string OfTokens(SeedText from, SeedTexts texts, SeededNumbers numbers, int damages)
    {
        var pieces = new List<string>(from.Pieces);
        for (; damages > 0; damages--)
        {
            Damage(pieces, numbers, texts.OneOf(numbers).Pieces, made => [made.OneOf(Marks)]);
        }
        return string.Concat(pieces);
    }

    /// <summary>
    /// Deletes, repeats, swaps, splices from another text, truncates at either end, or puts in what is made up.
    /// </summary>
    private static void Damage<T>(
        List<T> parts,
        SeededNumbers numbers,
        IReadOnlyList<T> other,
        Func<SeededNumbers, T[]> invent
    )
    {
        if (parts.Count == 0)
        {
            parts.AddRange(other);
        }
        var start = numbers.Below(parts.Count);
        var length = Math.Min(1 + numbers.Below(LongestRun), parts.Count - start);
        var run = parts.GetRange(start, length);
        switch (numbers.Below(8))
        {
            case 0:
                parts.RemoveRange(start, length);
                break;
            case 1:
                parts.InsertRange(start, run);
                break;
            case 2:
                parts.RemoveRange(start, length);
                parts.InsertRange(numbers.Below(parts.Count + 1), run);
                break;
            case 3:
                var place = numbers.Below(other.Count);
                parts.InsertRange(start, other.Skip(place).Take(length));
                break;
            case 4 when numbers.Below(4) == 0:
                parts.RemoveRange(0, start);
                break;
            case 5 when numbers.Below(4) == 0:
                parts.RemoveRange(start, parts.Count - start);
                break;
            case 6:
                parts.RemoveRange(start, length);
                parts.InsertRange(start, invent(numbers));
                break;
            default:
                parts.InsertRange(start, invent(numbers));
                break;
        }
    }

    /// <summary>One to four characters of any plane, or as many bytes that need not be UTF-8.</summary>
    private static byte[] RandomBytes(SeededNumbers numbers)
    {
        var count = 1 + numbers.Below(4);
        if (numbers.Below(2) == 0)
        {
            return [.. Enumerable.Range(0, count).Select(_ => (byte)numbers.Below(256))];
        }
        var text = new StringBuilder();
        for (; count > 0; count--)
        {
            var most = numbers.OneOf([0x80, 0x800, 0x10000, 0x110000]);
            text.Append(Rune.TryCreate(numbers.Below(most), out var rune) ? rune : Rune.ReplacementChar);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
