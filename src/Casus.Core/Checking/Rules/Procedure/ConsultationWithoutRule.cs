using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>A consultation that nobody convenes, by no time, and that one may stay away from.</summary>
internal sealed class ConsultationWithoutRule : Rule
{
    private static readonly string[] Convening = ["convene", "chair", "call"];

    public override string Code => "CAS3410";
    public override string Title => "A consultation without chair, clock or rule for absence";
    public override RuleGroup Group => RuleGroup.Procedure;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "To consult is the first step of most ladders. Where nobody must call the meeting, no time is set and absence has "
        + "no meaning, it is enough not to come.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var convened = text.Norms.Any(stated => Convening.Contains(stated.Norm.Verb, StringComparer.Ordinal));
        foreach (var stated in text.Norms)
        {
            var norm = stated.Norm;
            // What is owed only years after entry into force is a review, and no answer to an act.
            if (norm is not { Verb: "consult", IsDuty: true } || text.BlockOf(norm) is not { After: null } block)
            {
                continue;
            }
            var lacks = new List<string>();
            if (norm.Deadline is null && !norm.Forthwith)
            {
                lacks.Add("by when it must take place");
            }
            var several = norm.Bearers.Mode == BearerMode.Jointly && norm.Bearers.Actors.Names.Length > 1;
            if (several && !convened)
            {
                lacks.Add("who calls it");
            }
            if (several && norm.FailingWhich is null)
            {
                lacks.Add("what follows when one of " + $"{norm.Bearers.Actors.Names.Length} stays away");
            }
            if (lacks.Count > 0)
            {
                var accused = Accusations.Accused(text, block).Where(norm.Bearers.Actors.Names.Contains).ToList();
                var note =
                    several && accused.Count > 0 && accused.Count < norm.Bearers.Actors.Names.Length
                        ? $" {Phrases.List(accused)} may be the accused, and is to be consulted too."
                        : "";
                yield return At(
                    stated.Syntax.Predicate.Span,
                    $"No sentence says {Phrases.List(lacks)}.{note}",
                    "shall jointly consult within 24 hours, failing which any guarantor may ..."
                );
            }
        }
    }
}
