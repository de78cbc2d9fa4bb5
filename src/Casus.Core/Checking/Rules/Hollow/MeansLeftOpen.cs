using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Hollow;

/// <summary>Every answer to an act leaves it to the one who owes it what the answer is.</summary>
internal sealed class MeansLeftOpen : Rule
{
    public override string Code => "CAS3203";
    public override string Title => "The means are left to discretion in every response";
    public override RuleGroup Group => RuleGroup.Hollow;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Somebody is bound to act and nobody is bound to any act: a message of concern keeps the promise.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var responses = text.Norms.Where(stated => IsResponse(text, stated.Norm)).ToList();
        var open = responses.Where(stated => stated.Norm.AsItDeemsNecessary).ToList();
        if (open.Count == 0 || responses.Exists(stated => Promises.IsConcrete(stated.Norm)))
        {
            yield break;
        }
        var first = open[0];
        var finding = At(
            Discretion(first.Syntax)?.Span ?? first.Syntax.Span,
            open.Count == 1
                ? $"{first.Norm.Clause} is the only answer to an act in this text, and it leaves its means open."
                : $"Each answer to an act in this text leaves its means open: "
                    + $"{Wording.And([.. open.Select(stated => stated.Norm.Clause)])}.",
            "..., including \"air defence of Annex 1\" within 72 hours"
        );
        foreach (var other in open.Skip(1))
        {
            finding = finding.With(
                new RelatedPlace(
                    Discretion(other.Syntax)?.Span ?? other.Syntax.Span,
                    $"{other.Norm.Clause} does so too."
                )
            );
        }
        yield return finding;
    }

    /// <summary>Owed because of an act, and more than talk: what procedure asks for is no answer.</summary>
    private static bool IsResponse(CheckedText text, Norm norm) =>
        norm.Kind is NormKind.Do or NormKind.Keep
        && !norm.IsProcedural
        && !Promises.IsTalk(norm)
        && text.BlockOf(norm) is { } block
        && (
            block.While is not null
            || block.Triggers.Any(trigger => trigger is Trigger.Incident or Trigger.Arises or Trigger.OpenTextured)
        );

    private static TailSyntax? Discretion(ClauseSyntax clause) =>
        clause.Tails.OfType<AsTailSyntax>().FirstOrDefault(tail => !tail.It.IsDefaultOrEmpty);
}
