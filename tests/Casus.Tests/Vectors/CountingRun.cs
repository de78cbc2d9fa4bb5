using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Binding;
using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Text;
using Casus.Core.Time;
using Casus.Data.Incidents;
using Casus.Data.Tables;
using Casus.Reference;
using Casus.Tests.Reference;

namespace Casus.Tests.Vectors;

/// <summary>
/// Runs a corner case of the counting side: its agreement is written as a text and compiled, its table read, and its
/// history judged both by the engine and by the reference.
/// </summary>
internal static class CountingRun
{
    public static IReadOnlyList<string> Failures(string folder)
    {
        var vector = CountingVector.Read(Path.Combine(folder, "expect.json"));
        var text = new CountingText(vector.Agreement).Write();
        var compilation = Compile(vector.Agreement, text);
        if (compilation.HasErrors)
        {
            var errors = compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
            return
            [
                .. errors.Select(error =>
                    $"the text does not compile: {error.Code} {error.Message} at `{compilation.Source.Of(error.Span)}`"
                ),
            ];
        }
        var agreement = compilation.Agreement;
        var locator = new Locator(agreement);
        var reading = Read(Path.Combine(folder, "incidents.csv"), agreement, locator);
        if (vector.Expect.Error is not null || !reading.Problems.IsEmpty)
        {
            return CompareError(vector.Expect.Error, reading);
        }
        var failures = new List<string>();
        CompareRejected(vector.Expect, reading, failures);
        var history = History(vector.Agreement, agreement, reading.Rows, locator);
        CompareIncidents(vector.Expect, history, failures);
        ComparePlaces(vector.Expect, history, failures);
        var comparison = new CountingComparison(vector.Expect, name => ConditionOf(vector.Agreement, agreement, name));
        failures.AddRange(comparison.Compare(EngineRun.Of(history).Judged()));
        failures.AddRange(comparison.Compare(ReferenceRun.Of(history)));
        return failures;
    }

    private static Compilation Compile(CountingAgreement vector, string text)
    {
        var source = new SourceText("agreement.casus", text);
        return Compiler.Compile(
            source,
            ImmutableDictionary<string, string>.Empty,
            new VectorGeography(vector.Line ?? [])
        );
    }

    private static IncidentReading Read(string file, Agreement agreement, Locator locator)
    {
        var settings = new IncidentReaderSettings
        {
            Calendar = agreement.Calendar,
            Taxonomy = agreement.Conduct,
            Contradicts = place => locator.Locate(place, null).Contradicts,
        };
        return new IncidentReader(settings).Read([new IncidentSource(TableInput.OfFile(file, "incidents.csv"))]);
    }

    private static ReferenceCase History(
        CountingAgreement vector,
        Agreement agreement,
        ImmutableArray<IncidentRow> rows,
        Locator locator
    )
    {
        var last = agreement.Calendar.Day(VectorTime.ReadDate(vector.To)).To;
        return new ReferenceCase
        {
            Agreement = agreement,
            Rows = rows,
            LifeFrom = agreement.Calendar.Day(VectorTime.ReadDate(vector.From)).From,
            LifeTo = last,
            Horizon = rows.Select(row => row.KnownAt).Append(last).Max(),
            Locate = row => locator.Locate(row.Place, row.OriginSide),
            Metres = Geodesic.Metres,
        };
    }

    private static int ConditionOf(CountingAgreement vector, Agreement agreement, string name)
    {
        var index = Array.FindIndex(vector.Grades, grade => grade.Name == name);
        var written = CountingText.GradeName(index);
        return agreement.Conditions.Select((tracked, at) => (tracked.Name, at)).First(pair => pair.Name == written).at;
    }

    private static List<string> CompareError(string? expected, IncidentReading reading)
    {
        var found = string.Join("; ", reading.Problems);
        var words = (expected ?? "").Split(' ');
        var id = words.SkipWhile(word => word != "id").Skip(1).FirstOrDefault("");
        var same = (expected is null, reading.Problems.IsEmpty) switch
        {
            (false, false) => found.Contains(id, StringComparison.Ordinal),
            _ => false,
        };
        return same ? [] : [$"error: expected {expected ?? "none"}, found {(found.Length == 0 ? "none" : found)}"];
    }

    private static void CompareRejected(CountingExpectation expect, IncidentReading reading, List<string> failures)
    {
        var expected = (expect.Rejected ?? []).Select(reject => reject.Id).Order(StringComparer.Ordinal).ToList();
        var found = reading.Rejected.Select(reject => reject.Id).Order(StringComparer.Ordinal).ToList();
        if (!expected.SequenceEqual(found, StringComparer.Ordinal))
        {
            var reasons = reading.Rejected.Select(reject => $"{reject.Id} ({reject.Reason})");
            failures.Add($"rejected: expected {string.Join(", ", expected)}, found {string.Join(", ", reasons)}");
        }
    }

    private static void CompareIncidents(CountingExpectation expect, ReferenceCase history, List<string> failures)
    {
        var life = new TimeInterval(history.LifeFrom!.Value, history.LifeTo!.Value);
        var zones = history
            .Rows.Where(row => life.Overlaps(row.Occurred))
            .Select(row => history.Locate(row).Zones.FirstOrDefault(Verdict.Undetermined))
            .ToList();
        foreach (var (what, expected) in expect.Incidents ?? [])
        {
            var found = what switch
            {
                "total" => zones.Count,
                "inside" => zones.Count(verdict => verdict == Verdict.Met),
                "outside" => zones.Count(verdict => verdict == Verdict.NotMet),
                _ => zones.Count(verdict => verdict == Verdict.Undetermined),
            };
            if (found != expected)
            {
                failures.Add($"incidents, {what}: expected {expected}, found {found}");
            }
        }
    }

    private static void ComparePlaces(CountingExpectation expect, ReferenceCase history, List<string> failures)
    {
        foreach (var (id, place) in expect.Places ?? [])
        {
            var location = history.Locate(history.Rows.First(row => row.Id == id));
            if (place.Zone is { } zone && zone != CountingComparison.Word(location.Zones[0]))
            {
                failures.Add($"place of {id}: expected {zone}, found {CountingComparison.Word(location.Zones[0])}");
            }
            if (place.Sectors.ValueKind == System.Text.Json.JsonValueKind.Undefined)
            {
                continue;
            }
            var found = location.Sectors.IsDefault ? "null" : $"[{string.Join(',', location.Sectors)}]";
            var expected = place.Sectors.GetRawText().Replace(" ", "", StringComparison.Ordinal);
            if (expected.ReplaceLineEndings("") != found)
            {
                failures.Add($"sectors of {id}: expected {expected.ReplaceLineEndings("")}, found {found}");
            }
        }
    }
}
