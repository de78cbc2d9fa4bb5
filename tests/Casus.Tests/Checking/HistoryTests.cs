using Xunit;

namespace Casus.Tests.Checking;

/// <summary>
/// What history found in two instruments that failed, and what the design of the language says that a compiler should
/// find in its example, is found at the sentence that is to blame. "" stands for a declaration.
/// </summary>
public sealed class HistoryTests
{
    [Theory]
    [InlineData("CAS3601", "", "two lines that no file draws")]
    [InlineData("CAS3603", "2.6", "two datums for one withdrawal")]
    [InlineData("CAS3505", "3.1", "a monitor whom nobody must admit")]
    [InlineData("CAS3706", "1.1", "monitors who may be turned back, held and fired at")]
    [InlineData("CAS3501", "1.1", "nothing says that something happened")]
    [InlineData("CAS3502", "1.1", "nobody may say whose fire it was")]
    [InlineData("CAS3712", "1.1", "no violation has a consequence: nobody must respond")]
    [InlineData("CAS3304", "2.1", "nothing follows when a deadline passes")]
    [InlineData("CAS3305", "10.1", "foreign formations leave by no date")]
    [InlineData("CAS3207", "10.1", "foreign formations leave, and who withdraws them is not said")]
    [InlineData("CAS3606", "", "a line that could be moved for three days after the signature")]
    public void What_failed_in_the_Package_of_Measures_is_found(string code, string clause, string what) =>
        Found(CheckedFolder.Agreement("minsk-2015"), code, clause, what);

    [Fact]
    public void That_the_border_and_the_elections_wait_for_each_other_is_found() =>
        Assert.Contains(
            CheckedFolder.Agreement("minsk-2015").FindingsIn("9.1"),
            finding => finding.Message.Contains("elections", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("CAS3402", "4.1", "the violator's veto in the Council")]
    [InlineData("CAS3204", "4.1", "to seek action is no response")]
    [InlineData("CAS3202", "", "guarantors with no concrete duty")]
    [InlineData("CAS3410", "6.1", "a consultation without clock, chair or rule for absence")]
    [InlineData("CAS3209", "6.1", "a consultation that leads to nothing")]
    [InlineData("CAS3502", "2.2", "nobody may say whose act it was")]
    [InlineData("CAS3807", "", "duties in a form whose force is disputed")]
    public void What_failed_in_the_Budapest_Memorandum_is_found(string code, string clause, string what) =>
        Found(CheckedFolder.Agreement("budapest-1994"), code, clause, what);

    [Theory]
    [InlineData("CAS3301", "5.3(d)", "the steps leave nothing of the 72 hours")]
    [InlineData("CAS3303", "5.3(d)", "the clock starts before anyone can know")]
    [InlineData("CAS3407", "", "a guarantor chairs the Commission whose warning gates the second tier")]
    [InlineData("CAS3702", "1.1", "nothing at sea")]
    [InlineData("CAS3704", "1.1", "no cyber attack")]
    [InlineData("CAS3709", "1.1", "a missile on a city 400 km away breaches nothing")]
    [InlineData("CAS3951", "", "acceptance on the word of another")]
    [InlineData("CAS3953", "", "a milestone that passed with nothing recorded")]
    public void What_the_tour_should_be_told_is_found(string code, string clause, string what) =>
        Found(CheckedFolder.Kept("tour"), code, clause, what);

    [Fact]
    public void That_unprovoked_has_no_measure_is_found_in_the_tour() =>
        Assert.Contains(
            CheckedFolder.Kept("tour").FindingsIn("8.5"),
            finding => finding.Message.Contains("`unprovoked`", StringComparison.Ordinal)
        );

    [Fact]
    public void That_a_replay_of_earlier_years_has_another_line_is_found_in_the_ladder_of_2026() =>
        Found(CheckedFolder.Agreement("ukraine-2026"), "CAS3606", "", "a line of 2015 in a text of 2026");

    private static void Found(CheckedFolder text, string code, string clause, string what) =>
        Assert.True(
            text.ClausesOf(code).Contains(clause),
            $"{what}: {code} is found at [{string.Join(", ", text.ClausesOf(code))}], not at `{clause}`."
        );
}
