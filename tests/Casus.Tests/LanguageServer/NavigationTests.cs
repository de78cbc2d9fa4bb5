using StreamJsonRpc;
using Xunit;

namespace Casus.Tests.LanguageServer;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("Party [|Moldova|], as beneficiary.\n  Each guarantor shall assist Mol$0dova.")]
    [InlineData("  An [|incursion|] means an attack by one party.\n  On an incur$0sion: Poland may act.")]
    [InlineData(
        "  An [|incursion|] means an attack by one party.\n  Poland shall report incursi$0ons within 24 hours."
    )]
    [InlineData(
        "  A wave means at least [[|depth|]: 5 | 10] violations within any 24 hours.\nPosition of Russia on de$0pth: proposes 10, said by Russia on 2026-01-02."
    )]
    [InlineData(
        "Article [|2|] \"Response\".\n  France shall warn Russia within 24 hours.\n  Article $02 prevails over Article 1."
    )]
    [InlineData("Conduct [|barrage|]: artillery, mortar.\n  Ukraine shall not commit a bar$0rage.")]
    public async Task A_definition_is_where_the_name_is_declared(string rest)
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + rest);
        var definition = await session.AskAtCursorAsync("textDocument/definition");
        Assert.Equal(session.Uri, definition.GetProperty("uri").GetString());
        Assert.Equal(session.Marked!.Spans[0], session.SpanOf(definition.GetProperty("range")));
    }

    [Fact]
    public async Task References_are_all_places_of_a_name_and_none_within_a_longer_one()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading
                + """
                  An [|incursion|] means an attack by one party.
                  A grave incursion means at least 5 [|incursions|] within any 24 hours.
                  Poland shall report each [|incur$0sion|] within 24 hours, except a grave incursion.
                """
        );
        var references = await session.AskAsync(
            "textDocument/references",
            new
            {
                textDocument = session.TextDocument,
                position = session.CursorPosition,
                context = new { includeDeclaration = true },
            }
        );
        Assert.Equal(
            session.Marked!.Spans,
            references.EnumerateArray().Select(each => session.SpanOf(each.GetProperty("range")))
        );
    }

    [Fact]
    public async Task A_verb_is_no_place_of_a_term_that_is_written_like_it()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading + "  A [|report|] means an attack by one party.\n  Poland shall report each [|rep$0ort|]."
        );
        var highlights = await session.AskAtCursorAsync("textDocument/documentHighlight");
        Assert.Equal(
            session.Marked!.Spans,
            highlights.EnumerateArray().Select(each => session.SpanOf(each.GetProperty("range")))
        );
    }

    [Theory]
    [InlineData(
        "  A wave means at least 5 violations within any 24 hours.\n  Poland shall report wa$0ves within 24 hours.",
        "assault wave",
        "  An assault wave means at least 5 violations within any 24 hours.\n  Poland shall report assault waves within 24 hours."
    )]
    [InlineData(
        "Zone Strip: within 5 km of Border.\nLine Border.\n  Ukraine shall not commit an attack from Str$0ip.",
        "Security Belt",
        "Zone Security Belt: within 5 km of Border.\nLine Border.\n  Ukraine shall not commit an attack from Security Belt."
    )]
    [InlineData(
        "  A wave means at least [depth: 5 | 10] violations within any 24 hours.\nPosition of Russia on dep$0th: proposes 10, said by Russia on 2026-01-02.",
        "threshold 2",
        "  A wave means at least [threshold 2: 5 | 10] violations within any 24 hours.\nPosition of Russia on threshold 2: proposes 10, said by Russia on 2026-01-02."
    )]
    public async Task A_name_is_changed_wherever_it_stands(string rest, string newName, string expected)
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + rest);
        var edit = await session.AskAsync(
            "textDocument/rename",
            new
            {
                textDocument = session.TextDocument,
                position = session.CursorPosition,
                newName,
            }
        );
        Assert.Equal(SmallText.Heading + expected, session.Edited(edit, session.Uri));
    }

    [Theory]
    [InlineData("  A wa$0ve means at least 5 violations within any 24 hours.", "violation", "taken")]
    [InlineData("  A wa$0ve means at least 5 violations within any 24 hours.", "act of war", "reserved")]
    [InlineData("  A wa$0ve means at least 5 violations within any 24 hours.", "mortar", "taxonomy")]
    [InlineData("  A wa$0ve means at least 5 violations within any 24 hours.", "5", "no word")]
    [InlineData("  A wa$0ve means at least 5 violations within any 24 hours.", " ", "at least one word")]
    [InlineData("  Each guaran$0tor shall assist Ukraine.", "friend", "A role")]
    [InlineData("  Poland sh$0all assist Ukraine.", "friend", "Nothing that has a name")]
    [InlineData("  A wa$0ve means at least 5 violations within any 24 hours.", "Zone", "opens sentences")]
    public async Task What_is_no_name_or_clashes_is_refused_with_the_reason(string rest, string newName, string reason)
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + rest);
        var refused = await Assert.ThrowsAsync<RemoteInvocationException>(() =>
            session.AskAsync(
                "textDocument/rename",
                new
                {
                    textDocument = session.TextDocument,
                    position = session.CursorPosition,
                    newName,
                }
            )
        );
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal(-32803, refused.ErrorCode);
    }

    [Fact]
    public async Task What_can_be_renamed_is_told_with_its_name()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading + "  Each member of [|Coali$0tion|] shall assist Ukraine within 24 hours."
        );
        var prepared = await session.AskAtCursorAsync("textDocument/prepareRename");
        Assert.Equal("Coalition", prepared.GetProperty("placeholder").GetString());
        Assert.Equal(session.Marked!.Spans[0], session.SpanOf(prepared.GetProperty("range")));
    }
}
