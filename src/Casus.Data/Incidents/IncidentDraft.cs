using System.Collections.Immutable;

namespace Casus.Data.Incidents;

/// <summary>
/// A row as text, column by column, before it is read: mappings fill it, assumptions complete it, and then defaults
/// follow from what stands in it. One draft serves a whole table; its texts hold until the next row.
/// </summary>
internal sealed class IncidentDraft
{
    private readonly ReadOnlyMemory<char>[] values = new ReadOnlyMemory<char>[IncidentColumns.Count];
    private readonly List<string> assumed = [];

    public ReadOnlyMemory<char> this[IncidentColumn column]
    {
        get => values[(int)column];
        set => values[(int)column] = value;
    }

    /// <summary>Columns that an assumption filled.</summary>
    public ImmutableArray<string> Assumed => assumed.Count == 0 ? [] : [.. assumed];

    public ReadOnlySpan<char> Text(IncidentColumn column) => values[(int)column].Span;

    public bool Has(IncidentColumn column) => !values[(int)column].IsEmpty;

    public void Assume(IncidentColumn column, ReadOnlyMemory<char> value)
    {
        values[(int)column] = value;
        assumed.Add(IncidentColumns.NameOf(column));
    }

    public void Clear()
    {
        Array.Clear(values);
        assumed.Clear();
    }
}
