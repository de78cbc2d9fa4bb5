using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Hollow;

/// <summary>
/// A right to request what no sentence obliges anybody to give; a duty to ask somebody whom the text does not bind.
/// </summary>
internal sealed class UnansweredRequest : Rule
{
    private static readonly string[] Asking = ["seek", "request", "call", "refer", "submit", "bring"];

    public override string Code => "CAS3204";
    public override string Title => "A request that nobody must answer";
    public override RuleGroup Group => RuleGroup.Hollow;
    public override bool NeedsWholeText => true;

    public override string Why => "To ask is all that this gives. Whoever is asked keeps the text by doing nothing.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var answered = Answers(text);
        var outside = text.Agreement.Bodies.Where(body => body.Outside).ToList();
        foreach (var (_, norm, syntax) in text.Norms)
        {
            if (!Asking.Contains(norm.Verb) || norm.Kind == NormKind.Refrain)
            {
                continue;
            }
            if (Named(outside, norm) is { } body)
            {
                yield return At(
                    Verb(syntax),
                    $"{norm.Clause} turns to {body.Name}, which stands outside this text: nothing here makes it answer."
                );
            }
            else if (norm.Kind == NormKind.Permission && !answered.Any(act => Answers(act, norm)))
            {
                yield return At(
                    Verb(syntax),
                    $"{syntax.Subject.WordsText()} may {norm.Verb}, and no sentence says what follows on it.",
                    $"On a request by {Wording.Subject(syntax.Subject)} under Article {norm.Article}: ..."
                );
            }
        }
    }

    /// <summary>Every request that something follows on: a block, a condition, a clock.</summary>
    private static List<ActPattern> Answers(CheckedText text) =>
        [
            .. text
                .Agreement.Blocks.Where(block => block.Stands)
                .SelectMany(block => block.Triggers)
                .OfType<Trigger.Acted>()
                .Select(trigger => trigger.Act)
                .Concat(text.Norms.SelectMany(stated => Waits.Acts(Waits.Of(text, stated.Norm))))
                .Where(act => act.Kind is ActKind.Request),
        ];

    private static bool Answers(ActPattern act, Norm norm) =>
        (act.By.IsEmpty || act.By.Intersect(norm.Bearers.Actors.Names, StringComparer.Ordinal).Any())
        && (act.Clause is null || ActRecord.IsUnder(norm.Clause, act.Clause) || act.Clause == norm.Article);

    private static Body? Named(List<Body> bodies, Norm norm) =>
        bodies.Find(body => norm.Object.Contains(body.Name, StringComparison.OrdinalIgnoreCase));

    private static Text.TextSpan Verb(ClauseSyntax clause) => clause.Predicate.Span;
}
