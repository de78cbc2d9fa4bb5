using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.LanguageServer;

public sealed class HoverTests
{
    [Theory]
    [InlineData("  Com$0mission shall warn Russia within 24 hours.", "Chaired by France")]
    [InlineData("  Commission shall wa$0rn Russia within 24 hours.", "within 24 hours after")]
    [InlineData("  Commission sh$0all warn Russia.", "no deadline")]
    [InlineData("  Each guaran$0tor shall assist Ukraine.", "A role of 2: France, Poland")]
    [InlineData("  Each member of Coal$0ition shall assist Ukraine.", "A group of 2: France, Poland")]
    [InlineData("  Commission shall report each viola$0tion within 24 hours.", "1.2: A violation means a breach")]
    [InlineData("  A wave means at least [gra$0ve: 5 | 10] violations within any 24 hours.", "Others: 10")]
    [InlineData(
        "  The guarantors dec$0ide on assistance by consensus within 48 hours.",
        "What silence means is not said"
    )]
    [InlineData("  Commission shall report each breach of Article $01 within 24 hours.", "numbered sentences")]
    public async Task A_hover_says_the_meaning(string sentence, string expected)
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + sentence);
        var hover = await session.AskAtCursorAsync("textDocument/hover");
        Assert.Contains(
            expected,
            hover.GetProperty("contents").GetProperty("value").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_hover_names_the_whole_of_the_longest_name()
    {
        await using var session = await EditorSession.OpenAsync(
            $$"""
            {{SmallText.Heading}}  A grave violation means at least 5 violations within any 24 hours.
              Commission shall report each [|grave viola$0tion|] within 24 hours.
            """
        );
        var hover = await session.AskAtCursorAsync("textDocument/hover");
        Assert.Equal(session.Marked!.Spans[0], session.SpanOf(hover.GetProperty("range")));
    }

    [Fact]
    public async Task A_line_and_a_zone_say_how_far_they_reach()
    {
        var file = RepositoryRoot.Of("agreements", "ukraine-2026", "agreement.casus");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await using var session = await EditorSession.OpenAsync(
            text.Replace("Zone Buffer", "Zone Buf$0fer", StringComparison.Ordinal),
            file
        );
        var hover = await session.AskAtCursorAsync("textDocument/hover");
        Assert.Contains(
            "20 km to each side of Contact Line, which is 315.9 km long",
            hover.GetProperty("contents").GetProperty("value").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Where_there_is_nothing_to_say_the_answer_is_null()
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + "\n$0\n");
        var hover = await session.AskAtCursorAsync("textDocument/hover");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, hover.ValueKind);
    }
}
