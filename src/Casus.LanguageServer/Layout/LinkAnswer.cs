using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Layout;

/// <summary>Links: addresses in strings, and the files that lines and zones are drawn in.</summary>
internal static class LinkAnswer
{
    public static IReadOnlyList<DocumentLink> Of(Analysis analysis)
    {
        var links = new List<DocumentLink>();
        var folder = DocumentPath.FolderOf(analysis.Uri);
        foreach (var sentence in analysis.Tree.Sentences)
        {
            var isPlace = sentence.Body is LabelSyntax { Label.Text: "Line" or "Zone" };
            foreach (var token in sentence.Tokens().Where(token => token.Kind == TokenKind.String))
            {
                var target = isPlace && folder is not null ? FileIn(folder, token.Value) : null;
                target ??= Address(token.Value);
                if (target is not null)
                {
                    // Without the quotes.
                    var inside = new TextSpan(token.Span.Start + 1, token.Span.Length - 2);
                    links.Add(new DocumentLink(analysis.RangeOf(inside), target));
                }
            }
        }
        return links;
    }

    private static string? FileIn(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? DocumentPath.UriOf(path) : null;
    }

    private static string? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
            ? address.AbsoluteUri
            : null;
}
