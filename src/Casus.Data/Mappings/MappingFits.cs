using System.Collections.Immutable;
using System.Text;

namespace Casus.Data.Mappings;

/// <summary>Headers that are ACLED's in another language, as far as a small table of words knows.</summary>
/// <param name="Means">Each header as written, and the English one for it.</param>
internal sealed record ForeignHeaders(string Language, ImmutableArray<(string Header, string English)> Means);

/// <summary>Which built-in mapping fits a table, by the names of its columns alone.</summary>
internal static class MappingFits
{
    /// <summary>So many headers of one language are no accident.</summary>
    private const int EnoughWords = 3;

    /// <summary>Those all of whose columns the table has, the one that uses most of them first.</summary>
    public static ImmutableArray<Mapping> To(IReadOnlyList<string> columns) =>
        [
            .. BuiltInMappings
                .ByName.Values.Where(mapping => Lacking(mapping, columns).IsEmpty)
                .OrderByDescending(mapping => mapping.SourceColumns.Length)
                .ThenBy(mapping => mapping.Name, StringComparer.Ordinal),
        ];

    /// <summary>
    /// The mapping that comes nearest without fitting: the largest part of its columns, at least half.
    /// </summary>
    public static Mapping? NearestTo(IReadOnlyList<string> columns) =>
        BuiltInMappings
            .ByName.Values.Select(mapping =>
                (mapping, Part: 1 - (double)Lacking(mapping, columns).Length / mapping.SourceColumns.Length)
            )
            .Where(found => found.Part is >= 0.5 and < 1)
            .OrderByDescending(found => found.Part)
            .Select(found => found.mapping)
            .FirstOrDefault();

    public static ImmutableArray<string> Lacking(Mapping mapping, IReadOnlyList<string> columns) =>
        [.. mapping.SourceColumns.Where(name => !columns.Contains(name, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Null where the headers are not ACLED's in a language that is known.</summary>
    public static ForeignHeaders? Foreign(IReadOnlyList<string> columns)
    {
        var words = Words.Value;
        return columns
            .SelectMany(column => words[Plain(column)].Select(word => (word.Language, column, word.English)))
            .GroupBy(found => found.Language, StringComparer.Ordinal)
            .Where(found => found.Count() >= EnoughWords)
            .OrderByDescending(found => found.Count())
            .Select(found => new ForeignHeaders(found.Key, [.. found.Select(one => (one.column, one.English))]))
            .FirstOrDefault();
    }

    /// <summary>
    /// What to write where a table's columns are not those of the incident table: the mapping that fits, the English
    /// headers, or the command that looks closer.
    /// </summary>
    public static (string What, string Instead)? Advice(string file, IReadOnlyList<string> columns)
    {
        if (To(columns) is [var fitting, ..])
        {
            return (
                $"its columns are those that mapping '{fitting.Name}' reads ({fitting.Title})",
                $"Write --mapping {fitting.Name}"
            );
        }
        if (Foreign(columns) is { } foreign)
        {
            var means = string.Join(", ", foreign.Means.Select(one => $"'{one.Header}' for {one.English}"));
            return (
                $"its headers look like those of an ACLED export in {foreign.Language}: {means}",
                "Export it with English headers, or name the columns so, and write --mapping acled"
            );
        }
        if (NearestTo(columns) is not { } nearest)
        {
            return null;
        }
        var lacking = string.Join(", ", Lacking(nearest, columns).Select(name => Nearest(name, columns)));
        return (
            $"its columns are nearly those of mapping '{nearest.Name}', and it lacks {lacking}",
            $"Name the columns so and write --mapping {nearest.Name}, or see ./casus data doctor {file}"
        );
    }

    private static string Nearest(string name, IReadOnlyList<string> columns) =>
        Tables.NearMiss.Of(name, columns) is { } near ? $"'{name}' ('{near}' is near)" : $"'{name}'";

    private static readonly Lazy<ILookup<string, (string Language, string English)>> Words = new(() =>
        BuiltInMappings
            .Resource("acled-headers.csv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(','))
            .ToLookup(word => Plain(word[1]), word => (word[0], word[2]), StringComparer.Ordinal)
    );

    /// <summary>Small letters without accents, with one underscore for what is no letter or digit.</summary>
    private static string Plain(string text)
    {
        // Unicode's own tables are not at hand: the program runs without a culture's data.
        const string Accented = "àâäáãåçèéêëíìîïñóòôöõúùûüýÿ";
        const string Without = "aaaaaaceeeeiiiinooooouuuuyy";
        var plain = new StringBuilder();
        foreach (var letter in text.Trim().Select(char.ToLowerInvariant))
        {
            var at = Accented.IndexOf(letter, StringComparison.Ordinal);
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(at < 0 ? letter : Without[at]);
            }
            else if (plain is not { Length: 0 } && plain[^1] != '_')
            {
                plain.Append('_');
            }
        }
        return plain.ToString().TrimEnd('_');
    }
}
