using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Hollow;

/// <summary>Several owe one thing together, and no sentence of the article says who gives what.</summary>
internal sealed class JointWithoutShare : Rule
{
    private static readonly string[] Sharing = ["share", "contribution", "contribute", "pledge"];

    public override string Code => "CAS3207";
    public override string Title => "A joint duty without shares";
    public override RuleGroup Group => RuleGroup.Hollow;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "One duty of all: it is breached by none in particular, and each may wait for the others.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var shared = ArticlesThatShare(text);
        foreach (var (_, norm, syntax) in text.Norms)
        {
            if (
                norm.Bearers.Mode == BearerMode.Jointly
                && norm.Bearers.Actors.Names.Length > 1
                && Promises.IsConcrete(norm)
                && !norm.IsProcedural
                && !shared.Contains(norm.Article)
            )
            {
                yield return At(
                    Manner(syntax).Span,
                    $"{norm.Clause} is one duty of {norm.Bearers.Actors.Names.Length}, and no sentence says who gives what.",
                    $"{Wording.And([.. norm.Bearers.Actors.Names])} shall contribute \"the share of Annex 1\"."
                );
            }
        }
    }

    private static HashSet<string> ArticlesThatShare(CheckedText text) =>
        text
            .Provisions.Where(provision =>
                provision.Stands
                && Sharing.Any(word => provision.Clause.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            .Select(provision => provision.Clause.Article)
            .ToHashSet(StringComparer.Ordinal);

    private static SyntaxElement Manner(ClauseSyntax clause) =>
        (SyntaxElement?)(clause.Predicate as ModalPredicateSyntax)?.Manner
        ?? (SyntaxElement?)clause.Tails.OfType<MannerTailSyntax>().FirstOrDefault()
        ?? clause.Predicate;
}
