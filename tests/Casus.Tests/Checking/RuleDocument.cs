using System.Text;
using System.Text.RegularExpressions;
using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Core.Text;
using Casus.Tests.Binding;

namespace Casus.Tests.Checking;

/// <summary>
/// A rule's test, written as a document: texts in blocks of `casus`, each followed by a block of `findings`, which
/// lists what the rule of the document's name finds in it. A text that does not begin with `Agreement` stands below the
/// heading of <see cref="Texts"/>; its lines are counted without it. Every line file is the straight one of Texts.
/// </summary>
internal sealed partial record RuleDocument(string Code, string Document)
{
    /// <summary>The texts, each with what is expected of it.</summary>
    public IReadOnlyList<(string Text, string Expected)> Cases =>
        [
            .. Pairs()
                .Matches(Document.ReplaceLineEndings("\n"))
                .Select(pair => (pair.Groups["text"].Value, pair.Groups["findings"].Value)),
        ];

    /// <summary>The document with what the rule finds now.</summary>
    public string Rewritten() =>
        Pairs()
            .Replace(
                Document.ReplaceLineEndings("\n"),
                pair =>
                    $"```casus\n{pair.Groups["text"].Value}```\n\n```findings\n{Found(Code, pair.Groups["text"].Value)}```"
            );

    /// <summary>What the rule finds in a text: a line a finding, with what to write and the fixes below it.</summary>
    public static string Found(string code, string text)
    {
        var compilation = Compile(text);
        var builder = new StringBuilder();
        foreach (var diagnostic in Of(code, compilation))
        {
            builder.Append($"{Place(compilation.Source, diagnostic.Span, text)} {diagnostic.Message}\n");
            foreach (var related in diagnostic.Related)
            {
                builder.Append($"    see {Place(compilation.Source, related.Span, text)} {related.Message}\n");
            }
            if (diagnostic.Suggestion is { } suggestion)
            {
                builder.Append($"    write {suggestion}\n");
            }
            foreach (var fix in diagnostic.Fixes)
            {
                builder.Append($"    {(fix.Safety == FixSafety.Safe ? "fix" : "choice")} {fix.Title}\n");
            }
        }
        return builder.ToString();
    }

    public static IEnumerable<Diagnostic> Of(string code, Compilation compilation) =>
        Checker.Check(compilation, RuleSettings.Default).Where(diagnostic => diagnostic.Code == code);

    public static Compilation Compile(string text) => Texts.Whole(IsWhole(text) ? text : Texts.Heading + text);

    private static string Place(SourceText source, TextSpan span, string text)
    {
        var (line, column) = source.PositionOf(span.Start);
        var above = IsWhole(text) ? 0 : Texts.Heading.Count(letter => letter == '\n');
        return line > above ? $"{line - above}:{column}" : $"heading:{line}:{column}";
    }

    private static bool IsWhole(string text) =>
        text.Split('\n').Any(line => line.StartsWith("Agreement ", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^```casus\n(?<text>.*?)^```\n\n```findings\n(?<findings>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Pairs();
}
