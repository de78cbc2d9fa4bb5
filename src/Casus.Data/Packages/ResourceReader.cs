using System.Collections.Immutable;
using System.Text.Json;
using Casus.Core.Time;
using Casus.Data.Coverage;
using Casus.Data.Incidents;
using Casus.Data.Mappings;
using Casus.Data.Tables;

namespace Casus.Data.Packages;

/// <summary>Reads the resources of one package.</summary>
internal sealed class ResourceReader(string package, ImmutableArray<string> licences, AgreementCalendar calendar)
{
    /// <summary>A table; null without a problem where the resource is none, that is, has no member `casus`.</summary>
    public IncidentSource? Read(JsonElement resource, out InputProblem? problem)
    {
        problem = null;
        if (resource.ValueKind != JsonValueKind.Object || !resource.TryGetProperty("casus", out var casus))
        {
            return null;
        }
        if (Text(resource, "path") is not { } path || Within(path) is not { } file)
        {
            problem = DataPackage.Problem(package, "a resource has no 'path' within the package's folder");
            return null;
        }
        Mapping? mapping = null;
        if (Text(casus, "mapping") is { } named)
        {
            mapping = BuiltInMappings.Find(
                BuiltInMappings.ByName.ContainsKey(named) ? named : Within(named) ?? named,
                out problem
            );
        }
        var coverage = problem is null ? ReadCoverage(casus, out problem) : null;
        if (problem is not null)
        {
            return null;
        }
        var notes = casus.TryGetProperty("notes", out var list) ? Texts(list) : [];
        return new IncidentSource(TableInput.OfFile(file), mapping, coverage) { Notes = [.. licences, .. notes] };
    }

    private CoverageStatement? ReadCoverage(JsonElement casus, out InputProblem? problem)
    {
        problem = null;
        if (!casus.TryGetProperty("coverage", out var coverage))
        {
            return null;
        }
        if (coverage.ValueKind == JsonValueKind.String)
        {
            var path = coverage.GetString()!;
            return CoverageStatement.Read(TableInput.OfFile(Within(path) ?? path), calendar, out problem);
        }
        if (coverage.ValueKind != JsonValueKind.Array)
        {
            problem = DataPackage.Problem(package, "'coverage' is neither a file nor a list of from, to, place");
            return null;
        }
        var spans = ImmutableArray.CreateBuilder<CoverageSpan>();
        foreach (var span in coverage.EnumerateArray())
        {
            var (from, to, place) = (Text(span, "from") ?? "", Text(span, "to") ?? "", Text(span, "place") ?? "");
            if (CoverageStatement.Span(from, to, place, calendar, spans) is { } reason)
            {
                problem = DataPackage.Problem(package, $"in 'coverage', {reason}");
                return null;
            }
        }
        return new CoverageStatement(spans.DrainToImmutable());
    }

    /// <summary>
    /// The path of a file within the package's folder; null where it leads out of it, as Frictionless forbids.
    /// </summary>
    private string? Within(string path)
    {
        if (Path.IsPathRooted(path) || path.Split('/', '\\').Contains(".."))
        {
            return null;
        }
        return Path.Combine(Path.GetDirectoryName(package) ?? "", path);
    }

    internal static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static ImmutableArray<string> Texts(JsonElement list) =>
        list.ValueKind == JsonValueKind.String ? [list.GetString()!]
        : list.ValueKind == JsonValueKind.Array
            ?
            [
                .. list.EnumerateArray()
                    .Where(item => item.ValueKind == JsonValueKind.String)
                    .Select(item => item.GetString()!),
            ]
        : [];
}
