using Casus.Core.Text;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Documents;

/// <summary>Applies what a client says has changed.</summary>
internal static class Changes
{
    /// <summary>
    /// The text after a change. A range that the text does not have is taken for the nearest; one that ends before it
    /// starts is empty.
    /// </summary>
    public static SourceText Apply(SourceText text, ContentChange change)
    {
        if (change.Range is not { } range)
        {
            return new SourceText(text.Path, change.Text);
        }
        var start = text.OffsetOf(range.Start.Line + 1, range.Start.Character + 1);
        var end = Math.Max(start, text.OffsetOf(range.End.Line + 1, range.End.Character + 1));
        return new SourceText(text.Path, string.Concat(text.Text.AsSpan(0, start), change.Text, text.Text.AsSpan(end)));
    }
}
