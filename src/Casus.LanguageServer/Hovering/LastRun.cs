using System.Collections.Immutable;
using System.Text.Json;

namespace Casus.LanguageServer.Hovering;

/// <summary>A grade of the last backtest, in hindsight; days are summed over parties and sectors.</summary>
internal sealed record GradeCount(string Name, long Arose, long Undetermined, long DaysMet, long DaysUndetermined);

/// <summary>What the bearers of a sentence's duty owed in the last backtest, as known.</summary>
internal sealed record DutyCount(string Clause, string Bearer, long Arose, long Undetermined, long Overdue);

/// <summary>What the last backtest counted, from the `summary.json` of its folder.</summary>
internal sealed record LastRun(
    string Folder,
    DateTime Written,
    ImmutableArray<GradeCount> Grades,
    ImmutableArray<DutyCount> Duties
)
{
    /// <summary>Null where there is no run, or its summary cannot be read: a hover then says nothing of it.</summary>
    public static LastRun? In(string folder)
    {
        var file = Path.Combine(folder, "summary.json");
        try
        {
            if (!File.Exists(file))
            {
                return null;
            }
            using var stream = File.OpenRead(file);
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            return new LastRun(
                folder,
                File.GetLastWriteTimeUtc(file),
                [.. root.GetProperty("grades").EnumerateArray().Select(Grade)],
                [.. root.GetProperty("duties").EnumerateArray().Select(Duty)]
            );
        }
        catch (Exception unreadable)
            when (unreadable
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
            )
        {
            return null;
        }
    }

    private static GradeCount Grade(JsonElement grade) =>
        new(
            grade.GetProperty("name").GetString() ?? "",
            Number(grade, "arose"),
            Number(grade, "undetermined"),
            Number(grade, "daysMet"),
            Number(grade, "daysUndetermined")
        );

    private static DutyCount Duty(JsonElement duty) =>
        new(
            duty.GetProperty("clause").GetString() ?? "",
            duty.GetProperty("bearer").GetString() ?? "",
            Number(duty, "arose"),
            Number(duty, "undetermined"),
            Number(duty, "overdue")
        );

    private static long Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.TryGetInt64(out var number) ? number : 0;
}
