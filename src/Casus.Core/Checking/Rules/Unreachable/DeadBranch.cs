using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Unreachable;

/// <summary>
/// A branch on a decision of nobody: the one who decides is the one left out, or the decision does not stand.
/// </summary>
internal sealed class DeadBranch : Rule
{
    public override string Code => "CAS3106";
    public override string Title => "A branch on a decision that nobody takes";
    public override RuleGroup Group => RuleGroup.Unreachable;

    public override string Why => "A decision without deciders never carries, and what depends on it is never owed.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var procedures = text
            .Agreement.Procedures.GroupBy(procedure => procedure.Clause, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        foreach (var (procedure, syntax) in text.Decisions)
        {
            if (Alone(text, procedure) is { } accused)
            {
                yield return At(
                    syntax.Subject.Span,
                    accused.Length == 0
                        ? $"Nobody is of `{procedure.Deciders.Written}`, so nobody decides."
                        : $"{accused} alone decides, and is left out where it is the accused: nobody is left.",
                    "the guarantors decide by two thirds of guarantors, without the accused"
                );
            }
        }
        foreach (var (_, norm, syntax) in text.Norms)
        {
            if (
                norm.Branch is { } branch
                && procedures.TryGetValue(branch.Procedure, out var decision)
                && !decision.Stands
            )
            {
                yield return At(
                        syntax.Span,
                        $"{norm.Clause} depends on the decision of {branch.Procedure}, which does not stand under the choices."
                    )
                    .With(new RelatedPlace(text.SpanOf(branch.Procedure), "This stands under another value."));
            }
        }
    }

    /// <summary>The one decider who is the only accused; empty where there is no decider at all; else null.</summary>
    private static string? Alone(CheckedText text, Procedures.Procedure procedure)
    {
        if (procedure.Deciders is { Role: Norms.ActorRole.Named, Names.IsEmpty: true })
        {
            return "";
        }
        return
            procedure is { WithoutAccused: true, Deciders.Names: [var only] }
            && text.BlockOf(procedure) is { } block
            && Accusations.Accused(text, block) is [var accused]
            && accused == only
            ? only
            : null;
    }
}
