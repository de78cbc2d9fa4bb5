using System.Text.Json;
using Xunit;

namespace Casus.Tests.LanguageServer;

public sealed class OutlineTests
{
    private const string Block = """
          // A comment
          // of two lines.
          On a violation by Russia:
            Commission shall warn Russia within 24 hours;
            Ukraine may act.
        """;

    [Fact]
    public async Task Symbols_are_articles_then_sentences_then_items()
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + Block);
        var symbols = await session.AskAsync(
            "textDocument/documentSymbol",
            new { textDocument = session.TextDocument }
        );
        var article = symbols.EnumerateArray().Single(each => Name(each) == "Article 1");
        Assert.Equal("Peace", article.GetProperty("detail").GetString());
        var sentences = article.GetProperty("children").EnumerateArray().ToList();
        Assert.StartsWith("1.1 ", Name(sentences[0]), StringComparison.Ordinal);
        var items = sentences[^1].GetProperty("children").EnumerateArray().Select(Name).ToList();
        Assert.Equal(2, items.Count);
        Assert.StartsWith("1.3(b) Ukraine may act", items[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_all_open_texts_are_found_by_a_part_of_them()
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + Block);
        var found = await session.AskAsync("workspace/symbol", new { query = "coal" });
        Assert.Equal("Coalition", Name(Assert.Single(found.EnumerateArray())));
    }

    [Fact]
    public async Task Articles_long_sentences_and_comments_fold()
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + Block);
        var folds = await session.AskAsync("textDocument/foldingRange", new { textDocument = session.TextDocument });
        var lines = folds
            .EnumerateArray()
            .Select(fold => (fold.GetProperty("startLine").GetInt32(), fold.GetProperty("endLine").GetInt32()));
        Assert.Equal([(6, 13), (9, 10), (11, 13)], lines.Order());
    }

    [Fact]
    public async Task A_selection_grows_from_the_word_to_the_text()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading + Block.Replace("warn", "wa$0rn", StringComparison.Ordinal)
        );
        var answer = await session.AskAsync(
            "textDocument/selectionRange",
            new { textDocument = session.TextDocument, positions = new[] { session.CursorPosition } }
        );
        var spans = new List<(int Start, int End)>();
        for (JsonElement? at = answer[0]; at is { } range; )
        {
            spans.Add(session.SpanOf(range.GetProperty("range")));
            at =
                range.TryGetProperty("parent", out var parent) && parent.ValueKind == JsonValueKind.Object
                    ? parent
                    : null;
        }
        var text = session.Marked!.Text;
        Assert.Equal("warn", text[spans[0].Start..spans[0].End]);
        Assert.Equal((0, text.Length), spans[^1]);
        Assert.Contains(spans, span => text[span.Start..span.End] == "Commission shall warn Russia within 24 hours");
        Assert.All(
            spans.Zip(spans.Skip(1)),
            pair => Assert.True(pair.Second.Start <= pair.First.Start && pair.First.End <= pair.Second.End)
        );
    }

    private static string Name(JsonElement symbol) => symbol.GetProperty("name").GetString()!;
}
