using System.Text.Json;
using Casus.Core.Conditions;
using Casus.Core.Time;
using Casus.Reference;

namespace Casus.Tests.Vectors;

/// <summary>
/// Compares what came out of a run with what a vector expects; only what stands in the vector is compared.
/// </summary>
internal sealed class CountingComparison(CountingExpectation expect, Func<string, int> conditionOf)
{
    private readonly List<string> failures = [];

    public IReadOnlyList<string> Compare(JudgedHistory judged)
    {
        failures.Clear();
        foreach (var (id, standing) in expect.Standing ?? [])
        {
            CompareStanding(judged, id, standing);
        }
        foreach (var (name, grade) in expect.Grades ?? [])
        {
            CompareGrade(judged, name, grade);
        }
        return [.. failures];
    }

    public static string Word(Verdict verdict) =>
        verdict switch
        {
            Verdict.Met => "yes",
            Verdict.NotMet => "no",
            _ => "undetermined",
        };

    private void Check(JudgedHistory judged, string what, string expected, string found)
    {
        if (expected != found)
        {
            failures.Add($"{judged.Judge}: {what}: expected {expected}, found {found}");
        }
    }

    private void CompareStanding(JudgedHistory judged, string id, Dictionary<string, string> standing)
    {
        if (judged.Standing(id) is not { } found)
        {
            Check(judged, $"standing of {id}", string.Join(", ", standing), "no such row in the record");
            return;
        }
        foreach (var (what, expected) in standing)
        {
            var verdict = what switch
            {
                "established" => Word(found.Established),
                "attributed" => Word(found.Attributed),
                "breach" => Word(found.Breach),
                _ => $"no such standing as {what}",
            };
            Check(judged, $"standing of {id}, {what}", expected, verdict);
        }
    }

    private void CompareGrade(JudgedHistory judged, string name, ExpectedGrade grade)
    {
        var condition = conditionOf(name);
        var runs = judged
            .Hindsight.Where(timeline => timeline.Condition == condition)
            .SelectMany(timeline => timeline.Runs.Select(run => (Key: timeline.Key.ToString(), Run: run)))
            .OrderBy(pair => pair.Run.Start)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        var met = runs.Where(pair => pair.Run.Arose is not null).ToList();
        var possible = runs.Where(pair => pair.Run.Arose is null).ToList();
        if (grade.Arose is { } arose)
        {
            Check(judged, $"grade {name}, arose", $"{arose}", $"{met.Count}");
        }
        if (grade.Undetermined is { } undetermined)
        {
            Check(judged, $"grade {name}, undetermined", $"{undetermined}", $"{possible.Count}");
        }
        if (grade.Hindsight is { } hindsight)
        {
            var expected = hindsight.Select(run => $"{run.Key} {Seconds(run.Arose)}..{Lapsed(run.Lapsed)}");
            var found = met.Select(pair => $"{pair.Key} {pair.Run.Arose}..{pair.Run.End?.ToString() ?? "open"}");
            Check(judged, $"grade {name}, hindsight", Sorted(expected), Sorted(found));
        }
        ComparePossible(judged, name, grade, possible);
        CompareAsKnown(judged, name, grade, condition);
    }

    private void ComparePossible(
        JudgedHistory judged,
        string name,
        ExpectedGrade grade,
        List<(string Key, Run Run)> possible
    )
    {
        if (grade.Possible is not { } expected)
        {
            return;
        }
        Check(judged, $"grade {name}, possible runs", $"{expected.Length}", $"{possible.Count}");
        var left = possible.ToList();
        foreach (var one in expected)
        {
            var index = left.FindIndex(pair =>
                one.All(field =>
                    field.Key switch
                    {
                        "key" => pair.Key == field.Value.GetString(),
                        "from" => Same(field.Value, pair.Run.Start),
                        "to" => Same(field.Value, pair.Run.End),
                        _ => false,
                    }
                )
            );
            if (index < 0)
            {
                var found = string.Join("; ", possible.Select(p => $"{p.Key} {p.Run.Start}..{p.Run.End}"));
                Check(judged, $"grade {name}, possible", Written(one), found);
                continue;
            }
            left.RemoveAt(index);
        }
    }

    private void CompareAsKnown(JudgedHistory judged, string name, ExpectedGrade grade, int condition)
    {
        if (grade.AsKnown is not { } expected)
        {
            return;
        }
        var found = judged.Effects.Where(effect => effect.Condition == condition).ToList();
        var same =
            expected.Length == found.Count
            && expected
                .Zip(found, (fields, effect) => fields.All(field => Same(field.Key, field.Value, effect)))
                .All(x => x);
        if (!same)
        {
            var wanted = string.Join("; ", expected.Select(Written));
            var seen = string.Join("; ", found.Select(e => $"{e.Key} {e.Kind} at {e.At} knownAt {e.KnownAt}"));
            Check(judged, $"grade {name}, as known", wanted, seen);
        }
    }

    private static bool Same(string field, JsonElement value, JudgedEffect effect) =>
        field switch
        {
            "kind" => value.GetString() == effect.Kind,
            "at" => Same(value, effect.At),
            "knownAt" => Same(value, effect.KnownAt),
            "key" => value.GetString() == effect.Key.ToString(),
            _ => false,
        };

    private static bool Same(JsonElement expected, Moment? found) =>
        expected.ValueKind == JsonValueKind.Null ? found is null : VectorTime.Read(expected.GetString()!) == found;

    private static string Seconds(string instant) => VectorTime.Read(instant).ToString();

    private static string Lapsed(JsonElement lapsed) =>
        lapsed.ValueKind == JsonValueKind.String ? Seconds(lapsed.GetString()!) : "open";

    private static string Sorted(IEnumerable<string> lines) => string.Join("; ", lines.Order(StringComparer.Ordinal));

    private static string Written(Dictionary<string, JsonElement> fields) =>
        string.Join(' ', fields.Select(field => $"{field.Key} {Instant(field.Value)}"));

    private static string Instant(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && value.GetString()!.Contains('T')
        && char.IsDigit(value.GetString()![0])
            ? Seconds(value.GetString()!)
            : value.ToString();
}
