using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Norms;
using Casus.Core.Procedures;
using Casus.Core.Time;
using Xunit;

namespace Casus.Tests.Binding;

/// <summary>What each sentence form means to the machine.</summary>
public sealed class BoundMeaningTests
{
    [Fact]
    public void AGradeCountsWhatItSays()
    {
        var agreement = Bind(
            """
            Article 1.
              Ukraine and Russia shall not commit an attack from or into Buffer.
              A violation means a breach of Article 1 that is established and attributed.
              A wave means at least [wave: 5 | 10] violations by one party in one sector within any 24 hours.
            """,
            ("wave", "10")
        );
        var wave = Assert.Single(agreement.Conditions, condition => condition.Name == "wave");
        Assert.Equal("1.3", wave.Clause);
        var count = Assert.IsType<Condition.Count>(wave.Condition);
        Assert.Equal(
            (10, PlaceScope.OneSector, new Window.Sliding(86_400)),
            (count.AtLeast, count.Scope, count.Window)
        );
        var pattern = agreement.Patterns[count.Pattern];
        Assert.True(pattern is { Established: true, Attributed: true, By.OneParty: true });
        Assert.Equal(["Ukraine", "Russia"], pattern.By!.Names);
        Assert.Equal([0], pattern.BreachOf);
        var contrary = agreement.Patterns[agreement.Norms[0].Contrary!.Value];
        Assert.Equal([PlaceRelation.From, PlaceRelation.In], contrary.Places.Single().Relations);
    }

    [Fact]
    public void SectorsAndDaysComposeAGrade()
    {
        var agreement = Bind(
            """
            A wave means at least 3 attacks by one party in one sector within any 24 hours.
            A storm means waves by one party in at least 2 sectors on each of 3 consecutive days.
            A front means waves in at least 2 sectors.
            A flood means at least 4 attacks by Russia in one day.
            A series means attacks by one party with gaps of at most 7 days.
            """
        );
        var named = agreement
            .Conditions.Where(each => each.IsGrade)
            .ToDictionary(each => each.Name!, each => each.Condition, StringComparer.Ordinal);
        Assert.True(named["storm"] is Condition.OnDays { Days: 3, Sectors: 2, SameSectors: false });
        Assert.True(named["front"] is Condition.Spread { AtLeast: 2 });
        Assert.True(
            named["flood"] is Condition.Count { Window: Window.OneDay, Scope: PlaceScope.Everywhere, AtLeast: 4 }
        );
        Assert.True(named["series"] is Condition.Series { GapSeconds: 604_800 });
    }

    [Fact]
    public void ABreachMayBeByOneConductAlone()
    {
        var agreement = Bind(
            """
            Article 1.
              Ukraine and Russia shall not commit an attack.
              A barrage means at least 3 breaches of Article 1 by heavy fire within any 24 hours.
            """
        );
        var count = Assert.IsType<Condition.Count>(
            agreement.Conditions.Single(each => each.Name == "barrage").Condition
        );
        var pattern = agreement.Patterns[count.Pattern];
        Assert.Equal(["heavy fire"], pattern.Conducts);
        Assert.Equal([0], pattern.BreachOf);
    }

    [Fact]
    public void BareActsThatContinueAreFollowedBySector()
    {
        var agreement = Bind(
            "A push means attacks by one party in one sector that continue 24 hours after 2025-01-10T08:00."
        );
        var push = Assert.IsType<Condition.Persists>(
            agreement.Conditions.Single(each => each.Name == "push").Condition
        );
        var acts = Assert.IsType<Condition.Count>(agreement.Conditions[push.Condition].Condition);
        Assert.Equal((1, PlaceScope.OneSector, new Window.Sliding(86_400)), (acts.AtLeast, acts.Scope, acts.Window));
    }

