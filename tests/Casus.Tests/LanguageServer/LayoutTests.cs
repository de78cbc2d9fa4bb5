using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.LanguageServer;

public sealed class LayoutTests
{
    [Fact]
    public async Task Formatting_gives_what_fmt_gives()
    {
        const string Ragged = "  Poland   shall warn Russia\n within 24 hours .\n";
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + Ragged);
        var edits = await session.AskAsync(
            "textDocument/formatting",
            new { textDocument = session.TextDocument, options = new { tabSize = 2, insertSpaces = true } }
        );
        var formatted = Core.Formatting.Formatter.Format(
            Core.Parsing.Parser.Parse(new Core.Text.SourceText("a", session.Marked!.Text)).Tree
        );
        Assert.NotEqual(session.Marked.Text, formatted);
        Assert.Equal(formatted, session.Edited(edits));
    }

    [Fact]
    public async Task Hints_tell_the_days_of_deadlines_where_the_text_tells_when_they_start()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading
                + """
                  Poland shall give aid to Ukraine within 10 days after 2026-03-01.
                  This agreement enters into force on 2026-02-01.
                  This agreement lasts 2 years after entry into force.
                  France shall warn Russia within 24 hours after the first attack.
                """
        );
        Assert.Equal(["due 2026-03-11", "until 2028-02-01"], await Hints(session));
    }

    [Fact]
    public async Task Hints_tell_the_kilometres_that_a_zone_and_sectors_cover()
    {
        var file = RepositoryRoot.Of("agreements", "ukraine-2026", "agreement.casus");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await using var session = await EditorSession.OpenAsync(text, file);
        var hints = await Hints(session);
        Assert.Contains("315.9 km of line", hints);
        Assert.Contains("8 sectors of 315.9 km, the last of 35.9 km", hints);
    }

    [Fact]
    public async Task Sources_and_geography_are_links()
    {
        var file = RepositoryRoot.Of("agreements", "ukraine-2026", "agreement.casus");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await using var session = await EditorSession.OpenAsync(text, file);
        var links = await session.AskAsync("textDocument/documentLink", new { textDocument = session.TextDocument });
        var targets = links.EnumerateArray().Select(link => link.GetProperty("target").GetString()!).ToList();
        Assert.Contains(targets, target => target.EndsWith("/contact-line.geojson", StringComparison.Ordinal));
        Assert.Contains("https://tass.com/world/2008603", targets);
    }

    private static async Task<List<string>> Hints(EditorSession session)
    {
        var hints = await session.AskAsync(
            "textDocument/inlayHint",
            new
            {
                textDocument = session.TextDocument,
                range = new { start = new { line = 0, character = 0 }, end = new { line = 9999, character = 0 } },
            }
        );
        return [.. hints.EnumerateArray().Select(hint => hint.GetProperty("label").GetString()!)];
    }
}
