using System.Text.Json;
using Xunit;

namespace Casus.Tests.LanguageServer;

public sealed class ActionsTests
{
    [Fact]
    public async Task A_name_that_was_meant_is_written()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading + "  Pol$0and and Frence shall warn Russia."
        );
        var actions = await Actions(session, "Frence");
        var write = actions.Single(action => Title(action) == "Write `France`");
        Assert.Contains(
            "Poland and France shall",
            session.Edited(write.GetProperty("edit"), session.Uri),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_term_that_nothing_defines_is_given_a_definition_that_compiles()
    {
        await using var session = await EditorSession.OpenAsync(
            SmallText.Heading + "  Commission shall report each flurble within 24 hours."
        );
        var actions = await Actions(session, "flurble");
        var define = actions.Single(action => Title(action) == "Define `flurble`");
        var edited = session.Edited(define.GetProperty("edit"), session.Uri);
        Assert.Contains("\n  A flurble means ", edited, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Core.Binding.Compiler.Compile(
                new Core.Text.SourceText("a", edited),
                new Dictionary<string, string>(),
                new global::Casus.Data.Geography.GeographyFolder(".")
            ).Diagnostics,
            diagnostic => diagnostic.Severity == Core.Diagnostics.Severity.Error
        );
    }

    private static async Task<List<JsonElement>> Actions(EditorSession session, string word)
    {
        var start = session.Marked!.Text.IndexOf(word, StringComparison.Ordinal);
        var (line, character) = session.Marked.PositionOf(start);
        var position = new { line, character = character + 1 };
        var actions = await session.AskAsync(
            "textDocument/codeAction",
            new
            {
                textDocument = session.TextDocument,
                range = new { start = position, end = position },
                context = new { diagnostics = Array.Empty<object>() },
            }
        );
        return [.. actions.EnumerateArray()];
    }

    private static string Title(JsonElement action) => action.GetProperty("title").GetString()!;
}
