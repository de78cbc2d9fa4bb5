using System.Collections.Immutable;
using Casus.Core.Time;

namespace Casus.Data.Coverage;

/// <summary>The times of a span that no input covers, and whether completeness was stated or taken (S16).</summary>
/// <param name="Uncovered">Closed, ascending, apart: what MachineOptions.Uncovered takes.</param>
/// <param name="TakenAsComplete">
/// Some input makes no statement and was taken as complete, so nothing is uncovered; summaries say <c>taken as
/// complete</c>.
/// </param>
public sealed record CoverageOfInputs(ImmutableArray<TimeInterval> Uncovered, bool TakenAsComplete)
{
    /// <summary>What summary.json says under <c>coverage</c>.</summary>
    public string Words => TakenAsComplete ? "taken as complete" : "stated";

    /// <summary>
    /// Joins the statements of all inputs: a time is covered if one of them covers it everywhere. Statements for a
    /// named place alone leave the time uncovered elsewhere and do not count here.
    /// </summary>
    /// <param name="statements">One for each input; null: it makes none.</param>
    public static CoverageOfInputs Over(TimeInterval span, IEnumerable<CoverageStatement?> statements)
    {
        var all = statements.ToImmutableArray();
        if (all.IsEmpty || all.Contains(null))
        {
            return new CoverageOfInputs([], TakenAsComplete: true);
        }
        var covered = all.SelectMany(statement => statement!.Spans)
            .Where(stated => stated.Place.Length == 0 && stated.Time.Overlaps(span))
            .Select(stated => stated.Time)
            .OrderBy(time => time.From)
            .ToImmutableArray();
        var uncovered = ImmutableArray.CreateBuilder<TimeInterval>();
        var next = span.From;
        foreach (var time in covered)
        {
            if (time.From > next)
            {
                uncovered.Add(new TimeInterval(next, time.From.Plus(-1)));
            }
            next = Moment.Max(next, time.To.Plus(1));
        }
        if (next <= span.To)
        {
            uncovered.Add(new TimeInterval(next, span.To));
        }
        return new CoverageOfInputs(uncovered.DrainToImmutable(), TakenAsComplete: false);
    }
}
