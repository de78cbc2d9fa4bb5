namespace Casus.Reports.Diff;

/// <summary>Whose changes a redline says they are, and of when; without a date the changes carry none.</summary>
public sealed record RedlineMark(string Author, DateOnly? Date);
