using Casus.Tests.Stepping;
using Xunit;

namespace Casus.Tests.Norms;

/// <summary>S17: duties to keep, and prohibitions.</summary>
public class KeepingTests
{
    [Fact]
    public void Each_sure_sighting_after_the_start_is_a_breach_and_the_duty_goes_on() =>
        Trial
            .Of("Article 1. Russia shall observe the ceasefire, as from 14 days after entry into force.")
            .Attack("a", "10T10")
            .Attack("b", "20T10")
            .Attack("c", "21T10", source: "vague")
            .Attack("d", "22T10", party: "Ukraine", against: "Russia")
            .Attack("e", "23T10")
            .Says("dutyArose 1.1 Russia 15T00", "dutyBreached 1.1 Russia 20T10", "dutyBreached 1.1 Russia 23T10")
            .Ends("1.1 Russia breached");

    [Fact]
    public void A_sighting_is_told_once_though_the_row_is_judged_again() =>
        Trial
            .Of("Article 1. Russia shall observe the ceasefire.")
            .Attack("a", "20T10", known: "21T00")
            .Says("dutyArose 1.1 Russia 01T00", "dutyBreached 1.1 Russia 20T10 known 21T00");

    [Fact]
    public void A_finding_that_it_is_not_kept_is_a_breach_at_the_finding() =>
        Trial
            .Of("Article 1. Poland shall admit \"displaced persons\".")
            .Found("12T08", "1.1", value: "no", to: "Poland")
            .Says("dutyArose 1.1 Poland 01T00", "dutyBreached 1.1 Poland 12T08");

    [Fact]
    public void A_prohibition_writes_no_effects() =>
        Trial.Of("Article 1. Russia shall not commit an attack.").Attack("a", "10T10").Says().Ends();
}
