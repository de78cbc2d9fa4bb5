using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// What became of one grade, summed over its keys (formats.md). <see cref="Arose"/>: runs with a met instant;
/// <see cref="Undetermined"/>: runs without one. Days are local days, per key: those with a met instant, and those with
/// an undetermined instant and none met.
/// </summary>
/// <param name="First">The first arising; null where there was none.</param>
/// <param name="Last">The last arising.</param>
public sealed record GradeCount(
    string Name,
    string? Clause,
    int Arose,
    int Undetermined,
    int DaysMet,
    int DaysUndetermined,
    Moment? First,
    Moment? Last
)
{
    /// <summary>Rows named by its arisings of which an assumption filled a column.</summary>
    public int Assumed { get; init; }

    /// <summary>The grades that stand, in text order, on the whole record up to the last instant judged.</summary>
    internal static ImmutableArray<GradeCount> Of(
        Agreement agreement,
        ConditionMachine conditions,
        IReadOnlyDictionary<int, int> assumed
    )
    {
        var counts = ImmutableArray.CreateBuilder<GradeCount>();
        for (var i = 0; i < agreement.Conditions.Length; i++)
        {
            if (agreement.Conditions[i] is not { IsGrade: true, Stands: true } grade)
            {
                continue;
            }
            var summary = conditions.Summary(i);
            counts.Add(
                new GradeCount(
                    grade.Name!,
                    grade.Clause,
                    summary.Arose,
                    summary.Undetermined,
                    summary.DaysMet,
                    summary.DaysUndetermined,
                    summary.First,
                    summary.Last
                )
                {
                    Assumed = assumed.GetValueOrDefault(i),
                }
            );
        }
        return counts.ToImmutable();
    }
}