    [Theory]
    [InlineData("more than 3 attacks by Russia within any 24 hours", 4)]
    [InlineData("at least 3 attacks by Russia within any 24 hours", 3)]
    [InlineData("3 attacks by Russia within any 24 hours", 3)]
    [InlineData("an attack by Russia within any 24 hours", 1)]
    public void AThresholdIsTheLeastCountThatMeetsIt(string grade, long least)
    {
        var agreement = Bind($"A wave means {grade}.");
        var count = Assert.IsType<Condition.Count>(agreement.Conditions.Single(each => each.Name == "wave").Condition);
        Assert.Equal(least, count.AtLeast);
    }

    [Fact]
    public void AClockStartsAtTheEventThatItNames()
    {
        var agreement = Bind(
            """
            Article 1.
              On an attack by Russia:
                Commission shall warn Russia within 24 hours after the attack;
                France shall consult Poland within 12 hours;
                Poland shall assist Ukraine within 2 days after the consultation;
                Germany shall assist Ukraine within 3 months after the attack is attributed;
                Germany shall deliver 10 "generators" to Ukraine before 2025-12-31.
            """
        );
        var points = agreement.Norms.Select(norm => norm.Deadline!.From).ToList();
        Assert.IsType<Point.TriggerAct>(points[0]);
        Assert.IsType<Point.AsKnown>(points[1]);
        var consultation = Assert.IsType<Point.OfAct>(points[2]);
        Assert.Equal(("consult", "France"), (consultation.Act.Verb, consultation.Act.By.Single()));
        Assert.IsType<Point.TriggerAttributed>(points[3]);
        Assert.Equal(new Length(3, LengthUnit.Month), agreement.Norms[3].Deadline!.Length);
        Assert.True(agreement.Norms[4].Deadline!.IsPoint);
        Assert.Equal(new Amount(10, "generators"), agreement.Norms[4].Amount);
        Assert.Equal(["1.1(a)", "1.1(b)", "1.1(c)", "1.1(d)", "1.1(e)"], agreement.Norms.Select(norm => norm.Clause));
    }

    [Fact]
    public void ADistanceToKeepIsBrokenOneMetreNearer()
    {
        var agreement = Bind(
            "Russia shall keep artillery of at least 100 mm at a distance of at least 50 km from Contact Line, as from 14 days after entry into force."
        );
        var norm = agreement.Norms.Single();
        var contrary = agreement.Patterns[norm.Contrary!.Value];
        Assert.Equal(100, contrary.CalibreAtLeastMm);
        var zone = agreement.Zones[contrary.Places.Single().Index];
        Assert.False(zone.Declared);
        Assert.Equal(new Area.WithinOfLine(0, 49_999), zone.Area);
        Assert.Equal(NormKind.Keep, norm.Kind);
        Assert.True(
            norm.AsFrom is Point.Offset { Length: { Amount: 14, Unit: LengthUnit.Day }, From: Point.EntryIntoForce }
        );
    }

    [Fact]
    public void ADecisionHasEveryRuleThatIsWritten()
    {
        var agreement = Bind(
            """
            Article 1.
              On an attack by Russia:
                the guarantors decide on assistance by two thirds of guarantors, without the accused, with a quorum of 2,
                  with a veto of France, within 48 hours, silence counts as consent;
                if the decision carries, then each guarantor shall assist Ukraine within 24 hours, as it deems necessary,
                  which may include armed force or logistics;
                if the decision fails, then Ukraine may request sanctions.
            """
        );
        var decision = agreement.Procedures.Single();
        Assert.Equal((DecisionRule.Fraction, 2, 3), (decision.Rule, decision.Numerator, decision.Denominator));
        Assert.True(decision is { WithoutAccused: true, Quorum: 2, SilenceConsents: true });
        Assert.Equal(["France"], decision.Vetoes);
        Assert.Equal(new Branch("1.1(a)", true), agreement.Norms[0].Branch);
        Assert.Equal(new Branch("1.1(a)", false), agreement.Norms[1].Branch);
        Assert.True(agreement.Norms[0].AsItDeemsNecessary);
        Assert.Equal(["armed force", "logistics"], agreement.Norms[0].MeansPermitted);
    }

