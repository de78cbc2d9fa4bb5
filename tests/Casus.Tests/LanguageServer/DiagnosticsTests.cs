using System.Text.Json;
using Xunit;

namespace Casus.Tests.LanguageServer;

public sealed class DiagnosticsTests
{
    [Fact]
    public async Task A_mistake_is_told_where_it_stands_with_its_version()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading + "  [|Atlantis|] shall assist Ukraine within 24 hours."
        );
        var diagnostics = await session.DiagnosticsAsync();
        var nobody = diagnostics.EnumerateArray().Single(each => Code(each) == "CAS2018");
        Assert.Equal(session.Marked!.Spans[0], session.SpanOf(nobody.GetProperty("range")));
        Assert.Equal(1, nobody.GetProperty("severity").GetInt32());
    }

    [Fact]
    public async Task What_is_typed_is_analysed_again()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading + "  $0Atlantis shall assist Ukraine within 24 hours."
        );
        Assert.Contains(await Codes(session, 1), code => code == "CAS2018");
        var (line, character) = session.Marked!.PositionOf(session.Marked.Cursor!.Value);
        await session.TellAsync(
            "textDocument/didChange",
            new
            {
                textDocument = new { uri = session.Uri, version = 2 },
                contentChanges = new object[]
                {
                    new
                    {
                        range = new
                        {
                            start = new { line, character },
                            end = new { line, character = character + "Atlantis".Length },
                        },
                        text = "Poland",
                    },
                },
            }
        );
        Assert.DoesNotContain(await Codes(session, 2), code => code == "CAS2018");
    }

    [Fact]
    public async Task A_sentence_with_a_mistake_of_shape_leaves_the_others_served()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading + "  shall shall shall.\n  Com$0mission shall warn Russia within 24 hours."
        );
        Assert.Contains(await Codes(session, 1), code => code.StartsWith("CAS1", StringComparison.Ordinal));
        var hover = await session.AskAtCursorAsync("textDocument/hover");
        Assert.Contains("A body", hover.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_counted_in_UTF_16_units()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading + "  Poland shall assist \"\U0001F1FA\U0001F1E6 aid\" and [|Atlantis|]."
        );
        var diagnostics = await session.DiagnosticsAsync();
        Assert.Contains(
            diagnostics.EnumerateArray(),
            each => session.SpanOf(each.GetProperty("range")) == session.Marked!.Spans[0]
        );
    }

    [Fact]
    public async Task A_text_that_is_closed_has_nothing_said_of_it()
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + "  Atlantis shall rest.");
        await session.DiagnosticsAsync();
        await session.TellAsync("textDocument/didClose", new { textDocument = session.TextDocument });
        var last = await session.PublishedAsync();
        Assert.Equal(0, last.GetProperty("diagnostics").GetArrayLength());
    }

    private static async Task<List<string>> Codes(EditorSession session, int version) =>
        [.. (await session.DiagnosticsAsync(version)).EnumerateArray().Select(Code)];

    private static string Code(JsonElement diagnostic) => diagnostic.GetProperty("code").GetString()!;
}
