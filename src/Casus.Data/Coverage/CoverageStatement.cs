using System.Collections.Immutable;
using Casus.Core.Time;
using Casus.Data.Tables;

namespace Casus.Data.Coverage;

/// <summary>When and where a table is complete, by its own word (S16).</summary>
/// <param name="Place">Empty: everywhere. A named place covers only that place, and so does not make the time
/// covered.</param>
public readonly record struct CoverageSpan(TimeInterval Time, string Place);

/// <summary>All that a table says of its completeness; no span: complete at no time.</summary>
public sealed record CoverageStatement(ImmutableArray<CoverageSpan> Spans)
{
    /// <summary>
    /// Reads a coverage table, <c>from,to,place</c>, as CSV or JSON Lines. <c>to</c> defaults to <c>from</c>.
    /// </summary>
    public static CoverageStatement? Read(TableInput input, AgreementCalendar calendar, out InputProblem? problem) =>
        Read(input, calendar, out problem, out _);

    /// <param name="sha256">Of the table as read; empty where it could not be.</param>
    public static CoverageStatement? Read(
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
            return null;
        }
        if (table.HasHeader && table.IndexOf("from") < 0)
        {
            const string What = "column 'from' is missing";
            problem = new(input.Name, 1, What, "a coverage table has the columns from, to, place", "Add the header");
            return null;
        }
        var spans = ImmutableArray.CreateBuilder<CoverageSpan>();
        while (table.Read())
        {
            var from = table.Field(table.IndexOf("from")).ToString();
            var to = table.Field(table.IndexOf("to")).ToString();
            var place = table.Field(table.IndexOf("place")).ToString();
            var reason = table.Fault ?? Span(from, to, place, calendar, spans);
            if (reason is not null)
            {
                // No row is left out: a lost statement of coverage would turn silence into doubt, or doubt into
                // silence.
                problem = new(
                    input.Name,
                    table.Line,
                    reason,
                    "coverage would be misstated",
                    "Write dates, or instants with offsets"
                );
                return null;
            }
        }
        problem = table.Problem;
        sha256 = table.Sha256;
        return problem is null ? new CoverageStatement(spans.DrainToImmutable()) : null;
    }

    /// <summary>Adds a span as written; says why where it is none.</summary>
    internal static string? Span(
        string from,
        string to,
        string place,
        AgreementCalendar calendar,
        ImmutableArray<CoverageSpan>.Builder spans
    )
    {
        var reason = TimeText.Read(from, calendar, out var first, out _);
        if (reason is not null)
        {
            return $"from '{from}' is {reason}";
        }
        var last = first;
        reason = to.Length == 0 ? null : TimeText.Read(to, calendar, out last, out _);
        if (reason is not null)
        {
            return $"to '{to}' is {reason}";
        }
        if (last.To < first.From)
        {
            return $"to '{to}' is before from '{from}'";
        }
        spans.Add(new CoverageSpan(new TimeInterval(first.From, last.To), place.Trim()));
        return null;
    }
}
