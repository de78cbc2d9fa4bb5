using System.Text.Json;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Xunit;

namespace Casus.Tests.Stepping;

/// <summary>
/// The corner cases of norms that this court can be held to with a plain counting side: those whose rows have a stated party and no place,
/// and no series. They lie in a sibling folder `shared`, or where CASUS_SHARED says; without it the test says that it is skipped.
/// </summary>
public class SharedDutyCases
{
    public static TheoryData<string> Names()
    {
        var data = new TheoryData<string>();
        var folder = Folder();
        string[] folders = folder is null ? [] : Directory.GetDirectories(folder);
        foreach (var one in folders.Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(Path.Combine(one, "agreement.casus"));
            if (!text.Contains("Line ", StringComparison.Ordinal) && !text.Contains("series", StringComparison.Ordinal))
            {
                data.Add(Path.GetFileName(one));
            }
        }
        if (data.Count == 0)
        {
            data.Add("none");
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_effects_and_statuses_are_as_expected(string name)
    {
        var folder = Folder();
        Assert.SkipWhen(folder is null, "The shared corner cases are not beside this repository.");
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder!, name, "expect.json"))).RootElement;

        var (effects, duties, _) = Load(Path.Combine(folder!, name)).Run();

        var compared = effects.Where(effect => IsCompared(effect.Kind)).ToList();
        var wanted = expected.GetProperty("effects").EnumerateArray().ToList();
        Assert.Equal(
            wanted.Select(Expected),
            compared.Select((effect, i) => i < wanted.Count ? Actual(effect, wanted[i]) : Trial.Line(effect))
        );
        var final = expected
            .GetProperty("final")
            .EnumerateArray()
            .Select(item => $"{item.GetProperty("clause")} {item.GetProperty("bearer")} {item.GetProperty("status")}");
        Assert.Equal(final, duties.Select(duty => $"{duty.Clause} {duty.Bearer} {Camel(duty.Status.ToString())}"));
    }

    private static Trial Load(string folder)
    {
        var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "run.json"))).RootElement;
        var trial = Trial
            .Of(File.ReadAllText(Path.Combine(folder, "agreement.casus")))
            .Until(run.GetProperty("asOf").GetString()![..19]);
        trial = run.TryGetProperty("inForceFrom", out var from)
            ? trial.InForce(from.GetString() + "T00")
            : trial.Entering();
        trial.Suppose(Enum.Parse<Supposition>(run.GetProperty("suppose").GetString()!, ignoreCase: true));
        foreach (var row in Rows(Path.Combine(folder, "incidents.csv")))
        {
            BodyFinding[] findings =
                row.TryGetValue("verified_at", out var verified) && verified.Length > 0
                    ? [Trial.Verified(verified[..19])]
                    : [];
            trial.Attack(
                row["id"],
                row["occurred_from"][..19],
                row["known_at"][..19],
                row["party"],
                row["against"],
                row["conduct"],
                findings: findings
            );
        }
        foreach (var row in Rows(Path.Combine(folder, "acts.csv")))
        {
            string? Given(string column) => row[column].Length == 0 ? null : row[column];
            trial.Act(
                Enum.Parse<ActKind>(row["kind"], ignoreCase: true),
                row["by"],
                row["at"][..19],
                Given("clause"),
                row["known_at"][..19],
                Given("to"),
                Given("about"),
                Given("quantity") is { } quantity ? decimal.Parse(quantity) : null,
                Given("unit"),
                Given("value")
            );
        }
        return trial;
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        if (!File.Exists(file))
        {
            yield break;
        }
        var lines = File.ReadAllLines(file);
        var header = lines[0].Split(',');
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            yield return header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    private static string Expected(JsonElement wanted) =>
        string.Join(
            ' ',
            wanted.EnumerateObject().OrderBy(item => item.Name).Select(item => $"{item.Name}={item.Value}")
        );

    private static string Actual(Effect effect, JsonElement wanted)
    {
        var all = new Dictionary<string, string?>
        {
            ["kind"] = Camel(effect.Kind.ToString()),
            ["clause"] = effect.Clause,
            ["bearer"] = effect.Bearer,
            ["beneficiary"] = effect.Beneficiary,
            ["at"] = effect.At?.ToString(),
            ["knownAt"] = effect.KnownAt.ToString(),
            ["deadline"] = effect.Deadline?.ToString(),
            ["supposed"] = effect.Supposed.ToString(),
        };
        var keys = wanted.EnumerateObject().Select(item => item.Name);
        if (effect.Kind == EffectKind.DutyArose && effect.Deadline is not null)
        {
            keys = keys.Union(["deadline"]);
        }
        return string.Join(' ', keys.Order(StringComparer.Ordinal).Select(key => $"{key}={all[key]}"));
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static bool IsCompared(EffectKind kind) => kind > EffectKind.Withdrawn && kind != EffectKind.NoticeRecorded;

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("CASUS_SHARED") is { Length: > 0 } told)
        {
            return Path.Combine(told, "duties");
        }
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var beside = Path.Combine(at.FullName, "shared", "duties");
            if (Directory.Exists(beside))
            {
                return beside;
            }
        }
        return null;
    }
}
