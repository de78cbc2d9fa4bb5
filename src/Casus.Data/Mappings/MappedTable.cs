using Casus.Core.Time;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Data.Mappings;

/// <summary>A table read through a mapping.</summary>
internal sealed class MappedTable(Mapping mapping, TableSource table, AgreementCalendar calendar)
{
    private readonly MappedRow row = new(table, calendar);

    public IEnumerable<string> Notes => row.Notes;

    /// <summary>Rows that the mapping leaves out, by its reason.</summary>
    public SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether the row is none that the mapping reads: it is counted, and neither accepted nor rejected.
    /// </summary>
    /// <param name="draft">The row as filled; null before it is.</param>
    public bool Skips(IncidentDraft? draft)
    {
        foreach (var rule in mapping.Skip)
        {
            var meets = draft is null
                ? rule.Without is null && rule.When.All(test => test.Holds(row))
                : rule.Without is { } column && !draft.Has(column) && rule.When.All(test => test.Holds(row));
            if (meets)
            {
                Skipped[rule.Because] = Skipped.GetValueOrDefault(rule.Because) + 1;
                return true;
            }
        }
        return false;
    }

    /// <summary>Fills the draft from the row just read; or says why it cannot.</summary>
    public (string Column, string Value, string Reason)? Fill(IncidentDraft draft)
    {
        (string, string, string)? first = null;
        foreach (var (column, rule) in mapping.Columns)
        {
            row.Start();
            draft[column] = rule.Apply(row);
            if (row.Refusal is { } refusal && first is null)
            {
                first = (IncidentColumns.NameOf(column), refusal.Value, refusal.Reason);
            }
        }
        return first;
    }
}

/// <summary>The row that conversions see.</summary>
internal sealed class MappedRow(TableSource table, AgreementCalendar calendar)
{
    public AgreementCalendar Calendar => calendar;

    public SortedSet<string> Notes { get; } = new(StringComparer.Ordinal);

    public (string Value, string Reason)? Refusal { get; private set; }

    public bool IsRefused => Refusal is not null;

    public void Start() => Refusal = null;

    public ReadOnlyMemory<char> Field(string column) => table.Field(table.IndexOf(column));

    /// <summary>Rejects the row; the empty text, so that a conversion can return it.</summary>
    public string Refuse(string value, string reason)
    {
        Refusal ??= (value, reason);
        return "";
    }
}
