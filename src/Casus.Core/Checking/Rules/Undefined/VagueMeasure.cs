using System.Collections.Frozen;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Undefined;

/// <summary>What is owed, or how fast, is told by a word that each reader measures by himself.</summary>
internal sealed class VagueMeasure : Rule
{
    private static readonly FrozenSet<string> Vague = new[]
    {
        "necessary",
        "appropriate",
        "reasonable",
        "adequate",
        "sufficient",
        "relevant",
        "proportionate",
        "significant",
        "substantial",
        "considerable",
        "meaningful",
        "robust",
        "effective",
        "credible",
        "timely",
        "prompt",
        "promptly",
        "immediate",
        "immediately",
        "swift",
        "swiftly",
        "urgent",
        "urgently",
        "sustained",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Phrases =
    [
        "without delay",
        "as soon as possible",
        "where possible",
        "best efforts",
        "best endeavours",
        "in good faith",
        "as needed",
        "if needed",
    ];

    public override string Code => "CAS3014";
    public override string Title => "A duty measured by a vague word";
    public override RuleGroup Group => RuleGroup.Undefined;

    public override string Why =>
        "Whether it was kept is then a matter of opinion, first of all of the one who had to keep it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (_, norm, syntax) in text.Norms)
        {
            if (
                norm.Kind is not (NormKind.Do or NormKind.Keep)
                || syntax.Predicate is not ModalPredicateSyntax predicate
            )
            {
                continue;
            }
            foreach (var token in TreeWalk.Tokens(predicate.Act))
            {
                if (token != predicate.Act.Verb && WordIn(token) is { } word)
                {
                    yield return At(
                        token.Span,
                        $"`{word}` has no measure, so nobody can tell what {norm.Clause} asks of {Wording.Subject(syntax.Subject)}.",
                        "a number, a list in an annex, or a deadline: within 72 hours"
                    );
                    break;
                }
            }
        }
    }

    private static string? WordIn(SyntaxToken token)
    {
        if (token.Kind == TokenKind.Word)
        {
            return Vague.Contains(token.Value) ? token.Value : null;
        }
        if (token.Kind != TokenKind.String)
        {
            return null;
        }
        return Array.Find(Phrases, phrase => token.Value.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            ?? token.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(Vague.Contains);
    }
}
