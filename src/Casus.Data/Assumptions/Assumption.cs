using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Facts;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Data.Assumptions;

/// <summary>
/// `--assume COLUMN=VALUE[:CONDITION]`: fills an absent column of the rows that meet the condition, and never
/// overrides a stated one. The columns that it filled are listed in <see cref="IncidentRow.Assumed"/>.
/// </summary>
/// <param name="Written">As the user wrote it, for summaries.</param>
/// <param name="When">All must hold; none: every row.</param>
public sealed record Assumption(
    string Written,
    IncidentColumn Column,
    string Value,
    ImmutableArray<AssumptionTest> When
)
{
    /// <summary>Whether a condition asks where the row lies, so that its place must be judged.</summary>
    public bool AsksForPlace => When.Any(test => test.Column is null);

    /// <summary>Reads an assumption. Null with a problem where it names no column or has no value.</summary>
    public static Assumption? Parse(string written, out InputProblem? problem)
    {
        const string Instead = "Write COLUMN=VALUE or COLUMN=VALUE:CONDITION, as in party=Russia:side=left";
        var equals = written.IndexOf('=');
        if (equals <= 0)
        {
            problem = Problem(written, "it has no '='", Instead);
            return null;
        }
        var name = written[..equals].Trim();
        if (IncidentColumns.Find(name) is not { } column)
        {
            problem = Problem(written, IncidentColumns.Unknown(name), Instead);
            return null;
        }
        var rest = written[(equals + 1)..];
        var condition = ConditionStart(rest);
        var value = Unquoted(condition < 0 ? rest : rest[..condition]);
        if (value.Length == 0)
        {
            problem = Problem(written, "it has no value", Instead);
            return null;
        }
        ImmutableArray<AssumptionTest> tests = [];
        problem = condition < 0 ? null : ReadTests(written, rest[(condition + 1)..], out tests);
        return problem is null ? new Assumption(written, column, value, tests) : null;
    }

    /// <summary>
    /// The colon that starts the condition: the first that a name and a comparison follow. Times have colons of
    /// their own.
    /// </summary>
    private static int ConditionStart(string rest)
    {
        for (var at = rest.IndexOf(':'); at >= 0; at = rest.IndexOf(':', at + 1))
        {
            var after = rest.AsSpan(at + 1).TrimStart();
            var end = after.IndexOfAny('=', '!');
            var name = end < 0 ? [] : after[..end].TrimEnd();
            if (name.Length > 0 && char.IsAsciiLetter(name[0]) && name.IndexOfAny(" :+") < 0)
            {
                return at;
            }
        }
        return -1;
    }

    private static InputProblem? ReadTests(string written, string text, out ImmutableArray<AssumptionTest> tests)
    {
        var built = ImmutableArray.CreateBuilder<AssumptionTest>();
        foreach (var part in text.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Split(','))
        {
            if (AssumptionTest.Parse(part, out var reason) is not { } test)
            {
                tests = [];
                const string Instead =
                    "Write a condition as column=value or column!=value, several joined by a comma or 'and'";
                return Problem(written, reason, Instead);
            }
            built.Add(test);
        }
        tests = built.DrainToImmutable();
        return null;
    }

    internal static string Unquoted(string text)
    {
        var value = text.Trim();
        return value is ['"', .., '"'] ? value[1..^1] : value;
    }

    private static InputProblem Problem(string written, string what, string instead) =>
        new($"--assume {written}", null, what, "no row could be filled by it", instead);
}

/// <summary>A column (null: <see cref="Computed"/>) that equals a value or does not.</summary>
/// <param name="Computed"><c>side</c> or <c>sector</c>, which the line gives; empty for a column.</param>
public sealed record AssumptionTest(IncidentColumn? Column, string Computed, bool Equal, string Value)
{
    /// <summary>The names that are computed and stand in no table.</summary>
    public static ImmutableArray<string> ComputedNames { get; } = ["side", "sector"];

    internal static AssumptionTest? Parse(string text, out string reason)
    {
        var equals = text.IndexOf('=');
        if (equals <= 0)
        {
            reason = $"the condition '{text.Trim()}' has no '='";
            return null;
        }
        var equal = text[equals - 1] != '!';
        var name = text[..(equal ? equals : equals - 1)].Trim();
        var value = Assumption.Unquoted(text[(equals + 1)..].TrimStart('='));
        reason = "";
        if (ComputedNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return new AssumptionTest(null, name.ToLowerInvariant(), equal, value);
        }
        if (IncidentColumns.Find(name) is { } column)
        {
            return new AssumptionTest(column, "", equal, value);
        }
        var all = ComputedNames.AddRange(IncidentColumns.Names);
        reason = $"'{name}' is no column of the incident table, nor side or sector{NearMiss.Question(name, all)}";
        return null;
    }

    /// <summary>Whether a column's text meets the test. An absent column equals only the empty value.</summary>
    internal bool Holds(ReadOnlySpan<char> text) => Matches(text) == Equal;

    /// <summary>What is not known to lie on a side or in a sector neither equals it nor differs from it.</summary>
    internal bool HoldsComputed(string? found) => found is null ? Value.Length == 0 && Equal : Holds(found);

    private bool Matches(ReadOnlySpan<char> text)
    {
        if (text.Equals(Value, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }
        const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out var found)
            && decimal.TryParse(Value, Number, CultureInfo.InvariantCulture, out var wanted)
            && found == wanted;
    }
}
