using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Xunit;
using static Casus.Tests.Counting.SmallText;

namespace Casus.Tests.Counting;

/// <summary>What is told, and when, as the record grows (S10).</summary>
public sealed class AnnouncementTests
{
    [Fact]
    public void A_grade_is_told_when_it_arises_and_when_it_lapses() =>
        Assert.Equal(
            ["arose 11 known 11", "lapsed 34 known 34"],
            Told(Run(Text(Within24Hours(2)), Act("a", 10), Act("b", 11)))
        );

    [Fact]
    public void A_late_report_tells_at_once_what_was_so() =>
        Assert.Equal(
            ["arose 11 known 130", "lapsed 34 known 130"],
            Told(Run(Text(Within24Hours(2)), Act("a", 10), Act("b", 11, known: 130)))
        );

    [Fact]
    public void A_late_report_moves_the_arising_and_the_lapse() =>
        Assert.Equal(
            ["arose 12 known 12", "lapsed 35 known 35", "revised 11 known 130", "revised 36 known 130"],
            Told(
                Run(
                    Text(Within24Hours(2)),
                    Act("a", 11),
                    Act("b", 12),
                    Act("c", 11, known: 130),
                    Act("d", 12, known: 130)
                )
            )
        );

    [Fact]
    public void A_lapse_that_is_ahead_again_is_revised_without_an_instant() =>
        Assert.Equal(
            ["arose 11 known 11", "lapsed 34 known 34", "revised - known 40", "lapsed 57 known 57"],
            Told(
                Run(
                    Text(Within24Hours(2)),
                    Act("a", 10),
                    Act("b", 11),
                    Act("c", 33, known: 40),
                    Act("d", 33, known: 40)
                )
            )
        );

    [Fact]
    public void A_late_report_between_two_arisings_merges_them() =>
        Assert.Equal(
            [
                "arose 1 known 1",
                "lapsed 24 known 24",
                "arose 47.5 known 47.5",
                "lapsed 71 known 71",
                "revised 71 known 240",
                "merged 47.5 known 240",
            ],
            Told(
                Run(
                    Text(Within24Hours(2)),
                    Act("a", 0),
                    Act("b", 1),
                    Act("c", 47),
                    Act("d", 47.5),
                    Act("e", 23.5, known: 240, count: 2)
                )
            )
        );

    [Fact]
    public void A_rejection_withdraws_and_erases_nothing() =>
        Assert.Equal(
            ["arose 11 known 11", "lapsed 34 known 34", "withdrawn 11 known 60"],
            Told(
                Run(
                    Text(Within24Hours(2)),
                    Act("a", 10),
                    Between("b", 11, 11, findings: [new BodyFinding(FindingKind.Rejected, "Commission", At(60))])
                )
            )
        );

    [Fact]
    public void A_correction_takes_the_row_that_it_names_out_of_the_record() =>
        Assert.Equal(
            ["arose 11 known 11", "lapsed 34 known 34", "withdrawn 11 known 100"],
            Told(
                Run(
                    Text(Within24Hours(2)),
                    Act("a", 10),
                    Act("b", 11),
                    Between("c", 90, 90, known: 100, supersedes: "b")
                )
            )
        );

    [Fact]
    public void An_undetermined_run_is_told_once()
    {
        var story = Run(Text(Within24Hours(2)), Act("a", 10), Between("b", 9, 40), Between("c", 10, 41));
        Assert.Equal([At(10)], story.Undetermined.Select(told => told.At));
    }

    [Fact]
    public void Another_undetermined_run_is_told_though_the_first_was_met_meanwhile()
    {
        var story = Run(
            Text(Within24Hours(2)),
            Act("a", 10),
            Between("b", 9, 40),
            Act("c", 31, known: 41),
            Between("d", 200, 230, count: 2)
        );
        Assert.Equal([At(10), At(200)], story.Undetermined.Select(told => told.At));
    }

    [Fact]
    public void Rows_that_came_before_the_entry_into_force_was_known_are_judged_when_it_is()
    {
        var machine = new ConditionMachine(
            Text(Within24Hours(2)),
            [],
            new MachineOptions(),
            (place, _) => CountingCase.Locate(Text(Within24Hours(2)), place),
            Geodesic.Metres
        );
        machine.SetLife(null, null);
        machine.Record(Act("a", 10));
        machine.Record(Act("b", 11));
        Assert.Empty(machine.JudgeAt(At(11)).Grades);
        machine.SetLife(At(0), null);
        var change = Assert.Single(machine.JudgeAt(At(12)).Grades);
        Assert.Equal((EffectKind.Arose, At(11), At(12)), (change.Kind, change.At, change.KnownAt));
    }
}
