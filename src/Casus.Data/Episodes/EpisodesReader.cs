using System.Collections.Immutable;
using Casus.Core.Time;
using Casus.Data.Tables;

namespace Casus.Data.Episodes;

/// <summary>
/// A time that history knows as one: from the first second of its first day to the last of its last.
/// </summary>
/// <param name="From">The first day, or an instant.</param>
/// <param name="Source">Where the dates come from; empty where the table does not say.</param>
public sealed record Episode(string Name, TimeInterval Time, string From, string To, string Source, int Line);

/// <summary>
/// Reads an episodes file, <c>name,from,to,source</c>, as CSV or JSON Lines. A row that cannot be read ends the
/// reading.
/// </summary>
public static class EpisodesReader
{
    /// <summary>In the order of the file; empty, with a problem, where it cannot be used.</summary>
    public static ImmutableArray<Episode> Read(
        TableInput input,
        AgreementCalendar calendar,
        out InputProblem? problem
    ) => Read(input, calendar, out problem, out _);

    /// <param name="sha256">Of the file as read; empty where it could not be opened.</param>
    public static ImmutableArray<Episode> Read(
        TableInput input,
        AgreementCalendar calendar,
        out InputProblem? problem,
        out string sha256
    )
    {
        sha256 = "";
        using var table = TableSource.Open(input, out problem);
        if (table is null)
        {
            return [];
        }
        const string Instead = "Write name,from,to,source with dates such as 2017-01-29";
        var missing = table.HasHeader ? Array.Find(["name", "from"], name => table.IndexOf(name) < 0) : null;
        if (missing is not null)
        {
            problem = new(input.Name, 1, $"column '{missing}' is missing", "episodes have a name and days", Instead);
            return [];
        }
        var episodes = ImmutableArray.CreateBuilder<Episode>();
        while (table.Read())
        {
            var episode = ReadRow(table, calendar, out var reason);
            if (episode is not null && episodes.Any(other => other.Name == episode.Name))
            {
                reason = $"the name '{episode.Name}' stands twice";
            }
            if (reason is not null)
            {
                problem = new(input.Name, table.Line, reason, "what was detected would be misstated", Instead);
                return [];
            }
            episodes.Add(episode!);
        }
        problem = table.Problem;
        sha256 = table.Sha256;
        return problem is null ? episodes.DrainToImmutable() : [];
    }

    private static Episode? ReadRow(TableSource table, AgreementCalendar calendar, out string? reason)
    {
        var name = table.Field(table.IndexOf("name")).ToString();
        var from = table.Field(table.IndexOf("from")).ToString();
        var to = table.Field(table.IndexOf("to")).ToString();
        reason = table.Fault ?? (name.Length == 0 ? "an episode has no name" : null);
        TimeInterval first = default;
        if (reason is null && TimeText.Read(from, calendar, out first, out _) is { } wrong)
        {
            reason = $"from '{from}' is {wrong}";
        }
        var last = first;
        if (reason is null && to.Length > 0 && TimeText.Read(to, calendar, out last, out _) is { } wrongEnd)
        {
            reason = $"to '{to}' is {wrongEnd}";
        }
        if (reason is null && last.To < first.From)
        {
            reason = $"to '{to}' is before from '{from}'";
        }
        if (reason is not null)
        {
            return null;
        }
        var source = table.Field(table.IndexOf("source")).ToString();
        var time = new TimeInterval(first.From, last.To);
        return new Episode(name, time, from, to.Length > 0 ? to : from, source, table.Line);
    }
}
