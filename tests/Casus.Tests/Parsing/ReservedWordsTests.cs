using System.Collections.Frozen;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Xunit;

namespace Casus.Tests.Parsing;

public sealed class ReservedWordsTests
{
    public static TheoryData<string> Words => [.. ReservedWords.All.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Labels => [.. ReservedWords.Labels.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Prepositions => [.. ReservedWords.Prepositions.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Determiners => [.. ReservedWords.Determiners.Order(StringComparer.Ordinal)];

    public static TheoryData<string> FixedVerbs => [.. ReservedWords.FixedVerbs.Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_84_each_in_one_list()
    {
        FrozenSet<string>[] lists =
        [
            ReservedWords.Determiners,
            ReservedWords.Prepositions,
            ReservedWords.Connectives,
            ReservedWords.Auxiliaries,
            ReservedWords.FixedVerbs,
            ReservedWords.TailWords,
        ];
        Assert.Equal(84, lists.Sum(list => list.Count));
        Assert.Equal(84, ReservedWords.All.Count);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_reserved_word_is_no_verb_and_no_part_of_a_term(string word)
    {
        Assert.NotEmpty(Parse($"Ukraine shall {word} {word}.").Diagnostics);
        var term = Parse($"Party Sovereign {word} Ukraine.");
        var isOneTerm =
            term.Diagnostics.IsEmpty
            && term.Tree.Sentences[0].Body is LabelSyntax { Names: [{ Head.Term.Length: 3 }], NameTails: [] };
        Assert.False(isOneTerm);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_reserved_word_may_stand_in_quotes_and_in_a_value(string word)
    {
        Assert.Empty(Parse($"Party \"Sovereign {word} Ukraine\".").Diagnostics);
        Assert.Empty(Parse($"[decider: {word}] Ukraine shall act.").Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_label_inside_a_sentence_is_an_ordinary_word(string label)
    {
        if (ReservedWords.All.Contains(label.ToLowerInvariant()))
        {
            // `same` is a determiner besides.
            Assert.Equal("Same", label);
            return;
        }
        var clause = Assert.IsType<ClauseSentenceSyntax>(
            Parse($"Ukraine shall {label} the {label}.").Tree.Sentences[0].Body
        );
        Assert.Equal(label, ((ModalPredicateSyntax)clause.Clause.Predicate).Act.Verb.Text);
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_label_opens_its_own_kind_of_sentence(string label)
    {
        var (text, kind) = label switch
        {
            "Article" => ("Article 1.", typeof(ArticleSyntax)),
            "Times" => ("Times are in UTC.", typeof(LabelSyntax)),
            "Position" or "Source" or "Milestone" => ($"{label} of A: accepts.", typeof(PositionSyntax)),
            "Reservation" or "Understanding" or "Caveat" => ($"{label} of A: except drones.", typeof(RiderSyntax)),
            _ => ($"{label} A: b.", typeof(LabelSyntax)),
        };
        var result = Parse(text);
        Assert.Empty(result.Diagnostics);
        Assert.IsType(kind, result.Tree.Sentences[0].Body);
    }

    [Theory]
    [MemberData(nameof(Prepositions))]
    public void A_preposition_opens_a_role(string preposition)
    {
        var clause = Assert
            .IsType<ClauseSentenceSyntax>(Parse($"A shall act {preposition} B.").Tree.Sentences[0].Body)
            .Clause;
        var role = Assert.Single(((ModalPredicateSyntax)clause.Predicate).Act.Roles);
        Assert.Equal([preposition], role.Prepositions.Select(token => token.Value));
    }

    [Theory]
    [MemberData(nameof(Determiners))]
    public void A_determiner_opens_a_noun_phrase(string determiner)
    {
        var clause = Assert
            .IsType<ClauseSentenceSyntax>(Parse($"{determiner} guarantor shall act.").Tree.Sentences[0].Body)
            .Clause;
        Assert.Equal([determiner], clause.Subject.Items[0].Head.Determiners.Select(token => token.Value));
    }

    [Theory]
    [MemberData(nameof(FixedVerbs))]
    public void A_verb_that_stands_alone_needs_no_auxiliary(string verb)
    {
        var clause = Assert.IsType<ClauseSentenceSyntax>(Parse($"A {verb} B.").Tree.Sentences[0].Body).Clause;
        Assert.Equal(verb, Assert.IsType<FixedPredicateSyntax>(clause.Predicate).Verb.Value);
    }

    private static ParseResult Parse(string text) => Parser.Parse(new SourceText("a.casus", text));
}
