using Casus.Core.Procedures;

namespace Casus.Analysis.Diff;

/// <summary>
/// Whether a decision comes about as before (S18). What is decided is never ordered: votes count in the oldest open
/// procedure, so a rule that closes one sooner or later moves votes to others.
/// </summary>
internal sealed class ProcedureOrder(Lens lens, PointOrder points)
{
    public bool Same(Procedure old, Procedure now)
    {
        var owner = lens.Map.ItemOf(old.Clause, now.Clause);
        var own =
            old.Stands == now.Stands
            && old.Rule == now.Rule
            && old.Numerator == now.Numerator
            && old.Denominator == now.Denominator
            && old.Votes == now.Votes
            && old.WithoutAccused == now.WithoutAccused
            && old.Quorum == now.Quorum
            && old.SilenceConsents == now.SilenceConsents
            && lens.SameSet(old.Vetoes, now.Vetoes)
            && lens.SameText(old.Subject, now.Subject);
        var deciders = old.Deciders.Role == now.Deciders.Role && lens.SameSet(old.Deciders.Names, now.Deciders.Names);
        return lens.In(owner, own ? Order.Same : Order.Unknown) == Order.Same
            && lens.From(owner, deciders ? Order.Same : Order.Unknown) == Order.Same
            && Deadline(old, now, owner) == Order.Same
            && points.AsFrom(old.OpensAfter, now.OpensAfter, owner) == Order.Same;
    }

    private Order Deadline(Procedure old, Procedure now, UnitPair? owner)
    {
        if (old.Deadline is not { } before || now.Deadline is not { } after)
        {
            return old.Deadline is null && now.Deadline is null ? Order.Same : lens.In(owner, Order.Unknown);
        }
        var length = PointOrder.Length(before.Length, after.Length);
        return lens.In(owner, before.IsPoint == after.IsPoint ? length : Order.Unknown)
            .With(points.When(before.From, after.From, owner));
    }

    /// <summary>
    /// Of one decision by itself, whether it carries less or more easily; unknown where that hangs on who votes. For
    /// people: it moves no claim.
    /// </summary>
    public static Order Ease(Procedure old, Procedure now)
    {
        var rule =
            old.Rule == now.Rule && old.Rule == DecisionRule.Fraction
                ? Orders.Of((long)now.Numerator * old.Denominator, (long)old.Numerator * now.Denominator)
            : old.Rule == now.Rule && old.Rule == DecisionRule.Number ? Orders.Of(now.Votes, old.Votes)
            : Rank(old) is { } one && Rank(now) is { } other ? Orders.Of((long)(other * 1000), (long)(one * 1000))
            : old.Rule == now.Rule ? Order.Same
            : Order.Unknown;
        var quorum = Orders.Of(now.Quorum ?? 0, old.Quorum ?? 0);
        var silence =
            old.SilenceConsents == now.SilenceConsents ? Order.Same
            : now.SilenceConsents ? Order.More
            : Order.Less;
        var vetoes = Orders.Of(now.Vetoes.Length, old.Vetoes.Length);
        var accused =
            old.WithoutAccused == now.WithoutAccused ? Order.Same
            : now.WithoutAccused ? Order.More
            : Order.Less;
        return rule.With(quorum).With(silence).With(vetoes).With(accused);
    }

    private static double? Rank(Procedure procedure) =>
        procedure.Rule switch
        {
            DecisionRule.Unanimity => 1,
            DecisionRule.Fraction when procedure.Denominator > 0 => (double)procedure.Numerator
                / procedure.Denominator
                * 0.999,
            DecisionRule.Majority => 0.501,
            _ => null,
        };
}
