namespace Casus.Data.Tables;

/// <summary>
/// Keeps one string for each text that repeats, so that a million rows hold few strings. After <see cref="Limit"/>
/// texts it makes new strings: a column that never repeats is not to fill the pool.
/// </summary>
internal sealed class TextPool
{
    private const int Limit = 1 << 16;
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public TextPool() => lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The string of the text; null where it is empty.</summary>
    public string? Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }
        if (lookup.TryGetValue(text, out var known))
        {
            return known;
        }
        var made = text.ToString();
        if (texts.Count < Limit)
        {
            texts.Add(made, made);
        }
        return made;
    }
}
