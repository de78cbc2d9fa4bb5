using System.Text;
using Casus.Core.Formatting;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Cli.Starting;

/// <summary>The title of a text: read from its first sentence, and put there.</summary>
internal static class AgreementTitle
{
    /// <summary>In characters; a line of the text has 120.</summary>
    private const int Longest = 100;

    /// <summary>Why a title cannot stand in a text; null where it can.</summary>
    public static string? Problem(string title) =>
        title.Trim().Length == 0 ? "it is empty"
        : title.Length > Longest ? $"it has {title.Length} characters, and at most {Longest} stand on a line"
        : title.Contains('"', StringComparison.Ordinal) ? "it holds a double quote, which would end it"
        : !Unseen.IsIn(title) ? null
        : "it holds a character that cannot be seen, such as a line break";

    /// <summary>Empty where the text has none.</summary>
    public static string Of(string text) => Token(text)?.Value ?? "";

    /// <summary>The text under another title, laid out.</summary>
    public static string Replace(string text, string title)
    {
        var token = Token(text)!;
        var changed = new StringBuilder(text)
            .Remove(token.Span.Start, token.Span.Length)
            .Insert(token.Span.Start, $"\"{title}\"")
            .ToString();
        return Formatter.Format(Parse(changed));
    }

    private static SyntaxToken? Token(string text) =>
        Parse(text).Sentences[0].Tokens().FirstOrDefault(token => token.Kind == TokenKind.String);

    private static DocumentSyntax Parse(string text) =>
        Parser.Parse(new SourceText(AgreementTemplate.TextFile, text)).Tree;
}
