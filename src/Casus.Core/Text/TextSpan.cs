namespace Casus.Core.Text;

/// <summary>A range of UTF-16 positions in the source text: [Start, End).</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    public bool Contains(int position) => Start <= position && position < End;
}
