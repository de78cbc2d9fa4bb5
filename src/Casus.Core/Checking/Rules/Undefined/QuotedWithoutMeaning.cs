using Casus.Core.Diagnostics;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Undefined;

/// <summary>The same words in quotes in several sentences, and nowhere what they mean.</summary>
internal sealed class QuotedWithoutMeaning : Rule
{
    public override string Code => "CAS3011";
    public override string Title => "A quoted term of several sentences that none defines";
    public override RuleGroup Group => RuleGroup.Undefined;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Several duties hang on these words, and each of those bound by them may give them the meaning that suits it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var defined = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var used = new Dictionary<string, List<SyntaxToken>>(StringComparer.OrdinalIgnoreCase);
        foreach (var sentence in text.Tree.Sentences)
        {
            switch (sentence.Body)
            {
                case ClauseSentenceSyntax
                {
                    Clause:
                    { Predicate: FixedPredicateSyntax { Verb.Value: "means" }, Subject.Items: [var subject, ..] }
                }:
                    defined.Add(subject.WordsText().Trim('"'));
                    break;
                case LabelSyntax label:
                    defined.UnionWith(label.Names.Select(name => name.WordsText().Trim('"')));
                    break;
            }
            if (sentence.Body is not (ClauseSentenceSyntax or BlockSyntax))
            {
                continue;
            }
            var own = TreeWalk
                .Tokens(sentence.Body)
                .Where(token => token.Kind == TokenKind.String)
                .DistinctBy(token => token.Value.ToUpperInvariant());
            foreach (var token in own)
            {
                if (!used.TryGetValue(token.Value, out var places))
                {
                    used[token.Value] = places = [];
                }
                places.Add(token);
            }
        }
        foreach (var (words, places) in used)
        {
            if (places.Count < 2 || defined.Contains(words))
            {
                continue;
            }
            var finding = At(
                places[0].Span,
                $"\"{words}\" stands in {places.Count} sentences, and none says what it is.",
                IsProperName(words) ? $"Body {words}, \"outside this agreement\"." : null
            );
            foreach (var other in places.Skip(1))
            {
                finding = finding.With(new RelatedPlace(other.Span, "It is used here too."));
            }
            yield return finding;
        }
    }

    /// <summary>Security Council, Office of the Commissioner: somebody, who could be declared.</summary>
    private static bool IsProperName(string words) =>
        !words.Contains(',', StringComparison.Ordinal)
        && words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => char.IsUpper(word[0]) || word is "of" or "the" or "and" or "for");
}
