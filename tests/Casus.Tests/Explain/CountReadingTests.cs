using Casus.Core.Conditions;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;
using Casus.Tests.Reference;
using Xunit;

namespace Casus.Tests.Explain;

/// <summary>What is said of the rows of a count is what the count itself has.</summary>
public sealed class CountReadingTests
{
    private const int Iterations = 100;

    [Fact]
    public void The_rows_that_lack_nothing_make_the_lower_count_and_the_verdict_is_the_engines() =>
        Holds(
            (machine, condition, key, at) =>
            {
                if (machine.CountAt(condition, key, at) is { } reading)
                {
                    var sure = reading.Rows.Where(row => row.Verdict == Verdict.Met).Select(row => row.Row);
                    Assert.Equal(reading.Lower, machine.LowerOf(condition, key, sure));
                    Assert.Equal(machine.VerdictAt(condition, key, at), reading.Verdict);
                }
            }
        );

    [Fact]
    public void A_row_that_may_count_is_in_the_upper_count() =>
        Holds(
            (machine, condition, key, at) =>
            {
                if (machine.CountAt(condition, key, at) is { } reading)
                {
                    var possible = reading.Rows.Where(row => row.Verdict != Verdict.NotMet && row.Most > 0);
                    Assert.Equal(reading.Upper > 0, possible.Any());
                }
            }
        );

    [Fact]
    public void No_instant_is_nearer_than_the_peak() =>
        Holds(
            (machine, condition, key, at) =>
            {
                var peak = machine.Peak(condition, one => one == key);
                if (machine.CountAt(condition, key, at) is { Unbounded: false, Upper: > 0 } reading)
                {
                    Assert.NotNull(peak);
                    Assert.True(
                        peak.Upper >= peak.AtLeast
                            ? reading.Upper < reading.AtLeast || reading.Lower <= peak.Lower
                            : reading.Upper <= peak.Upper
                    );
                }
            }
        );

    private static void Holds(Action<ConditionMachine, int, Core.Stepping.ConditionKey, Moment> holds) =>
        ReferencePropertyTests.Holds(
            GeneratedCase.Any(),
            generated =>
            {
                var machine = EngineRun.Of(generated.Reference()).Machine;
                for (var condition = 0; condition < generated.Agreement.Conditions.Length; condition++)
                {
                    foreach (var key in machine.KeysOf(condition))
                    {
                        for (var hours = 0L; hours < 100; hours += 7)
                        {
                            var at = GeneratedHistory.Start.Plus(hours * 3600);
                            if (at >= generated.LifeFrom)
                            {
                                holds(machine, condition, key, at);
                            }
                        }
                    }
                }
            },
            generated => generated,
            Iterations
        );
}
