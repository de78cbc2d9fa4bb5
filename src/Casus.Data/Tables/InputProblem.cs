namespace Casus.Data.Tables;

/// <summary>
/// Why an input cannot be used at all: where, what was seen, why that matters and what to write instead. One problem
/// ends the reading of its input; a fault of one row is a <see cref="RejectedRow"/> instead.
/// </summary>
/// <param name="File">The name of the input.</param>
/// <param name="Line">The line (feature, row: <see cref="Unit"/>), from 1; null where none is to blame.</param>
public sealed record InputProblem(string File, int? Line, string What, string Why, string Instead)
{
    public RowUnit Unit { get; init; }

    public override string ToString() =>
        $"{(Line is { } line ? Unit.Place(File, line) : File)}: {What}; {Why}. {Instead}.";
}

/// <summary>A row that could not be read: never dropped in silence, always written to rejected.csv.</summary>
/// <param name="Line">The line (feature, row: <see cref="Unit"/>), from 1.</param>
/// <param name="Id">The row's id, or its row number where it has none.</param>
/// <param name="Column">The column to blame; empty where the row as a whole is.</param>
/// <param name="Value">What stood there, cut at 200 characters.</param>
public sealed record RejectedRow(string File, int Line, string Id, string Column, string Value, string Reason)
{
    public RowUnit Unit { get; init; }

    /// <summary>The file and the place in it.</summary>
    public string Place => Unit.Place(File, Line);
}

/// <summary>What is to be told of one input when it has been read.</summary>
/// <param name="Sha256">Of the bytes as read, in lower-case hexadecimal.</param>
/// <param name="Rows">Rows accepted.</param>
public sealed record InputSummary(string File, string Sha256, int Rows, int Rejected)
{
    /// <summary>More than 1% and more than 10 rows rejected: the run ends (formats.md).</summary>
    public bool TooManyRejected => Rejected > 10 && Rejected * 100L > (long)Rows + Rejected;
}
