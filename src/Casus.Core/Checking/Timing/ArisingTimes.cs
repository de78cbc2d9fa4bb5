using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Timing;

/// <summary>
/// How long conditions take to arise, from the first of the acts that they rest on. What no act makes (a fact, a
/// decision, a date) has no such time: null.
/// </summary>
internal sealed class ArisingTimes
{
    private const long Day = 86_400;

    private readonly Delay?[] byCondition;

    public ArisingTimes(CheckedText text)
    {
        var conditions = text.Agreement.Conditions;
        byCondition = new Delay?[conditions.Length];
        for (var index = 0; index < conditions.Length; index++)
        {
            byCondition[index] = Of(conditions[index].Condition);
        }
    }

    /// <summary>From the first act until the block is set going; null where no act sets it going.</summary>
    public Delay? Of(Block block)
    {
        Delay? all = null;
        foreach (var trigger in block.Triggers)
        {
            var one = trigger switch
            {
                Trigger.Incident => Delay.None,
                Trigger.Arises arises => At(arises.Condition),
                _ => null,
            };
            all = all is { } known && one is { } next ? known.Or(next) : all ?? one;
        }
        return block.While is { } held ? At(held) : all;
    }

    private Delay? At(int condition) =>
        condition >= 0 && condition < byCondition.Length ? byCondition[condition] : null;

    private Delay? Of(Condition condition) =>
        condition switch
        {
            Condition.Count { AtLeast: <= 1, Measure: CountMeasure.Acts } => Delay.None,
            Condition.Count { Window: Window.Sliding window } => new Delay(0, window.Seconds),
            Condition.Count { Window: Window.OneDay } => new Delay(0, Day),
            Condition.Count => Delay.Unlimited,
            Condition.Series => Delay.None,
            Condition.Of of => At(of.Condition),
            Condition.Spread spread => At(spread.Condition),
            // The last of n days has come as soon as n - 2 whole days lie between; it may take all of the n days.
            Condition.OnDays days => new Delay(Math.Max(0, days.Days - 2) * Day, days.Days * Day),
            Condition.Persists persists => new Delay(Delay.Of(persists.Length).Least, null),
            Condition.And and => Joined(and.Parts, (a, b) => a.And(b)),
            Condition.Or or => Joined(or.Parts, (a, b) => a.Or(b)),
            _ => null,
        };

    private Delay? Joined(IEnumerable<Condition> parts, Func<Delay, Delay, Delay> join)
    {
        Delay? all = null;
        foreach (var part in parts)
        {
            all = Of(part) is { } next ? (all is { } known ? join(known, next) : next) : all;
        }
        return all;
    }
}
