using System.Text.Json;
using Xunit;

namespace Casus.Tests.LanguageServer;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("  Poland shall $0", "warn", "Poland")]
    [InlineData("  Poland shall wa$0", "warn", "Poland")]
    [InlineData("  Poland $0", "shall not", "warn")]
    [InlineData("  The guarantors $0", "shall jointly", "hours")]
    [InlineData("  $0", "Position", "warn")]
    [InlineData("  $0", "Poland", "shall")]
    [InlineData("  Poland shall warn Russia within $0", "24 hours", "warn")]
    [InlineData("  Poland shall warn Russia within 24 $0", "hours", "warn")]
    [InlineData("  Ukraine shall not commit a $0", "mortar", "shall")]
    [InlineData("  Ukraine shall commit $0", "mortar", "shall")]
    [InlineData("Conduct barrage: $0", "mortar", "shall")]
    [InlineData("  A breach of Article $0", "1", "shall")]
    [InlineData("  On a violation by Russia: $0", "if the decision carries, then", "Party")]
    [InlineData("  On a violation by Russia: Poland $0", "shall", "Party")]
    [InlineData("  On a $0", "violation", "shall")]
    [InlineData("  A wave means at least [de$0", "depth", "shall")]
    [InlineData("  [depth: $0", "10", "shall")]
    [InlineData("Position of Russia on $0", "depth", "shall")]
    [InlineData("  The guarantors decide on assistance by $0", "two thirds of", "shall")]
    [InlineData("  Poland shall warn Russia within 24 hours, failing which Russia $0", "within", "Party")]
    public async Task What_is_offered_fits_the_form_of_the_sentence(string typed, string offered, string notOffered)
    {
        const string Bracket = "  A surge means at least [depth: 5 | 10] violations within any 24 hours.\n";
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + Bracket + typed);
        var labels = Labels(await session.AskAtCursorAsync("textDocument/completion"));
        Assert.Contains(offered, labels);
        Assert.DoesNotContain(notOffered, labels);
    }

    [Theory]
    [InlineData("  // Poland shall $0")]
    [InlineData("  > Poland shall $0")]
    [InlineData("  Poland shall give \"sup$0")]
    public async Task Nothing_is_offered_in_a_comment_in_prose_or_in_a_string(string typed)
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + typed);
        Assert.Empty(Labels(await session.AskAtCursorAsync("textDocument/completion")));
    }

    [Fact]
    public async Task An_offer_replaces_the_word_that_is_begun()
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + "  Poland shall [|wa|]$0");
        var items = await session.AskAtCursorAsync("textDocument/completion");
        var warn = items.EnumerateArray().Single(item => item.GetProperty("label").GetString() == "warn");
        Assert.Equal(session.Marked!.Spans[0], session.SpanOf(warn.GetProperty("textEdit").GetProperty("range")));
    }

    [Theory]
    [InlineData("  The guarantors decide on assistance by $0", "WHO decides on SUBJECT", "by RULE,")]
    [InlineData("  Poland decides on assistance, without $0", "WHO decides on SUBJECT", "without the accused,")]
    [InlineData("  Poland shall warn Russia within $0", "WHO shall", "within TIME after EVENT,")]
    [InlineData("  A wave means at least $0", "A TERM means", "at least N EVENTS")]
    [InlineData("Zone Strip: within $0", "Zone NAME:", "within N km of LINE")]
    public async Task The_form_of_a_sentence_is_shown_with_the_part_at_the_cursor(
        string typed,
        string form,
        string part
    )
    {
        await using var session = await EditorSession.OpenAsync(SmallText.Heading + typed);
        var help = await session.AskAtCursorAsync("textDocument/signatureHelp");
        var signature = help.GetProperty("signatures")[0];
        var label = signature.GetProperty("label").GetString()!;
        Assert.StartsWith(form, label, StringComparison.Ordinal);
        var active = signature.GetProperty("parameters")[help.GetProperty("activeParameter").GetInt32()];
        var range = active.GetProperty("label");
        Assert.Equal(part, label[range[0].GetInt32()..range[1].GetInt32()]);
    }

    private static List<string> Labels(JsonElement items) =>
        [.. items.EnumerateArray().Select(item => item.GetProperty("label").GetString()!)];
}
