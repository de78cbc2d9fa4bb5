using System.Collections.Immutable;
using System.Text;

namespace Casus.Core.Diagnostics;

/// <summary>Makes fixes in a text.</summary>
public static class FixApplication
{
    /// <summary>
    /// Makes the first safe fix of each diagnostic, in the order of the text; one that would touch what another has
    /// already changed is left for the next round.
    /// </summary>
    /// <returns>The new text, and the diagnostics that were mended.</returns>
    public static (string Text, ImmutableArray<Diagnostic> Mended) MakeSafe(
        string text,
        IEnumerable<Diagnostic> diagnostics
    )
    {
        var edits = new List<TextEdit>();
        var mended = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            var fix = diagnostic.Fixes.FirstOrDefault(one => one.Safety == FixSafety.Safe);
            if (fix is null || fix.Edits.Any(edit => edits.Exists(made => Touch(made, edit))))
            {
                continue;
            }
            edits.AddRange(fix.Edits);
            mended.Add(diagnostic);
        }
        return (Make(text, edits), mended.ToImmutable());
    }

    /// <summary>Makes edits that do not overlap.</summary>
    public static string Make(string text, IEnumerable<TextEdit> edits)
    {
        var builder = new StringBuilder(text.Length);
        var position = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End))
        {
            builder.Append(text, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }
        return builder.Append(text, position, text.Length - position).ToString();
    }

    // Two insertions at one place touch too: which comes first would be a matter of luck.
    private static bool Touch(TextEdit a, TextEdit b) => a.Span.Start <= b.Span.End && b.Span.Start <= a.Span.End;
}
