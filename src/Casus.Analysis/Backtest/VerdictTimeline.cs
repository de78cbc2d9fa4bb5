using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>A stretch [From, To) of one verdict; To is <see cref="Moment.Forever"/> where it still stands at the horizon.</summary>
public readonly record struct VerdictStretch(Verdict Verdict, Moment From, Moment To);

/// <summary>
/// A condition's verdict through time for one key: the stretches that are met or undetermined, ascending and apart; what
/// lies between them is not met.
/// </summary>
public sealed record VerdictTimeline(int Condition, ConditionKey Key, ImmutableArray<VerdictStretch> Stretches)
{
    /// <summary>Maximal runs of met or undetermined (S6).</summary>
    public IEnumerable<VerdictRun> Runs()
    {
        for (var i = 0; i < Stretches.Length; )
        {
            var start = i;
            Moment? arose = null;
            do
            {
                if (arose is null && Stretches[i].Verdict == Verdict.Met)
                {
                    arose = Stretches[i].From;
                }
                i++;
            } while (i < Stretches.Length && Stretches[i].From == Stretches[i - 1].To);
            yield return new VerdictRun(Stretches[start].From, Stretches[i - 1].To, arose);
        }
    }
}

/// <summary>A run [From, To); Arose: its first instant that is met, null where it has none.</summary>
public readonly record struct VerdictRun(Moment From, Moment To, Moment? Arose);
