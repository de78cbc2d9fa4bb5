using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Stepping;

namespace Casus.Analysis.Explain;

/// <summary>From effects and conditions to each other.</summary>
internal static class GradeLookup
{
    /// <summary>The index of the condition of which a grade's effect tells; -1 where it is of none.</summary>
    public static int ConditionOf(Agreement agreement, Effect effect)
    {
        for (var i = 0; i < agreement.Conditions.Length; i++)
        {
            var condition = agreement.Conditions[i];
            if (
                condition is { IsGrade: true, Stands: true }
                && condition.Name == effect.Grade
                && condition.Clause == effect.Clause
            )
            {
                return i;
            }
        }
        return -1;
    }

    public static ConditionKey KeyOf(Effect effect) => new(effect.Party ?? ConditionKey.AnyParty, effect.Sector ?? 0);

    /// <summary>The condition that a chain of `by Russia` and the like comes to.</summary>
    public static int Plain(Agreement agreement, int condition)
    {
        while (agreement.Conditions[condition].Condition is Condition.Of of)
        {
            condition = of.Condition;
        }
        return condition;
    }

    public static string KeyWords(ConditionKey key)
    {
        var party = key.Party == ConditionKey.AnyParty ? "any party" : key.Party;
        return key.Sector == 0 ? party : $"{party}, sector {key.Sector}";
    }

    public static string WindowWords(Window window) =>
        window switch
        {
            Window.Sliding sliding => $"any {PlainTime.Length(sliding.Seconds)}",
            Window.OneDay => "one local day",
            _ => "since entry into force",
        };
}
