using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Casus.Bench;

/// <summary>
/// A long agreement: the declarations and articles 1 to 8 of a text such as agreements/ukraine-2026, then its articles
/// 1 to 7 again and again, each time with their own numbers, defined terms and brackets. Nothing in it is random.
/// </summary>
internal static partial class AgreementGenerator
{
    private const int Repeated = 7;

    /// <summary>A text of at least so many sentences, headings counted.</summary>
    public static string Write(string source, int sentences)
    {
        var lines = source.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
        var text = string.Join('\n', lines);
        var firstArticle = text.IndexOf("\nArticle 1 ", StringComparison.Ordinal) + 1;
        var lastArticle = text.IndexOf("\nArticle 8 ", StringComparison.Ordinal) + 1;
        var positions = text.IndexOf("\nPosition ", StringComparison.Ordinal) + 1;
        var articles = text[firstArticle..lastArticle];
        var builder = new StringBuilder(text[..positions]);
        // What a text says once: when an incident is established or attributed, and which are the same.
        var again = Once().Replace(articles, "");
        var perCopy = FullStop().Count(again);
        var written = FullStop().Count(text);
        for (var copy = 1; written < sentences; copy++)
        {
            builder.Append(Copy(again, copy));
            written += perCopy;
        }
        return builder.Append(text[positions..]).ToString();
    }

    private static string Copy(string articles, int copy)
    {
        var tag = copy.ToString(CultureInfo.InvariantCulture);
        var offset = 1 + (copy * Repeated);
        var numbered = ArticleNumber()
            .Replace(
                articles,
                match => "Article " + (offset + int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            );
        var named = BracketName().Replace(numbered, match => $"[{match.Groups[1].Value}-{tag}:");
        named = named.Replace("violation", $"v{tag}-violation", StringComparison.Ordinal);
        named = named.Replace("sustained attack", $"sustained v{tag}-attack", StringComparison.Ordinal);
        return Series().Replace(named, $"v{tag}-series");
    }

    [GeneratedRegex(
        @"^  (An incident is (established|attributed)|Same incident)[^.]*\.\n",
        RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Once();

    [GeneratedRegex(@"\.$", RegexOptions.Multiline, 1000)]
    private static partial Regex FullStop();

    [GeneratedRegex(@"\bArticle (\d+)", RegexOptions.None, 1000)]
    private static partial Regex ArticleNumber();

    [GeneratedRegex(@"\[([a-z ]+):", RegexOptions.None, 1000)]
    private static partial Regex BracketName();

    [GeneratedRegex(@"\bseries\b", RegexOptions.None, 1000)]
    private static partial Regex Series();
}
