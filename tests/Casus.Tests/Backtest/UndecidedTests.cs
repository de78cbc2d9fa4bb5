using Casus.Analysis.Backtest;
using Casus.Core.Facts;
using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Backtest;

/// <summary>How many rows want a fact, and which.</summary>
public sealed class UndecidedTests
{
    [Fact]
    public void Rows_outside_the_life_and_rows_that_were_replaced_want_nothing()
    {
        var trial = Trial
            .Of(
                """
                Article 1.
                  An incident is established when Commission has verified it.
                  A flare means at least 2 attacks within any 24 hours.
                """
            )
            .Attack("before", "01T08", party: null)
            .Attack("replaced", "10T08", party: null)
            .Attack("corrected", "10T09", party: null, supersedes: "replaced")
            .Attack("plain", "11T08", findings: [Trial.Verified("11T09")]);
        var input = new BacktestInput
        {
            Agreement = trial.Agreement,
            Incidents = [.. trial.Facts.OfType<IncidentReported>().Select(fact => fact.Row)],
            InForceFrom = Trial.At("05T00"),
        };
        var result = BacktestRun.Run(input, _ => { }, null);
        Assert.Equal(2, result.Incidents.Total);
        Assert.Equal(
            [(Undecided.Party, 1), (Undecided.Establishment, 1)],
            result.Undecided.Select(undecided => (undecided.What, undecided.Rows))
        );
    }
}
