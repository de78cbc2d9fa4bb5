using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Evidence;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;
using Xunit;
using static Casus.Tests.Counting.SmallText;

namespace Casus.Tests.Counting;

/// <summary>One incident, established, attributed, excused (S7 to S9).</summary>
public sealed class EvidenceTests
{
    private static readonly Agreement Joining = Text(Within24Hours(2), Within24Hours(3), Within24Hours(4)) with
    {
        SameIncident = new SameIncidentTolerance(3600, 5000),
    };

    [Fact]
    public void Two_accounts_of_one_incident_count_once() =>
        Assert.Empty(Runs(Run(Joining, Told("a", 10, "A"), Told("b", 10.5, "B"))));

    [Fact]
    public void Two_accounts_of_one_organisation_are_two_acts() =>
        Assert.Equal(["any/1 10.5..34 met 10.5"], Runs(Run(Joining, Told("a", 10, "A"), Told("b", 10.5, "A"))));

    [Fact]
    public void A_chain_joins_nothing_for_sure()
    {
        var story = Run(Joining, Told("a", 10, "A"), Told("b", 11, "B"), Told("c", 12, "C"));
        Assert.Equal(["any/1 12..34 possible"], Runs(story, 1));
        Assert.Empty(Runs(story, 2));
    }

    [Fact]
    public void A_star_of_sources_establishes_the_row_in_its_middle()
    {
        var text = Joining with
        {
            Established = new EstablishmentStandard("3", [], 3, new Length(48, LengthUnit.Hour)),
        };
        var machine = Run(text, Told("a", 10, "A"), Told("b", 11, "B"), Told("c", 12, "C")).Machine;
        Assert.Equal(Verdict.Undetermined, machine.Standing("a")!.Established);
        Assert.Equal(Verdict.Met, machine.Standing("b")!.Established);
        Assert.Equal(Verdict.Undetermined, machine.Standing("c")!.Established);
    }

    [Fact]
    public void A_watched_row_tells_when_and_by_which_report_it_came_to_be_established()
    {
        var text = Joining with
        {
            Established = new EstablishmentStandard("3", [], 2, new Length(48, LengthUnit.Hour)),
            Patterns = [Attack, Attack with { Established = true }],
        };
        var story = (Case(text, Told("a", 10, "A"), Told("b", 10.5, "B", known: 20)) with { Watched = [1] }).Run();
        var told = story.Rows.Single(judged => judged.Row.Id == "a" && judged.Now == Verdict.Met);
        Assert.Equal(Verdict.Undetermined, told.Before);
        Assert.Equal(At(20), told.KnownAt);
        Assert.Equal(At(20), told.EstablishedAt);
    }

    [Fact]
    public void An_answer_is_no_breach_and_gives_no_right_of_reply()
    {
        var machine = Run(Forbidden(), By("a", 10, "Russia"), By("b", 12, "Ukraine"), By("c", 13, "Russia")).Machine;
        Assert.Equal(
            [Verdict.Met, Verdict.NotMet, Verdict.Met],
            new[] { "a", "b", "c" }.Select(id => machine.Standing(id)!.Breach)
        );
    }

    [Fact]
    public void Who_fired_first_is_not_guessed()
    {
        var machine = Run(
            Forbidden(),
            By("a", 0, "Russia", 23),
            By("b", 0, "Ukraine", 23),
            By("c", 24, "Russia")
        ).Machine;
        Assert.All(new[] { "a", "b", "c" }, id => Assert.Equal(Verdict.Undetermined, machine.Standing(id)!.Breach));
    }

    [Fact]
    public void A_late_report_of_the_first_shot_excuses_the_answer()
    {
        var machine = Run(Forbidden(), By("b", 12, "Ukraine"), By("a", 10, "Russia", known: 100)).Machine;
        Assert.Equal(Verdict.NotMet, machine.Standing("b")!.Breach);
    }

    private static IncidentRow Told(string id, double at, string group, double? known = null) =>
        Between(id, at, at, known, group: group);

    private static IncidentRow By(string id, double from, string party, double? to = null, double? known = null)
    {
        var row = Between(id, from, to ?? from, known);
        return new IncidentRow
        {
            Ordinal = 0,
            Id = id,
            Occurred = row.Occurred,
            KnownAt = row.KnownAt,
            Place = row.Place,
            Conduct = row.Conduct,
            Party = party,
            File = "f",
        };
    }

    private static Agreement Forbidden() =>
        Text(Within24Hours(1)) with
        {
            Patterns = [Attack with { By = new PartyTest(false, ["Ukraine", "Russia"]) }],
            Norms =
            [
                new Norm
                {
                    Clause = "1.1",
                    Article = "1",
                    Order = 0,
                    Bearers = new Bearers(
                        BearerMode.Each,
                        new ActorSet(ActorRole.Named, ["Ukraine", "Russia"], "Ukraine and Russia")
                    ),
                    Modal = Modal.ShallNot,
                    Kind = NormKind.Refrain,
                    Verb = "commit",
                    Contrary = 0,
                    Exceptions = [new NormException("self-defence", new SelfDefence(24 * 3600, true), null, "")],
                },
            ],
        };
}
