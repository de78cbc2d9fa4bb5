using System.Collections.Frozen;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Hollow;

/// <summary>A duty of a group without members, or of somebody whom the text does not bind.</summary>
internal sealed class NobodyBears : Rule
{
    public override string Code => "CAS3201";
    public override string Title => "A duty that nobody bears";
    public override RuleGroup Group => RuleGroup.Hollow;

    public override string Why =>
        "Only those who consent are bound: a duty of a stranger, or of nobody, can be neither kept nor breached.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var bound = BoundIn(text);
        foreach (var (_, norm, syntax) in text.Norms)
        {
            if (!norm.IsDuty || norm.Bearers.Actors.Role != ActorRole.Named)
            {
                continue;
            }
            var actors = norm.Bearers.Actors;
            if (actors.Names.IsEmpty)
            {
                yield return At(syntax.Subject.Span, $"Nobody is of `{actors.Written}`, so nobody owes this.");
                continue;
            }
            var strangers = actors.Names.Where(name => !bound.Contains(OwnerOf(name))).ToList();
            if (strangers.Count > 0)
            {
                yield return At(
                    syntax.Subject.Span,
                    $"{Wording.And(strangers)} {Wording.For(strangers, "is", "are")} not bound by this text, "
                        + $"so {Wording.For(strangers, "it owes", "they owe")} nothing under it.",
                    $"Party {strangers[0]}."
                );
            }
        }
    }

    // Bodies of the text act by its authority; one that stands outside does not.
    private static FrozenSet<string> BoundIn(CheckedText text) =>
        text
            .Agreement.Parties.Where(party => party.Bound)
            .Select(party => party.Name)
            .Concat(text.Agreement.Bodies.Where(body => !body.Outside).Select(body => body.Name))
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>`parliament of France` is an organ of France.</summary>
    private static string OwnerOf(string name) =>
        name.LastIndexOf(" of ", StringComparison.Ordinal) is >= 0 and var at ? name[(at + 4)..] : name;
}
