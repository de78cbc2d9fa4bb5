using System.Collections.Frozen;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Text;
using Casus.LanguageServer.Diagnostics;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Actions;

/// <summary>
/// What can be done about what is said of a place: the fixes, the name that was meant, a definition to fill in.
/// </summary>
internal static class ActionAnswer
{
    private const string QuickFix = "quickfix";

    /// <summary>Whose suggestion is the name that was probably meant, in place of the one that stands there.</summary>
    private static readonly FrozenSet<string> NearestNames = new[]
    {
        "CAS2001",
        "CAS2002",
        "CAS2004",
        "CAS2018",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<CodeAction> Of(Analysis analysis, TextRange range)
    {
        var asked = TextSpan.FromBounds(analysis.OffsetOf(range.Start), analysis.OffsetOf(range.End));
        return
        [
            .. analysis
                .Diagnostics.Where(each => each.Span.Start <= asked.End && asked.Start <= each.Span.End)
                .SelectMany(each => Of(analysis, each)),
        ];
    }

    private static IEnumerable<CodeAction> Of(Analysis analysis, Diagnostic diagnostic)
    {
        foreach (var fix in diagnostic.Fixes)
        {
            var isSafe = fix.Safety == FixSafety.Safe;
            var title = isSafe ? fix.Title : $"{fix.Title} (a negotiator's choice: it changes what the text means)";
            yield return Action(analysis, diagnostic, title, fix.Edits, isSafe);
        }
        if (NearestNames.Contains(diagnostic.Code) && diagnostic.Suggestion is { Length: > 0 } meant)
        {
            yield return Action(
                analysis,
                diagnostic,
                $"Write `{meant}`",
                [new TextEdit(diagnostic.Span, meant)],
                false
            );
        }
        foreach (var definition in Definitions(analysis, diagnostic))
        {
            yield return definition;
        }
    }

    /// <summary>A sentence that defines what the text does not, to be filled in, before the one that uses it.</summary>
    private static IEnumerable<CodeAction> Definitions(Analysis analysis, Diagnostic diagnostic)
    {
        var (isUnknown, isOpen) = (diagnostic.Code == "CAS2001", diagnostic.Code == "CAS3010");
        var words = isUnknown || isOpen ? analysis.Source.Of(diagnostic.Span).Trim('"') : "";
        if (words.Length == 0 || words.Contains('\n') || analysis.SentenceAt(diagnostic.Span.Start) is not { } sentence)
        {
            yield break;
        }
        var start = sentence.Span.Start;
        var line = analysis.PositionOf(start);
        var indent = new string(' ', line.Character);
        var name = isUnknown ? Vocabulary.Singular(words.ToLowerInvariant()) : words.ToLowerInvariant();
        var article = "aeiou".Contains(name[0], StringComparison.Ordinal) ? "An" : "A";
        var sentences = isUnknown
            ? $"{article} {name} means an attack that is established and attributed."
            : Quality(analysis, name);
        if (sentences is not null)
        {
            var edit = new TextEdit(new TextSpan(start, 0), $"{sentences}\n{indent}");
            yield return Action(analysis, diagnostic, $"Define `{name}`", [edit], false);
        }
    }

    /// <summary>
    /// A word that grades is given a measure by a body that finds it; null where the text has no body.
    /// </summary>
    private static string? Quality(Analysis analysis, string word) =>
        analysis.Agreement.Bodies.FirstOrDefault() is { } body
            ? $"An incident is {word} when {body.Name} has found it."
            : null;

    private static CodeAction Action(
        Analysis analysis,
        Diagnostic diagnostic,
        string title,
        IEnumerable<TextEdit> edits,
        bool isPreferred
    )
    {
        var changes = new Dictionary<string, IReadOnlyList<DocumentEdit>>(StringComparer.Ordinal)
        {
            [analysis.Uri] = [.. edits.Select(edit => new DocumentEdit(analysis.RangeOf(edit.Span), edit.NewText))],
        };
        return new CodeAction(
            title,
            QuickFix,
            new WorkspaceEdit(changes),
            [DiagnosticWriting.Of(analysis, diagnostic)],
            isPreferred
        );
    }
}
