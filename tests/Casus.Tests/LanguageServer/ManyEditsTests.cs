using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Text;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.LanguageServer;

public sealed class ManyEditsTests
{
    private static readonly string[] Pieces =
    [
        ".",
        ".\n",
        ",",
        ";",
        ":",
        "\n",
        "\"",
        "// x\n",
        " ",
        "[a: 1 | 2]",
        "5",
        "Article 9.",
        "shall",
        "\U0001F1FA",
        "France",
    ];

    [Fact]
    public async Task Ten_thousand_edits_in_a_row_end_in_what_a_fresh_check_says()
    {
        var file = RepositoryRoot.Of("agreements", "ukraine-2026", "agreement.casus");
        var original = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await using var session = await EditorSession.OpenAsync(original, file);
        var random = new Random(20260107);
        var text = original;
        const int Edits = 10_000;
        for (var version = 2; version < Edits + 2; version++)
        {
            // Edits come and go, so that the text stays one that still has much to say.
            var (start, length, put) = version % 100 == 0 ? (0, text.Length, original) : Edit(text, original, random);
            await session.TellAsync(
                "textDocument/didChange",
                new
                {
                    textDocument = new { uri = session.Uri, version },
                    contentChanges = new[]
                    {
                        new
                        {
                            range = new { start = Place(text, start), end = Place(text, start + length) },
                            text = put,
                        },
                    },
                }
            );
            text = text.Remove(start, length).Insert(start, put);
        }
        var told = await session.DiagnosticsAsync(Edits + 1);
        var source = new SourceText(file, text);
        var geography = new global::Casus.Data.Geography.GeographyFolder(Path.GetDirectoryName(file)!);
        var compilation = Compiler.Compile(source, new Dictionary<string, string>(), geography);
        var fresh = Checker.Check(compilation, RuleSettings.Default);
        Assert.NotEmpty(fresh);
        Assert.Equal(
            fresh.Select(each => Line(each.Code, source.PositionOf(each.Span.Start))),
            told.EnumerateArray()
                .Select(each =>
                    Line(
                        each.GetProperty("code").GetString()!,
                        (
                            each.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32() + 1,
                            each.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32() + 1
                        )
                    )
                )
        );
    }

    private static string Line(string code, (int Line, int Column) place) => $"{place.Line}:{place.Column} {code}";

    private static (int Start, int Length, string Put) Edit(string text, string original, Random random)
    {
        var start = Whole(text, random.Next(text.Length + 1));
        var end = Whole(
            text,
            Math.Min(text.Length, start + (random.Next(20) == 0 ? random.Next(100) : random.Next(3)))
        );
        var from = Whole(original, random.Next(original.Length));
        var to = Whole(original, Math.Min(original.Length, from + random.Next(60)));
        return random.Next(3) switch
        {
            0 => (start, end - start, ""),
            1 => (start, 0, original[from..to]),
            _ => (start, end - start, Pieces[random.Next(Pieces.Length)]),
        };
    }

    /// <summary>An editor does not cut a letter in two, nor a carriage return from its line feed.</summary>
    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && (char.IsLowSurrogate(text[at]) || text[at - 1] == '\r') ? at - 1 : at;

    private static object Place(string text, int offset)
    {
        var line = text.AsSpan(0, offset).Count('\n');
        return new { line, character = offset - (text.AsSpan(0, offset).LastIndexOf('\n') + 1) };
    }
}