    [Fact]
    public void AGuardChoosesASentenceAndRenumbersNone()
    {
        const string Text = """
            Article 1.
              On an attack by Russia:
                [who: all] each guarantor shall assist Ukraine within 24 hours;
                [who: one] Poland shall assist Ukraine within 24 hours.
              [who: one] Poland shall report the attack to Ukraine.
            """;
        var first = Bind(Text);
        Assert.Equal([true, false, false], first.Norms.Select(norm => norm.Stands));
        var second = Bind(Text, ("who", "one"));
        Assert.Equal([false, true, true], second.Norms.Select(norm => norm.Stands));
        Assert.Equal(["1.1(a)", "1.1(b)", "1.2"], second.Norms.Select(norm => norm.Clause));
    }

    [Fact]
    public void TheLifeIsRead()
    {
        var agreement = Bind(
            """
            Article 8.
              This agreement enters into force when Ukraine and France have ratified it, and when each other party has signed it.
              This agreement lasts 15 years after entry into force.
              Any guarantor may withdraw with 12 months' notice to the depositary.
              Article 8 ends when Commission has found "calm".
            """
        );
        var life = agreement.Life;
        Assert.Equal(ActKind.Ratification, life.Entry!.Needs[0].Kind);
        Assert.Equal(["Russia", "Poland", "Germany"], life.Entry.Needs[1].By);
        Assert.Equal(new Length(15, LengthUnit.Year), life.Duration!.Length);
        Assert.Equal(new Length(12, LengthUnit.Month), life.Withdrawals.Single().Notice);
        Assert.Equal("France", life.Withdrawals.Single().To);
        var finding = Assert.IsType<Condition.Held>(life.Ends.Single().When.Single());
        Assert.Equal(("8.4", "Commission"), (finding.Act.Clause, finding.Act.By.Single()));
    }

    [Fact]
    public void DeemingReachesEachTriggerThatAsksForIt()
    {
        var agreement = Bind(
            """
            An attack on any party in Buffer counts as an attack on each party.
            On an attack on Poland: Germany shall assist the victim within 24 hours.
            """
        );
        var deeming = Assert.Single(agreement.Deemings);
        Assert.Equal(["Poland"], agreement.Patterns[deeming.To].Against);
        Assert.Equal(5, agreement.Patterns[deeming.From].Against.Length);
        Assert.Equal(ActorRole.Victim, agreement.Norms.Single().Beneficiary!.Role);
    }

    [Fact]
    public void ConsentIsAPartysOwnWord()
    {
        var agreement = Bind(
            """
            Article 1.
              A wave means at least [wave: 5 | 10] attacks by one party within any 24 hours.
            Position of Ukraine on wave: accepts 10, said by Ukraine on 2025-12-29, "https://example.org/a".
            Position of Russia on Article 1: accepts, claimed by France on 2025-08-17, "https://example.org/b".
            """
        );
        Assert.Equal([true, false], agreement.Positions.Select(position => position.OwnWord));
        Assert.Equal("https://example.org/b", agreement.Positions[1].Evidence.Single().Link);
    }

    [Fact]
    public void AForcePledgeSaysWhatItsFigureCounts()
    {
        var agreement = Bind(
            "The guarantors shall jointly keep [force: 15,000 | 64,000] deployed personnel in Ukraine for 24 months, with a pool of 4 for each post."
        );
        var pledge = agreement.Pledges.Single();
        Assert.Equal(
            (15_000m, Core.Forces.ForceKind.Deployed, 4m),
            (pledge.Quantity, pledge.Kind, pledge.PoolForEachPost)
        );
        Assert.Equal(new Length(24, LengthUnit.Month), pledge.Duration);
        Assert.True(pledge.Jointly);
    }

    private static Agreement Bind(string sentences, params (string Name, string Value)[] choices)
    {
        var compiled = Texts.Compile(sentences, choices);
        Assert.False(
            compiled.HasErrors,
            string.Join('\n', compiled.Diagnostics.Select(each => each.Code + " " + each.Message))
        );
        return compiled.Agreement;
    }
}
