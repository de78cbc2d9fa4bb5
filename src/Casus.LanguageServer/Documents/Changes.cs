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
        var start = OffsetOf(text, range.Start);
        var end = Math.Max(start, OffsetOf(text, range.End));
        return new SourceText(text.Path, string.Concat(text.Text.AsSpan(0, start), change.Text, text.Text.AsSpan(end)));
    }

    /// <summary>Clients say the end of a line, or of a text, by the greatest number there is.</summary>
    public static int OffsetOf(SourceText text, Position position) =>
        text.OffsetOf(FromOne(position.Line), FromOne(position.Character));

    private static int FromOne(int index) => index == int.MaxValue ? index : index + 1;
}
