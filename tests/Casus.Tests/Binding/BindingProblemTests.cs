using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Xunit;

namespace Casus.Tests.Binding;

/// <summary>
/// What a text can get wrong once its shape is right: each has its code, its place and, where one is near, what was
/// meant.
/// </summary>
public sealed class BindingProblemTests
{
    /// <summary>Found by mutations: a sentence that can hardly be meant is told of, and is no fault.</summary>
    [Theory]
    [InlineData("Depositary: islands of a party in \"the North Atlantic\".")]
    [InlineData("Ukraine shall keep on Article artillery at a distance of at least 50 km from Contact Line.")]
    [InlineData("The guarantors decide on assistance by 99999999999999999999 of guarantors.")]
    [InlineData("The guarantors decide on assistance by 99999999999 of guarantors, with a quorum of 99999999999.")]
    [InlineData("A raid means attacks by one party in at least 99999999999 sectors within any 24 hours.")]
    [InlineData(
        "Ukraine shall keep artillery of at least 99999999999 mm at a distance of at least 50 km from Contact Line."
    )]
    public void What_nobody_would_write_is_compiled_all_the_same(string sentence) =>
        Assert.NotNull(Texts.Compile("Article 7.\n" + sentence).Agreement);

    [Theory]
    [InlineData("CAS2001", "Poland shall deliver genrators to Ukraine.", "genrators")]
    [InlineData("CAS2002", "Poland shall asist Ukraine.", "asist")]
    [InlineData("CAS2003", "Party Ukraine.", "Ukraine")]
    [InlineData("CAS2003", "A raid means an attack by Russia. A raid means an attack by Ukraine.", "A raid")]
    [InlineData("CAS2004", "Ukraine shall not commit an attack from or into Bufer.", "Bufer")]
    [InlineData(
        "CAS2004",
        "Ukraine shall keep artillery at a distance of at least 50 km from Contact Lin.",
        "Contact Lin"
    )]
    [InlineData("CAS2007", "The guarantors shall assist Ukraine.", "The guarantors")]
    [InlineData("CAS2009", "On an attack by Russia: Poland shall assist Ukraine within 24 shells.", "24 shells")]
    [InlineData(
        "CAS2010",
        "On a request by Ukraine: Poland shall assist Ukraine within 24 hours after the attack.",
        "the attack"
    )]
    [InlineData("CAS2011", "A violation means a breach of Article 9.", "Article 9")]
    [InlineData("CAS2012", "Line Other Line from \"missing.geojson\".", "\"missing.geojson\"")]
    [InlineData("CAS2015", "A raid means a foray. A foray means a raid.", "a raid")]
    [InlineData("CAS2015", "Conduct heavy fire: attack.", "Conduct heavy fire: attack")]
    [InlineData("CAS2015", "Conduct raid: foray. Conduct foray: raid.", "Conduct foray: raid")]
    [InlineData("CAS2017", "Zone: within 5 km of Contact Line.", "Zone: within 5 km of Contact Line")]
    [InlineData("CAS2017", "Line: 5 km.", "Line: 5 km")]
    [InlineData("CAS2018", "Atlantis shall assist Ukraine.", "Atlantis")]
    [InlineData(
        "CAS2019",
        "A flood means at least 3 attacks by one party on each of 0 consecutive days.",
        "0 consecutive days"
    )]
    [InlineData("CAS2024", "Article 7 prevails.", "Article 7 prevails")]
    [InlineData(
        "CAS2029",
        "On an attack by Russia: if the decision carries, then Poland shall assist Ukraine.",
        "the decision carries"
    )]
    public void AnErrorNamesItsCodeAndItsPlace(string code, string sentences, string place)
    {
        var compiled = Texts.Compile("Article 7.\n" + sentences);
        var found = compiled.Diagnostics.Where(diagnostic => diagnostic.Code == code).ToList();
        Assert.True(found.Count > 0, Said(compiled.Diagnostics));
        Assert.Contains(found, diagnostic => compiled.Source.Of(diagnostic.Span) == place);
        Assert.All(found, diagnostic => Assert.Equal(Severity.Error, diagnostic.Severity));
        Assert.True(compiled.HasErrors);
    }

