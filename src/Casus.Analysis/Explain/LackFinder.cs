using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>
/// A kind of fact that rows lack, and the rows that lack it and nothing more, those that count most first.
/// </summary>
/// <param name="At">The instant at which they were counted.</param>
internal sealed record LackGroup(
    Shortfall Facts,
    ImmutableArray<RowReason> Rows,
    long WouldCount,
    int LeastRows,
    Moment At
);

/// <summary>
/// Groups the rows of a count by what they lack. For each kind of fact, and for kinds together, it says what
/// would count for sure if the rows
/// that lack no more than that had it.
/// </summary>
internal sealed class LackFinder(
    Agreement agreement,
    CountReading reading,
    Moment at,
    Func<IEnumerable<string>, long> lowerOf
)
{
    private const int MostKinds = 12;
    private const int MostExamples = 3;
    private readonly LackWords words = new(agreement, reading.Pattern, reading.Key);

    /// <summary>
    /// Nearest first: those that settle it by the fewest kinds of facts, then by the fewest rows; then those
    /// that do not.
    /// </summary>
    public ImmutableArray<LackGroup> Groups()
    {
        var sure = reading.Rows.Where(row => row.Verdict == Core.Conditions.Verdict.Met).ToList();
        var doubtful = reading.Rows.Where(row => row.Verdict == Core.Conditions.Verdict.Undetermined).ToList();
        var kinds = doubtful.Select(row => row.Doubtful).Distinct().OrderBy(LackWords.Number).Take(MostKinds).ToList();
        var all = kinds.Aggregate(Shortfall.None, (joined, kind) => joined | kind);
        var groups = new List<LackGroup>();
        foreach (var facts in kinds.Append(all).Distinct().Where(facts => facts != Shortfall.None))
        {
            var rows = doubtful
                .Where(row => (row.Doubtful & ~facts) == Shortfall.None)
                .OrderByDescending(row => row.Least)
                .ToImmutableArray();
            var would = lowerOf(sure.Concat(rows).Select(row => row.Row));
            groups.Add(new LackGroup(facts, rows, would, would >= reading.AtLeast ? Fewest(sure, rows) : 0, at));
        }
        var ordered = groups
            .OrderBy(group => group.LeastRows == 0 ? 1 : 0)
            .ThenBy(group => LackWords.Number(group.Facts))
            .ThenBy(group => group.LeastRows)
            .ThenByDescending(group => group.WouldCount)
            .ToList();
        // More than what settles it already is no nearer.
        return
        [
            .. ordered.Where(
                (group, i) =>
                    !ordered
                        .Take(i)
                        .Any(before => before.LeastRows > 0 && (before.Facts & ~group.Facts) == Shortfall.None)
            ),
        ];
    }

    public Lack Say(LackGroup group, LackChecked check) =>
        new(
            words.Wanted(check.Facts),
            group.Rows.Length,
            group.LeastRows,
            [.. group.Rows.Take(MostExamples).Select(row => row.Row)],
            group.WouldCount,
            reading.AtLeast,
            group.LeastRows > 0,
            check.Words
        );

    /// <summary>
    /// Rows that surely do not count, by why; those that are of another kind altogether are left out.
    /// </summary>
    public ImmutableArray<Binding> NotCounted() =>
        [
            .. reading
                .Rows.Where(row => row.Failing != Shortfall.None && !row.Failing.HasFlag(Shortfall.Conduct))
                .GroupBy(row => Nearest(row.Failing))
                .OrderByDescending(group => group.Count())
                .Select(group => new Binding(words.Failed(group.Key), $"{group.Count()} rows")),
        ];

    /// <summary>A row outside the zone has no sector either, and is told once.</summary>
    private static Shortfall Nearest(Shortfall failing) =>
        failing.HasFlag(Shortfall.Place) ? failing & ~Shortfall.Sector : failing;

    private int Fewest(List<RowReason> sure, ImmutableArray<RowReason> rows)
    {
        var low = 1;
        var high = rows.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (lowerOf(sure.Concat(rows.Take(middle)).Select(row => row.Row)) >= reading.AtLeast)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }
        return low;
    }
}
