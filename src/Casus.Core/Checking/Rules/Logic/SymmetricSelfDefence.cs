using Casus.Core.Diagnostics;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Logic;

/// <summary>
/// Each party may reply to the other's attack, and a reply is an attack to which the other may reply.
/// </summary>
internal sealed class SymmetricSelfDefence : Rule
{
    public override string Code => "CAS3902";
    public override string Title => "An exception that swallows the rule";
    public override RuleGroup Group => RuleGroup.Logic;

    public override string Why =>
        "Each side's reply excuses the next of the other: after one first shot nothing that follows in time is a breach.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var replies = text
            .Norms.SelectMany(stated =>
                stated.Norm.Exceptions.Where(each => each.SelfDefence is not null).Select(each => (stated, each))
            )
            .ToList();
        var first = replies.FirstOrDefault();
        foreach (var (stated, exception) in replies)
        {
            var names = stated.Norm.Bearers.Actors.Names;
            var alone = names.Length == 1;
            if (names.IsEmpty || (alone && ReferenceEquals(stated.Norm, first.stated.Norm)))
            {
                continue;
            }
            if (alone && first.stated.Norm.Bearers.Actors.Names.Contains(names[0]))
            {
                continue;
            }
            var reply = exception.SelfDefence!;
            var finding = At(
                Tail(stated.Syntax, exception)?.Span ?? stated.Syntax.Span,
                $"Within {Hours(reply.WithinSeconds)}{(reply.SameSector ? " in the same sector" : "")} each reply to an "
                    + $"attack excuses the other side's reply to it, without end.",
                $"{Wording.And([.. names])} shall not commit an attack, unless Commission has found \"self-defence\"."
            );
            yield return alone
                ? finding.With(
                    new RelatedPlace(
                        Tail(first.stated.Syntax, first.each)?.Span ?? first.stated.Syntax.Span,
                        $"{first.stated.Norm.Clause} excuses the replies of {Wording.And(first.stated.Norm.Bearers.Actors.Names)}."
                    )
                )
                : finding;
        }
    }

    private static ExceptTailSyntax? Tail(ClauseSyntax clause, NormException exception) =>
        clause.Tails.OfType<ExceptTailSyntax>().FirstOrDefault(tail => tail.WordsText() == exception.Written);

    private static string Hours(long seconds) =>
        seconds % 3600 == 0
            ? $"{seconds / 3600} hours"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seconds / 60} minutes");
}
