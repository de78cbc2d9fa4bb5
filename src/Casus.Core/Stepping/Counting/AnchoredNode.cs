using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>An instant X after which something is tested, and whether nobody stated it.</summary>
internal readonly record struct AnchorPoint(long Instant, bool Supposed) : IComparable<AnchorPoint>
{
    public int CompareTo(AnchorPoint other) => (Instant, Supposed).CompareTo((other.Instant, other.Supposed));
}

/// <summary>
/// What waits for acts that are not incidents: `continues D after X`, `persists D after X` (S6, S14).
/// </summary>
internal abstract class AnchoredNode(
    IReadOnlyList<ConditionKey> keys,
    Condition.Persists condition,
    AgreementCalendar calendar
) : ConditionNode(keys)
{
    /// <summary>Takes up the instants that the text itself states.</summary>
    public void TakeStated()
    {
        foreach (var instant in Stated(condition.After))
        {
            for (var key = 0; key < Keys.Count; key++)
            {
                Add(key, new AnchorPoint(instant.Second, false));
            }
        }
    }

    /// <summary>An act has become known that this may wait for.</summary>
    public void Take(Act act, string verb)
    {
        if (Instant(condition.After, act, verb) is not { } instant)
        {
            return;
        }
        for (var key = 0; key < Keys.Count; key++)
        {
            var party = Keys[key].Party;
            if (act.To is null || party == ConditionKey.AnyParty || party.Split(" or ").Contains(act.To))
            {
                Add(key, new AnchorPoint(instant.Second, act.Supposed));
            }
        }
    }

    /// <summary>Acts have changed in the counts beneath: what was tested by them is tested again.</summary>
    public abstract void TakeDirt();

    protected abstract void Add(int key, AnchorPoint anchor);

    protected long TestedAt(long anchor) => calendar.Add(new Moment(anchor), condition.Length).Second;

    private IEnumerable<Moment> Stated(Point point) =>
        point switch
        {
            Point.Stated stated => [stated.First],
            Point.Offset offset => Stated(offset.From).Select(from => Moved(from, offset)),
            _ => [],
        };

    private Moment? Instant(Point point, Act act, string verb) =>
        point switch
        {
            Point.OfAct of when Matches(of.Act, act, verb) => act.At,
            Point.Offset offset when Instant(offset.From, act, verb) is { } from => Moved(from, offset),
            _ => null,
        };

    private Moment Moved(Moment from, Point.Offset offset) =>
        offset.Before ? calendar.Subtract(from, offset.Length) : calendar.Add(from, offset.Length);

    private static bool Matches(ActPattern pattern, Act act, string verb) =>
        (act.Kind == pattern.Kind || verb == pattern.Verb)
        && (pattern.By.IsEmpty || act.By.Any(name => pattern.By.Contains(name)));
}