    [Theory]
    [InlineData("CAS1007", "France or Poland shall assist Ukraine.")]
    [InlineData("CAS1009", "Russia shall not commit an air strike and a missile strike.")]
    [InlineData("CAS1010", "On an attack by Russia: Poland shall assist Ukraine within 24.")]
    public void WhatTheShapeShowsIsToldOnce(string code, string sentence)
    {
        var error = Assert.Single(
            Texts.Compile(sentence).Diagnostics,
            diagnostic => diagnostic.Severity == Severity.Error
        );
        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData("Poland shall deliver genertors to Ukraine.", "generators", false)]
    [InlineData("Poland shall asist Ukraine.", "assist", true)]
    [InlineData("Ukraine shall not commit an attack into Bufer.", "Buffer", true)]
    [InlineData("Polnd shall assist Ukraine.", "Poland", true)]
    public void ANearMissIsSuggestedWhereThereIsOne(string sentence, string meant, bool known)
    {
        var compiled = Texts.Compile(sentence);
        var suggestions = compiled.Diagnostics.Select(diagnostic => diagnostic.Suggestion).ToList();
        Assert.Equal(known, suggestions.Contains(meant));
    }

    [Theory]
    [InlineData(ObservationKind.OpenTextured, "On an unprovoked attack by Russia: Poland shall assist Ukraine.")]
    [InlineData(ObservationKind.OpenTextured, "Russia shall not commit an attack, except \"self-defence\".")]
    [InlineData(ObservationKind.UnreportedInstant, "Ukraine shall clear mines, as from the day after the elections.")]
    [InlineData(ObservationKind.UnreportedEvent, "Russia shall not commit use of force.")]
    public void WhatARuleJudgesLeavesTheTextUsable(ObservationKind kind, string sentences)
    {
        var compiled = Texts.Compile(sentences);
        Assert.Equal([kind], compiled.Observations.Select(seen => seen.Kind));
        Assert.False(compiled.HasErrors, Said(compiled.Diagnostics));
    }

    [Fact]
    public void TwoNormsThatOneBearerCannotKeepAreAnErrorUntilAPrioritySettlesThem()
    {
        const string Owed =
            "Article 1. On a request by Ukraine: Poland shall deliver \"shells\" to Ukraine within 48 hours{0}.\n";
        const string Forbidden = "Article 2.\n Poland shall not deliver \"shells\" to Ukraine.";
        var format = System.Globalization.CultureInfo.InvariantCulture;
        var open = Texts.Compile(string.Format(format, Owed, "") + Forbidden);
        Assert.Contains(
            open.Diagnostics,
            diagnostic => diagnostic.Code == "CAS2023" && diagnostic.Message.Contains("1.1", StringComparison.Ordinal)
        );
        var settled = Texts.Compile(string.Format(format, Owed, ", subject to Article 2") + Forbidden);
        Assert.DoesNotContain(settled.Diagnostics, diagnostic => diagnostic.Code == "CAS2023");
    }

    [Fact]
    public void AChoiceThatNamesNothingOfTheTextIsAnError()
    {
        const string Text = "A wave means at least [wave: 5 | 10] attacks by one party within any 24 hours.";
        Assert.Contains(
            Texts.Compile(Text, ("wav", "5")).Diagnostics,
            each => each.Code == "CAS2005" && each.Suggestion == "wave"
        );
        Assert.Contains(
            Texts.Compile(Text, ("wave", "7")).Diagnostics,
            each => each.Code == "CAS2005" && each.Suggestion == "5 | 10"
        );
        Assert.False(Texts.Compile(Text, ("wave", "10")).HasErrors);
    }

    [Fact]
    public void CountingBySectorNeedsSectors()
    {
        var without = Texts.Heading.Replace("Sectors: every 40 km along Contact Line.", "", StringComparison.Ordinal);
        var compiled = Texts.Whole(
            without + "A wave means at least 3 attacks by one party in one sector within any 24 hours."
        );
        Assert.Contains(compiled.Diagnostics, diagnostic => diagnostic.Code == "CAS2016");
    }

    [Fact]
    public void ATextWithoutTitleOrPartiesSaysSo()
    {
        var compiled = Texts.Whole("Times are in Mars/Olympus.");
        Assert.Equal(
            ["CAS2014", "CAS2025", "CAS2026"],
            compiled.Diagnostics.Select(each => each.Code).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void EverySpanLiesInTheText()
    {
        var compiled = Texts.Compile(
            "Atlantis shall asist Ukrane within 24 after the attack, unless Xanadu has found it."
        );
        Assert.All(compiled.Diagnostics, each => Assert.InRange(each.Span.End, 0, compiled.Source.Text.Length));
    }

    private static string Said(IEnumerable<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Select(each => $"{each.Code} {each.Message} @{each.Span.Start}"));
}
