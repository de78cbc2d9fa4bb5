using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Data.Mappings;

/// <summary>
/// Reads a mapping file: JSON, in which comments and trailing commas are allowed (docs/data/mappings.md).
/// </summary>
public static class MappingParser
{
    private static readonly string[] Keys =
    [
        "column",
        "columns",
        "join",
        "constant",
        "least",
        "greatest",
        "cases",
        "otherwise",
        "when",
        "required",
        "as",
        "format",
        "day",
        "bound",
        "hoursBefore",
        "addDays",
        "highest",
        "above",
        "tied",
        "table",
        "scale",
        "prefix",
        "suffix",
    ];

    /// <summary>Reads a mapping; null with a problem that says where, what and what to write instead.</summary>
    public static Mapping? Parse(TableInput input, out InputProblem? problem) =>
        Parse(input, BuiltInMappings.ByName, out problem);

    /// <param name="bases">Mappings that it may extend, by name.</param>
    internal static Mapping? Parse(
        TableInput input,
        IReadOnlyDictionary<string, Mapping> bases,
        out InputProblem? problem
    )
    {
        using var document = JsonText.Read(input, out problem);
        if (document is null)
        {
            return null;
        }
        var root = document.RootElement;
        Mapping? extended = null;
        if (TextOf(root, "extends") is { } named && !bases.TryGetValue(named, out extended))
        {
            problem = Problem(
                input,
                $"it extends '{named}', which is no built-in mapping{NearMiss.Question(named, bases.Keys)}"
            );
            return null;
        }
        if (!root.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Object)
        {
            problem = Problem(input, "it has no object 'columns'");
            return null;
        }
        var rules = new List<(IncidentColumn Column, ValueRule Rule)>();
        foreach (var member in columns.EnumerateObject())
        {
            if (IncidentColumns.Find(member.Name) is not { } column)
            {
                problem = Problem(input, IncidentColumns.Unknown(member.Name));
                return null;
            }
            if (ReadRule(member.Value, out var reason) is not { } rule)
            {
                problem = Problem(input, $"column '{member.Name}': {reason}");
                return null;
            }
            rules.Add((column, rule));
        }
        if (SkipRules.Read(root, out var wrong) is not { } skip)
        {
            problem = Problem(input, wrong);
            return null;
        }
        var inherited = (extended?.Columns ?? []).Where(other => rules.All(rule => rule.Column != other.Column));
        var name = TextOf(root, "name") ?? Path.GetFileNameWithoutExtension(input.Name);
        var title = TextOf(root, "title") ?? extended?.Title ?? "";
        return new Mapping(
            name,
            title,
            [.. inherited, .. rules],
            root.TryGetProperty("skip", out _) ? skip : extended?.Skip ?? []
        );
    }

    private static InputProblem Problem(TableInput input, string what) =>
        new(
            input.Name,
            null,
            what,
            "the mapping cannot be used",
            "Write each column as \"occurred_from\": \"their_column\", or as docs/data/mappings.md shows"
        );

    private static ValueRule? ReadRule(JsonElement element, out string reason)
    {
        reason = "";
        if (element.ValueKind == JsonValueKind.String)
        {
            return new ValueRule(new ValueOrigin.Columns([element.GetString()!], ""), [], [], Required: false);
        }
        if (element.ValueKind != JsonValueKind.Object)
        {
            reason = "write the name of a column, or an object";
            return null;
        }
        foreach (var member in element.EnumerateObject())
        {
            if (Array.IndexOf(Keys, member.Name) < 0)
            {
                reason = $"'{member.Name}' means nothing here{NearMiss.Question(member.Name, Keys)}";
                return null;
            }
        }
        if (
            ReadOrigin(element, out reason) is not { } origin
            || ReadTests(element, out reason) is not { } tests
            || ReadSteps(element, out reason) is not { } steps
        )
        {
            return null;
        }
        var required = element.TryGetProperty("required", out var flag) && flag.ValueKind == JsonValueKind.True;
        return new ValueRule(origin, steps, tests, required);
    }

    private static ValueOrigin? ReadOrigin(JsonElement element, out string reason)
    {
        string[] origins = ["column", "columns", "constant", "least", "greatest", "highest", "cases"];
        var given = origins.Where(name => element.TryGetProperty(name, out _)).ToArray();
        reason = given.Length == 1 ? "" : $"give exactly one of {string.Join(", ", origins)}";
        if (given.Length != 1)
        {
            return null;
        }
        var value = element.GetProperty(given[0]);
        if (given[0] == "cases")
        {
            return ReadCases(element, value, out reason);
        }
        if (given[0] == "highest")
        {
            return ReadHighest(element, value, out reason);
        }
        if (given[0] is "column" or "constant")
        {
            var text = ScalarOf(value);
            reason = text is null ? $"'{given[0]}' is a text" : "";
            return text is null ? null
                : given[0] == "column" ? new ValueOrigin.Columns([text], "")
                : new ValueOrigin.Constant(text);
        }
        var names = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(ScalarOf).ToArray() : [];
        if (names.Length == 0 || names.Contains(null))
        {
            reason = $"'{given[0]}' is a list of names of columns";
            return null;
        }
        ImmutableArray<string> columns = [.. names.Select(name => name!)];
        return given[0] == "columns"
            ? new ValueOrigin.Columns(columns, TextOf(element, "join") ?? " ")
            : new ValueOrigin.Extreme(columns, Greatest: given[0] == "greatest");
    }

