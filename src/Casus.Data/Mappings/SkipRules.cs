using System.Collections.Immutable;
using System.Text.Json;
using Casus.Data.Incidents;

namespace Casus.Data.Mappings;

/// <summary>
/// Reads `skip`: a list of objects with `because`, and with `when`, `without` or both. The rows that meet one are none
/// that the mapping reads, as a protest is no act of an agreement; they are counted in a note.
/// </summary>
internal static class SkipRules
{
    private const string Form =
        "'skip' is a list of objects with 'because' and 'when' (columns and texts) or 'without' (a column)";

    public static ImmutableArray<SkipRule>? Read(JsonElement root, out string reason)
    {
        reason = "";
        if (!root.TryGetProperty("skip", out var list))
        {
            return [];
        }
        reason = Form;
        if (list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }
        var rules = ImmutableArray.CreateBuilder<SkipRule>();
        foreach (var one in list.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.Object || MappingParser.TextOf(one, "because") is not { } because)
            {
                return null;
            }
            if (MappingParser.ReadTests(one, out reason) is not { } tests)
            {
                return null;
            }
            reason = Form;
            var without = MappingParser.TextOf(one, "without");
            var column = without is null ? null : IncidentColumns.Find(without);
            if (without is not null && column is null)
            {
                reason = $"'skip': {IncidentColumns.Unknown(without)}";
                return null;
            }
            if (tests.IsEmpty && column is null)
            {
                return null;
            }
            rules.Add(new SkipRule(tests, column, because));
        }
        reason = "";
        return rules.DrainToImmutable();
    }
}
