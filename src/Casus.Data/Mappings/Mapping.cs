using System.Collections.Immutable;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Data.Mappings;

/// <summary>
/// How the columns of another table become those of the incident table; docs/data/mappings.md has the file format.
/// Each row of the table becomes one row.
/// </summary>
public sealed class Mapping
{
    internal Mapping(
        string name,
        string title,
        ImmutableArray<(IncidentColumn Column, ValueRule Rule)> columns,
        ImmutableArray<SkipRule> skip
    )
    {
        Name = name;
        Title = title;
        Columns = columns;
        Skip = skip;
    }

    public string Name { get; }

    /// <summary>One line for people: which table it reads, of whom.</summary>
    public string Title { get; }

    internal ImmutableArray<(IncidentColumn Column, ValueRule Rule)> Columns { get; }

    /// <summary>Which rows are no incidents, and are left out and counted.</summary>
    internal ImmutableArray<SkipRule> Skip { get; }

    /// <summary>The columns that a table must have, in the order in which the mapping names them.</summary>
    public ImmutableArray<string> SourceColumns =>
        [
            .. Columns
                .SelectMany(column => column.Rule.SourceColumns)
                .Concat(Skip.SelectMany(rule => rule.When.Select(test => test.Column)))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>What the table lacks; null where it has all columns that the mapping names.</summary>
    internal InputProblem? Check(string file, IReadOnlyList<string> columns)
    {
        var missing = SourceColumns
            .Where(name => !columns.Contains(name, StringComparer.OrdinalIgnoreCase))
            .ToImmutableArray();
        if (missing.IsEmpty)
        {
            return null;
        }
        var all = string.Join(", ", missing.Select(name => $"'{name}'"));
        return new InputProblem(
            file,
            1,
            $"mapping '{Name}' names {all}, which the table lacks{NearMiss.Question(missing[0], columns)}",
            "values would be missing from every row",
            "Name the mapping that fits, or correct the column in the mapping"
        );
    }
}

/// <summary>
/// Rows that are left out: those of which all tests hold and, where one is named, whose column is empty.
/// </summary>
/// <param name="Because">Why, for the note that tells how many.</param>
internal sealed record SkipRule(ImmutableArray<ValueTest> When, IncidentColumn? Without, string Because);
