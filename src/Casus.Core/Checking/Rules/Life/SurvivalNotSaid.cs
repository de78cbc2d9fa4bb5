using Casus.Core.Diagnostics;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Life;

/// <summary>A right to withdraw, and no word of what is still owed after it.</summary>
internal sealed class SurvivalNotSaid : Rule
{
    private const string Sentence = "A duty that has arisen continues after withdrawal.";

    public override string Code => "CAS3810";
    public override string Title => "What survives withdrawal is not said";
    public override RuleGroup Group => RuleGroup.Life;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "General law keeps what has arisen before withdrawal (Vienna Convention on the Law of Treaties, Article 70), "
        + "unless the text says otherwise; whoever leaves in the midst of a crisis will argue about what had arisen.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var life = text.Agreement.Life;
        if (
            !life.Continuations.IsEmpty
            || life.Withdrawals.FirstOrDefault(right => right.Stands) is not { } right
            || !text.Norms.Any(stated => stated.Norm is { Kind: NormKind.Do, Block: not null })
            || text.ProvisionOf(right.Clause) is not { } place
        )
        {
            yield break;
        }
        yield return At(
                place.Span,
                "A party may withdraw, and no sentence says whether what it then owes is still owed.",
                Sentence
            )
            .With(
                Fix.Choice(
                    "Say that what has arisen continues",
                    new Text.TextSpan(place.Sentence.Span.End, 0),
                    $"\n  {Sentence}"
                )
            );
    }
}
