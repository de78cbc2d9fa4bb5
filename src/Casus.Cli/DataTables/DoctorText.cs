using System.Globalization;
using Casus.Cli.Inputs;
using Casus.Data.Incidents;
using Casus.Data.Inspection;

namespace Casus.Cli.DataTables;

/// <summary>A diagnosis for people.</summary>
internal sealed class DoctorText(TextWriter output, Diagnosis diagnosis)
{
    private const int Examples = 3;
    private readonly TableInspection table = diagnosis.Table;

    public void Write()
    {
        output.WriteLine($"{table.File}: {table.Format}, {Number(table.Rows)} rows, {table.Columns.Length} columns");
        output.WriteLine($"sha256    {table.Sha256}");
        if (table.Faults > 0)
        {
            output.WriteLine($"no rows   {Number(table.Faults)} cannot be read; {table.FirstFault}");
        }
        WriteColumns();
        if (table.Box is { } box)
        {
            output.WriteLine(
                FormattableString.Invariant(
                    $"place     from {box.South} to {box.North} north, from {box.West} to {box.East} east"
                )
            );
        }
        foreach (var suspicion in table.Suspicions.Concat(diagnosis.Suspicions).Concat(table.Unread))
        {
            output.WriteLine($"look at   {suspicion}");
        }
        WriteMapping();
        if (diagnosis.Agreement is not null)
        {
            WriteNeeds();
        }
        WriteNext();
    }

    private void WriteColumns()
    {
        var width = Math.Min(28, table.Columns.Select(column => column.Name.Length).DefaultIfEmpty(0).Max());
        output.WriteLine();
        foreach (var column in table.Columns)
        {
            var blank = column.Blank == 0 ? "" : $", {Number(column.Blank)} blank";
            output.WriteLine($"  {column.Name.PadRight(width)}  {Kind(column)}{blank}{Range(column)}");
        }
        output.WriteLine();
    }

    private static string Kind(ColumnInspection column) =>
        column.Filled == 0 ? "empty" : string.Join(" and ", column.Forms.Take(2).Select(FormWords.Of));

    private static string Range(ColumnInspection column)
    {
        if (column.HasDays)
        {
            return $", {column.FirstDay} to {column.LastDay}";
        }
        var isNumber = column.Forms.FirstOrDefault() is ValueForm.WholeNumber or ValueForm.Number;
        if (column.Least is { } least && isNumber)
        {
            return FormattableString.Invariant($", {least} to {column.Greatest}");
        }
        var more = column.Values.Count > Examples ? ", ..." : "";
        return column.Filled == 0 ? "" : $": {string.Join(", ", column.Values.Take(Examples))}{more}";
    }

    private void WriteMapping()
    {
        var name =
            table.IsIncidentTable ? "none is needed"
            : table.Fits is { } fits ? fits.Name
            : "none fits";
        output.WriteLine($"mapping   {name}: {table.Why}");
        if (table.Fits is null && !table.IsIncidentTable && !table.Given.IsEmpty)
        {
            var guesses = table.Given.Select(given => $"{IncidentColumns.NameOf(given.Key)} from {given.Value}");
            output.WriteLine($"          a first guess: {string.Join(", ", guesses)}");
        }
    }

    private void WriteNeeds()
    {
        output.WriteLine($"agreement {diagnosis.Agreement!.Title}");
        foreach (var need in diagnosis.Needed.Except(diagnosis.Lacking))
        {
            var from = table.Given[need.Column];
            var source = from.Length == 0 ? "the mapping gives it" : $"from {from}";
            output.WriteLine($"  has     {Diagnosis.NameOf(need)}: {source}");
        }
        foreach (var need in diagnosis.Lacking)
        {
            output.WriteLine(
                $"  lacks   {Diagnosis.Shown(need.Clauses)} {(need.Clauses.Length == 1 ? "needs" : "need")} "
                    + $"`{Diagnosis.NameOf(need)}`: no column gives it; {need.Why}"
            );
            if (need.Suppose is { } suppose)
            {
                output.WriteLine($"          --assume {suppose} would suppose it");
            }
        }
    }

    private void WriteNext()
    {
        if (diagnosis.Mapping is not { } mapping)
        {
            output.WriteLine(
                $"next      ./casus data doctor {ShellWords.Quoted(table.File)} --write-mapping mapping.json"
            );
            return;
        }
        var with = mapping.Length == 0 ? "" : $" --mapping {mapping}";
        var text = diagnosis.Agreement?.File is { } file ? ShellWords.Quoted(file) : "AGREEMENT";
        output.WriteLine($"next      ./casus backtest {text} --incidents {ShellWords.Quoted(table.File)}{with}");
    }

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
