using Casus.Core.Diagnostics;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>Clauses that have a shape and yet two readings: errors that leave the tree whole.</summary>
internal static class ClauseReadings
{
    public static IEnumerable<Diagnostic> Of(ClauseSyntax clause)
    {
        if (clause.Predicate is not ModalPredicateSyntax modal)
        {
            yield break;
        }
        var binds = modal is { Seek: false, Modal.Value: "shall" or "will" or "undertake" or "undertakes" };
        if (binds && clause.Subject.Joining == Joining.Or)
        {
            yield return SyntaxProblems.AlternativeBearers(Connective(clause.Subject), modal.Modal);
        }
        if (modal.Negated && modal.Act.Object is { Joining: Joining.And } things)
        {
            yield return SyntaxProblems.NegatedAnd(Connective(things));
        }
    }

    private static SyntaxToken Connective(ListSyntax list) =>
        list.Elements.OfType<SyntaxToken>().Last(token => token.Is("and") || token.Is("or"));
}
