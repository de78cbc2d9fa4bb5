using System.Text.Json;
using Xunit;

namespace Casus.Tests.LanguageServer;

public sealed class ColoursTests
{
    private const string Text =
        SmallText.Heading + "  // why\n  Poland shall give \"a note\" to Russia within 24 hours.\n";

    [Fact]
    public async Task Words_are_coloured_by_what_they_are()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        var coloured = Coloured(session, await Full(session));
        Assert.Contains(("Poland", "class"), coloured);
        Assert.Contains(("shall", "keyword"), coloured);
        Assert.Contains(("give", "function"), coloured);
        Assert.Contains(("violation", "type"), coloured);
        Assert.Contains(("24", "number"), coloured);
        Assert.Contains(("\"a note\"", "string"), coloured);
        Assert.Contains(("// why", "comment"), coloured);
        Assert.Contains(("Party", "keyword"), coloured);
    }

    [Fact]
    public async Task A_change_of_colours_applied_to_the_last_gives_the_new()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        var first = await Full(session);
        await session.TellAsync(
            "textDocument/didChange",
            new
            {
                textDocument = new { uri = session.Uri, version = 2 },
                contentChanges = new[]
                {
                    new { text = Text.Replace("24", "48 hours after 12", StringComparison.Ordinal) },
                },
            }
        );
        var delta = await session.AskAsync(
            "textDocument/semanticTokens/full/delta",
            new { textDocument = session.TextDocument, previousResultId = first.GetProperty("resultId").GetString() }
        );
        var numbers = Numbers(first);
        foreach (var edit in delta.GetProperty("edits").EnumerateArray())
        {
            var start = edit.GetProperty("start").GetInt32();
            numbers.RemoveRange(start, edit.GetProperty("deleteCount").GetInt32());
            numbers.InsertRange(start, edit.GetProperty("data").EnumerateArray().Select(each => each.GetInt32()));
        }
        Assert.Equal(Numbers(await Full(session)), numbers);
    }

    [Fact]
    public async Task Colours_of_a_range_are_those_of_the_whole_that_stand_in_it()
    {
        await using var session = await EditorSession.OpenAsync(Text);
        var part = await session.AskAsync(
            "textDocument/semanticTokens/range",
            new
            {
                textDocument = session.TextDocument,
                range = new { start = new { line = 10, character = 0 }, end = new { line = 11, character = 0 } },
            }
        );
        var all = Coloured(session, await Full(session));
        var some = Coloured(session, part);
        Assert.Equal("Poland", some[0].Word);
        Assert.Equal(all[^some.Count..], some);
    }

    private static Task<JsonElement> Full(EditorSession session) =>
        session.AskAsync("textDocument/semanticTokens/full", new { textDocument = session.TextDocument });

    private static List<int> Numbers(JsonElement tokens) =>
        [.. tokens.GetProperty("data").EnumerateArray().Select(each => each.GetInt32())];

    private static List<(string Word, string Type)> Coloured(EditorSession session, JsonElement tokens)
    {
        var legend = session
            .Capabilities.GetProperty("semanticTokensProvider")
            .GetProperty("legend")
            .GetProperty("tokenTypes");
        var coloured = new List<(string, string)>();
        var (line, character) = (0, 0);
        foreach (var token in Numbers(tokens).Chunk(5))
        {
            character = token[0] == 0 ? character + token[1] : token[1];
            line += token[0];
            var start = session.Marked!.OffsetOf(line, character);
            coloured.Add((session.Marked.Text.Substring(start, token[2]), legend[token[3]].GetString()!));
        }
        return coloured;
    }
}
