using System.Globalization;
using System.Text.Json;
using Casus.Core.Effects;
using Casus.Core.Time;

namespace Casus.Tests.Vectors;

/// <summary>A duty as it stands at the end of the run.</summary>
internal sealed record FinalDuty(string Clause, string Bearer, string Status);

/// <summary>Compares the effects and the final duties of a run with what a vector expects.</summary>
internal static class DutyComparison
{
    private static readonly EffectKind[] leftOut =
    [
        EffectKind.Arose,
        EffectKind.Lapsed,
        EffectKind.Revised,
        EffectKind.Merged,
        EffectKind.Withdrawn,
        EffectKind.NoticeRecorded,
        EffectKind.WakeAt,
    ];

    public static IReadOnlyList<string> Compare(
        DutyVector expect,
        IReadOnlyList<Effect> effects,
        IReadOnlyList<FinalDuty> final
    )
    {
        var failures = new List<string>();
        var told = effects.Where(effect => effect.View == View.AsKnown && !leftOut.Contains(effect.Kind)).ToList();
        for (var i = 0; i < Math.Max(told.Count, expect.Effects.Length); i++)
        {
            var wanted = i < expect.Effects.Length ? expect.Effects[i] : null;
            var found = i < told.Count ? told[i] : null;
            if (wanted is null || found is null || !Matches(wanted, found, whole: true))
            {
                failures.Add($"effect {i + 1}: expected {Written(wanted)}, found {Written(found)}");
            }
        }
        var expected = expect.Final.Select(duty => $"{duty["clause"]} {duty["bearer"]} {duty["status"]}").ToList();
        var standing = final.Select(duty => $"{duty.Clause} {duty.Bearer} {duty.Status}").ToList();
        if (!expected.SequenceEqual(standing, StringComparer.Ordinal))
        {
            failures.Add($"final: expected {string.Join("; ", expected)}, found {string.Join("; ", standing)}");
        }
        foreach (var absent in expect.Absent)
        {
            if (told.Find(effect => Matches(absent, effect, whole: false)) is { } present)
            {
                failures.Add($"absent: expected no {Written(absent)}, found {Written(present)}");
            }
        }
        return failures;
    }

    /// <summary>Whole: a deadline or a supposition that the vector does not give must not be there.</summary>
    private static bool Matches(Dictionary<string, JsonElement> wanted, Effect found, bool whole)
    {
        if (
            whole
            && found.Kind == EffectKind.DutyArose
            && !wanted.ContainsKey("deadline")
            && found.Deadline is not null
        )
        {
            return false;
        }
        return (!whole || wanted.ContainsKey("supposed") || !found.Supposed)
            && wanted.All(field => Matches(field.Key, field.Value, found));
    }

    private static bool Matches(string field, JsonElement value, Effect found) =>
        field switch
        {
            "kind" => value.GetString() == KindOf(found),
            "clause" => value.GetString() == found.Clause,
            "grade" => value.GetString() == found.Grade,
            "bearer" => value.GetString() == found.Bearer,
            "beneficiary" => value.GetString() == found.Beneficiary,
            "party" => value.GetString() == found.Party,
            "sector" => value.GetInt32() == found.Sector,
            "at" => Same(value, found.At),
            "knownAt" => Same(value, found.KnownAt),
            "deadline" => Same(value, found.Deadline),
            "count" => value.GetInt64() == found.Count,
            "supposed" => value.GetBoolean() == found.Supposed,
            _ => false,
        };

    private static bool Same(JsonElement expected, Moment? found) =>
        expected.ValueKind == JsonValueKind.Null ? found is null : VectorTime.Read(expected.GetString()!) == found;

    private static string KindOf(Effect effect) => JsonNamingPolicy.CamelCase.ConvertName(effect.Kind.ToString());

    private static string Written(Dictionary<string, JsonElement>? fields) =>
        fields is null ? "nothing more" : string.Join(' ', fields.Select(field => $"{field.Key}={field.Value}"));

    private static string Written(Effect? effect)
    {
        if (effect is null)
        {
            return "nothing more";
        }
        var fields = new (string Name, object? Value)[]
        {
            ("kind", KindOf(effect)),
            ("clause", effect.Clause),
            ("bearer", effect.Bearer),
            ("at", effect.At),
            ("knownAt", effect.KnownAt),
            ("deadline", effect.Deadline),
            ("beneficiary", effect.Beneficiary),
            ("supposed", effect.Supposed ? true : null),
            ("note", effect.Note),
        };
        return string.Join(
            ' ',
            fields
                .Where(field => field.Value is not null)
                .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name}={field.Value}"))
        );
    }
}
