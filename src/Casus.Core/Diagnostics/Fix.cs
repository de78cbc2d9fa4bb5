using System.Collections.Immutable;
using Casus.Core.Text;

namespace Casus.Core.Diagnostics;

/// <summary>A place beside that of a diagnostic, and what stands there.</summary>
public sealed record RelatedPlace(TextSpan Span, string Message);

/// <summary>Whether a fix may be made without asking anybody.</summary>
public enum FixSafety
{
    /// <summary>The text means the same with it: `check --fix` makes it.</summary>
    Safe,

    /// <summary>It changes what the text means: it is shown and never made, that is for those who negotiate.</summary>
    NegotiatorsChoice,
}

/// <summary>What stands in <paramref name="Span"/> is replaced; an empty span inserts.</summary>
public sealed record TextEdit(TextSpan Span, string NewText);

/// <summary>
/// A way to mend what a diagnostic is about. The edits do not overlap and stand in the order of the text.
/// </summary>
/// <param name="Title">What it does, as an order: "Write `after` for `of`".</param>
public sealed record Fix(string Title, FixSafety Safety, ImmutableArray<TextEdit> Edits)
{
    /// <summary>One edit that means the same.</summary>
    public static Fix Safe(string title, TextSpan span, string newText) =>
        new(title, FixSafety.Safe, [new TextEdit(span, newText)]);

    /// <summary>One edit that changes what the text means.</summary>
    public static Fix Choice(string title, TextSpan span, string newText) =>
        new(title, FixSafety.NegotiatorsChoice, [new TextEdit(span, newText)]);
}
