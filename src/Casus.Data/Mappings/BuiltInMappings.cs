using System.Collections.Immutable;
using Casus.Data.Tables;

namespace Casus.Data.Mappings;

/// <summary>The mappings that come with Casus, by the name that <c>--mapping</c> takes.</summary>
public static class BuiltInMappings
{
    /// <summary>Those that others extend come before them.</summary>
    private static readonly string[] Names =
    [
        "acled",
        "osce-incidents",
        "osce-observations",
        "osce-violations",
        "ucdp",
        "ucdp-candidate",
        "viina",
        "viina-reports",
    ];

    private static readonly Lazy<ImmutableSortedDictionary<string, Mapping>> Loaded = new(Load);

    public static ImmutableSortedDictionary<string, Mapping> ByName => Loaded.Value;

    /// <summary>
    /// A built-in mapping by name, else the file of that path; null with a problem where neither is there.
    /// </summary>
    public static Mapping? Find(string nameOrFile, out InputProblem? problem)
    {
        problem = null;
        if (ByName.TryGetValue(nameOrFile, out var mapping))
        {
            return mapping;
        }
        if (!File.Exists(nameOrFile))
        {
            var meant = NearMiss.Question(nameOrFile, ByName.Keys);
            var what = $"there is no such mapping, nor such a file{meant}";
            const string Why = "the columns of the table would not be known";
            problem = new InputProblem(
                nameOrFile,
                null,
                what,
                Why,
                $"Name one of {string.Join(", ", ByName.Keys)}, or a file"
            );
            return null;
        }
        return MappingParser.Parse(TableInput.OfFile(nameOrFile), out problem);
    }

    internal static string Resource(string name)
    {
        var assembly = typeof(BuiltInMappings).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Casus.Data.Mappings.BuiltIn.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static ImmutableSortedDictionary<string, Mapping> Load()
    {
        var read = new Dictionary<string, Mapping>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            read.Add(name, LoadOne(name, read));
        }
        return read.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static Mapping LoadOne(string name, IReadOnlyDictionary<string, Mapping> bases)
    {
        var input = TableInput.OfText($"{name}.json", Resource($"{name}.json"));
        return MappingParser.Parse(input, bases, out var problem) ?? throw new InvalidOperationException($"{problem}");
    }
}