    private static ValueOrigin.Highest? ReadHighest(JsonElement element, JsonElement terms, out string reason)
    {
        var hasTerms =
            terms.ValueKind == JsonValueKind.Object
            && terms.EnumerateObject().Any()
            && terms.EnumerateObject().All(term => ScalarOf(term.Value) is not null);
        var above = element.TryGetProperty("above", out var number) ? number : default;
        reason =
            !hasTerms ? "'highest' is an object of columns and the terms that they stand for"
            : above.ValueKind != JsonValueKind.Number ? "'highest' needs 'above', a number"
            : "";
        return reason.Length > 0
            ? null
            : new ValueOrigin.Highest(
                [.. terms.EnumerateObject().Select(term => (term.Name, ScalarOf(term.Value)!))],
                above.GetDouble(),
                TextOf(element, "tied")
            );
    }

    private static ValueOrigin.Cases? ReadCases(JsonElement element, JsonElement cases, out string reason)
    {
        var rules = ImmutableArray.CreateBuilder<ValueRule>();
        if (cases.ValueKind != JsonValueKind.Array)
        {
            reason = "'cases' is a list of objects, each with 'when'";
            return null;
        }
        foreach (var one in cases.EnumerateArray())
        {
            if (ReadRule(one, out reason) is not { } rule)
            {
                return null;
            }
            if (rule.When.IsEmpty)
            {
                reason = "a case without 'when' hides those after it; write 'otherwise'";
                return null;
            }
            rules.Add(rule);
        }
        ValueRule? otherwise = null;
        reason = "";
        if (element.TryGetProperty("otherwise", out var last))
        {
            otherwise = ReadRule(last, out reason);
            if (otherwise is null)
            {
                return null;
            }
        }
        return new ValueOrigin.Cases(rules.DrainToImmutable(), otherwise);
    }

    internal static ImmutableArray<ValueTest>? ReadTests(JsonElement element, out string reason)
    {
        reason = "";
        if (!element.TryGetProperty("when", out var when))
        {
            return [];
        }
        if (when.ValueKind != JsonValueKind.Object || when.EnumerateObject().Any(test => ScalarOf(test.Value) is null))
        {
            reason = "'when' is an object of columns and the texts that they must be like";
            return null;
        }
        return [.. when.EnumerateObject().Select(test => new ValueTest(test.Name, ScalarOf(test.Value)!))];
    }

    private static ImmutableArray<ValueStep>? ReadSteps(JsonElement element, out string reason)
    {
        reason = "";
        var steps = ImmutableArray.CreateBuilder<ValueStep>();
        if (element.TryGetProperty("table", out var table))
        {
            if (
                table.ValueKind != JsonValueKind.Object
                || table.EnumerateObject().Any(row => ScalarOf(row.Value) is null)
            )
            {
                reason = "'table' is an object of texts";
                return null;
            }
            steps.Add(ReadTable(element, table));
        }
        if (TextOf(element, "as") is { } name)
        {
            if (!Conversions.ByName.TryGetValue(name, out var conversion))
            {
                reason = $"there is no conversion '{name}'{NearMiss.Question(name, Conversions.ByName.Keys)}";
                return null;
            }
            var options = new ConversionOptions(
                FormatsOf(element),
                TextOf(element, "day"),
                TextOf(element, "bound"),
                TextOf(element, "hoursBefore"),
                element.TryGetProperty("addDays", out var days) && days.TryGetInt32(out var number) ? number : 0
            );
            reason = Unfit(name, options);
            if (reason.Length > 0)
            {
                return null;
            }
            steps.Add(new ValueStep.As(conversion, options));
        }
        if (element.TryGetProperty("scale", out var scale))
        {
            if (scale.ValueKind != JsonValueKind.Number)
            {
                reason = "'scale' is a number";
                return null;
            }
            steps.Add(new ValueStep.Scale(scale.GetDouble()));
        }
        if ((TextOf(element, "prefix") ?? TextOf(element, "suffix")) is not null)
        {
            steps.Add(new ValueStep.Affix(TextOf(element, "prefix") ?? "", TextOf(element, "suffix") ?? ""));
        }
        return steps.DrainToImmutable();
    }

    /// <summary>A key with a star or a question mark is a pattern.</summary>
    private static ValueStep.Lookup ReadTable(JsonElement element, JsonElement table)
    {
        static bool IsPattern(string key) => key.AsSpan().IndexOfAny('*', '?') >= 0;
        var rows = table.EnumerateObject().Select(row => (Key: row.Name, Value: ScalarOf(row.Value)!)).ToArray();
        return new ValueStep.Lookup(
            rows.Where(row => !IsPattern(row.Key))
                .ToFrozenDictionary(row => row.Key, row => row.Value, StringComparer.OrdinalIgnoreCase),
            [.. rows.Where(row => IsPattern(row.Key))],
            element.TryGetProperty("cases", out _) ? null : TextOf(element, "otherwise")
        );
    }

    private static string Unfit(string name, ConversionOptions options) =>
        name.StartsWith("times", StringComparison.Ordinal) && options.Day is null
            ? $"'{name}' needs 'day', the column of the date"
        : options.Bound is not (null or "least" or "most") ? "'bound' is least or most"
        : options.HoursBefore?.Length == 0 ? "'hoursBefore' is a number or a column"
        : "";

    /// <summary>One form, or a list of them.</summary>
    private static ImmutableArray<string> FormatsOf(JsonElement element) =>
        !element.TryGetProperty("format", out var format) ? []
        : format.ValueKind == JsonValueKind.Array ? [.. format.EnumerateArray().Select(ScalarOf).OfType<string>()]
        : ScalarOf(format) is { } one ? [one]
        : [];

    internal static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? ScalarOf(value) : null;

    private static string? ScalarOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
