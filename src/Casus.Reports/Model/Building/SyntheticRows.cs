using Casus.Core.Facts;

namespace Casus.Reports.Model.Building;

/// <summary>
/// Rows and acts that say of themselves that they are made up: their source or organisation has the word.
/// </summary>
public static class SyntheticRows
{
    private const string Word = "synthetic";

    /// <summary>One sentence for each file that has such rows.</summary>
    public static IEnumerable<string> Words(IEnumerable<IncidentRow> rows) =>
        from row in rows
        where Says(row.Source) || Says(row.Organisation)
        group row by row.File into file
        select $"{file.Key}: {file.Count()} rows are synthetic, as their source says";

    /// <summary>One sentence where there are such acts.</summary>
    public static IEnumerable<string> Words(IReadOnlyCollection<Act> acts)
    {
        var made = acts.Count(act => Says(act.Source));
        return made == 0 ? [] : [$"{made} acts are synthetic, as their source says"];
    }

    private static bool Says(string? name) => name?.Contains(Word, StringComparison.OrdinalIgnoreCase) == true;
}
