using System.Collections.Immutable;
using System.Text.Json;
using Casus.Core.Time;
using Casus.Data.Incidents;
using Casus.Data.Mappings;
using Casus.Data.Tables;

namespace Casus.Data.Packages;

/// <summary>
/// A <c>datapackage.json</c> in the manner of Frictionless Data: resources with a <c>path</c>, licences, and under
/// <c>casus</c> the mapping, the coverage and the coding notes of each (docs/data/packages.md).
/// </summary>
public static class DataPackage
{
    /// <summary>The name of the file by which a package is known.</summary>
    public const string FileName = "datapackage.json";

    /// <summary>
    /// The tables that <c>--incidents</c> names: a table, a package, or a folder that holds one. A mapping given here
    /// is that of every table that brings none of its own.
    /// </summary>
    /// <param name="mapping">Of <c>--mapping</c>: the name of a built-in one or a file; null where it is not
    /// given.</param>
    public static ImmutableArray<IncidentSource> Open(
        IEnumerable<string> paths,
        string? mapping,
        AgreementCalendar calendar,
        out InputProblem? problem
    )
    {
        problem = null;
        Mapping? given = null;
        if (mapping is not null && (given = BuiltInMappings.Find(mapping, out problem)) is null)
        {
            return [];
        }
        var sources = ImmutableArray.CreateBuilder<IncidentSource>();
        foreach (var path in paths)
        {
            var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
            if (!Path.GetFileName(file).EndsWith(FileName, StringComparison.OrdinalIgnoreCase))
            {
                sources.Add(new IncidentSource(TableInput.OfFile(file), given));
                continue;
            }
            var read = Read(file, calendar, out problem);
            if (problem is not null)
            {
                return [];
            }
            sources.AddRange(read.Select(source => source with { Mapping = source.Mapping ?? given }));
        }
        return sources.DrainToImmutable();
    }

    /// <summary>The tables of a package, in its order; none, with a problem, where it cannot be read.</summary>
    public static ImmutableArray<IncidentSource> Read(
        string file,
        AgreementCalendar calendar,
        out InputProblem? problem
    )
    {
        using var document = JsonText.Read(TableInput.OfFile(file), out problem);
        if (document is null)
        {
            return [];
        }
        var root = document.RootElement;
        if (!root.TryGetProperty("resources", out var resources) || resources.ValueKind != JsonValueKind.Array)
        {
            problem = Problem(file, "it has no list 'resources'");
            return [];
        }
        var reader = new ResourceReader(file, Licences(root), calendar);
        var sources = ImmutableArray.CreateBuilder<IncidentSource>();
        foreach (var resource in resources.EnumerateArray())
        {
            if (reader.Read(resource, out problem) is { } source)
            {
                sources.Add(source);
            }
            else if (problem is not null)
            {
                return [];
            }
        }
        if (sources.Count == 0)
        {
            problem = Problem(file, "none of its resources is an incident table (with a member 'casus')");
        }
        return sources.DrainToImmutable();
    }

    internal static InputProblem Problem(string file, string what) =>
        new(
            file,
            null,
            what,
            "the package cannot be used",
            "Give each table a resource with 'path' and 'casus', as docs/data/packages.md shows"
        );

    private static ImmutableArray<string> Licences(JsonElement element)
    {
        if (!element.TryGetProperty("licenses", out var licences) || licences.ValueKind != JsonValueKind.Array)
        {
            return [];
        }
        return
        [
            .. licences
                .EnumerateArray()
                .Select(licence => ResourceReader.Text(licence, "title") ?? ResourceReader.Text(licence, "name"))
                .OfType<string>()
                .Select(title => $"Licence: {title}"),
        ];
    }
}
