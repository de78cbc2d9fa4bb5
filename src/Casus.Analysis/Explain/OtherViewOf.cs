using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Effects;

namespace Casus.Analysis.Explain;

/// <summary>How the other of the two views has what an effect says.</summary>
internal static class OtherViewOf
{
    public static string Say(Agreement agreement, ReplayedHistory history, Effect effect)
    {
        var other = effect.View == View.AsKnown ? View.Hindsight : View.AsKnown;
        var key = EffectKey.Of(effect) with { View = other };
        if (history.Effects.FirstOrDefault(one => EffectKey.Of(one) == key) is { } same)
        {
            return other == View.Hindsight
                ? $"in hindsight the same (#{same.Seq})"
                : $"as known the same, from {PlainTime.Of(same.KnownAt)} on (#{same.Seq})";
        }
        var condition = GradeLookup.ConditionOf(agreement, effect);
        if (condition < 0 || effect.At is not { } at)
        {
            return effect.View == View.AsKnown && effect.Clause is not null
                ? "hindsight holds no procedure again, and its duties are hypothetical"
                : "the other view says nothing of this";
        }
        if (other == View.AsKnown)
        {
            return "as known it was never told of this instant";
        }
        return history.Conditions.VerdictAt(condition, GradeLookup.KeyOf(effect), at) switch
        {
            Verdict.Met => "in hindsight it stood then too, with other bounds",
            Verdict.NotMet => "in hindsight it did not stand then",
            _ => "in hindsight it was undetermined then",
        };
    }
}
