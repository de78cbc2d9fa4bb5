using System.Collections.Immutable;

namespace Casus.Core.Formatting;

/// <summary>
/// What is to stand on a page, before it is known where its lines end: the algebra of Wadler ("A prettier printer",
/// 1998) in the strict form of Lindig ("Strictly pretty", 2000), where a group looks at nothing but itself. A document
/// knows its width on one line from when it is made, so that laying out takes time in proportion to the text.
/// </summary>
internal abstract class LayoutDocument
{
    /// <summary>Of what must not stand on one line.</summary>
    public const int Unbounded = int.MaxValue / 2;

    /// <summary>Columns on one line; <see cref="Unbounded"/> where a line must end within it.</summary>
    public abstract int Width { get; }

    /// <summary>Ends the line, if anything stands on it; what follows opens one at the indentation.</summary>
    public static LayoutDocument HardLine { get; } = new HardLineDocument();

    /// <summary>One empty line, but not before the first line and not two.</summary>
    public static LayoutDocument EmptyLine { get; } = new EmptyLineDocument();

    /// <summary>A space, or in a group that does not fit the end of the line.</summary>
    public static LayoutDocument Line { get; } = new LineDocument();

    /// <summary>Words on one line.</summary>
    public static LayoutDocument Text(string words) => new TextDocument(words);

    /// <summary>A comment that stands after what is on the line, and ends it.</summary>
    public static LayoutDocument TrailingComment(string words) => new TrailingCommentDocument(words);

    /// <summary>Source as it is, line ends and all, from the end of what came before.</summary>
    public static LayoutDocument Verbatim(string source) => new VerbatimDocument(source);

    public static LayoutDocument Join(ImmutableArray<LayoutDocument> parts) => new JoinedDocument(parts);

    /// <summary>Its lines open so many columns further to the right.</summary>
    public static LayoutDocument Nest(int columns, LayoutDocument inner) => new NestedDocument(columns, inner);

    /// <summary>On one line if it fits what is left of this one; else each of its lines ends.</summary>
    public static LayoutDocument Group(LayoutDocument inner) => new GroupDocument(inner);
}

internal sealed class TextDocument(string words) : LayoutDocument
{
    public string Words { get; } = words;
    public override int Width => Words.Length;
}

internal sealed class LineDocument : LayoutDocument
{
    public override int Width => 1;
}

internal sealed class HardLineDocument : LayoutDocument
{
    public override int Width => Unbounded;
}

internal sealed class EmptyLineDocument : LayoutDocument
{
    public override int Width => Unbounded;
}

internal sealed class TrailingCommentDocument(string words) : LayoutDocument
{
    public string Words { get; } = words;
    public override int Width => Unbounded;
}

internal sealed class VerbatimDocument(string source) : LayoutDocument
{
    public string Source { get; } = source;
    public override int Width => Unbounded;
}

internal sealed class JoinedDocument : LayoutDocument
{
    public JoinedDocument(ImmutableArray<LayoutDocument> parts)
    {
        Parts = parts;
        foreach (var part in parts)
        {
            Width = Math.Min(Unbounded, Width + part.Width);
        }
    }

    public ImmutableArray<LayoutDocument> Parts { get; }
    public override int Width { get; }
}

internal sealed class NestedDocument(int columns, LayoutDocument inner) : LayoutDocument
{
    public int Columns { get; } = columns;
    public LayoutDocument Inner { get; } = inner;
    public override int Width { get; } = inner.Width;
}

internal sealed class GroupDocument(LayoutDocument inner) : LayoutDocument
{
    public LayoutDocument Inner { get; } = inner;
    public override int Width { get; } = inner.Width;
}
