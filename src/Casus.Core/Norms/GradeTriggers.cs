using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>
/// Triggers that are grades: each arising of a key is one of the trigger, and is without cause once it is withdrawn
/// (S10, S17).
/// </summary>
internal sealed class GradeTriggers(Court court)
{
    public void Change(Occasion occasion, GradeChange change, long effect)
    {
        var key = change.Key.ToString();
        GradeArising? Known() =>
            occasion.OfGrades.FindLast(item =>
                item.Condition == change.Condition && item.Key == key && item.At == change.ArisingAt
            );
        switch (change.Kind)
        {
            case EffectKind.Arose:
                AriseOfGrade(occasion, change, key, effect);
                break;
            case EffectKind.Lapsed when Known() is { } known:
                known.Arising.LapsedAt = change.At;
                break;
            case EffectKind.Revised when Known() is { } known:
                Revise(known, change);
                break;
            case EffectKind.Withdrawn when Known() is { } known:
                court.Duties.WithoutCause(known.Arising, effect);
                break;
        }
    }

    /// <summary>
    /// A bound moved. The arising's names the run from now on; the lapse's, or that it lies ahead again, is kept.
    /// Duties already decided stand (S10).
    /// </summary>
    private static void Revise(GradeArising known, GradeChange change)
    {
        if (change is { OfEnd: false, At: { } arising })
        {
            known.At = arising;
        }
        else
        {
            known.Arising.LapsedAt = change.At;
        }
    }

    private void AriseOfGrade(Occasion occasion, GradeChange change, string key, long effect)
    {
        var at = change.At ?? change.ArisingAt;
        var arising = new Arising
        {
            Id = court.Arisings.NextId(),
            Occasion = occasion,
            At = at,
            KnownAt = court.Now,
            Act = new TimeInterval(at, at),
            FirstAct = change.FirstAct,
            Party = PartyOf(change.Key),
            Victim = change.Victim,
            Supposed = change.Supposed,
            Facts = change.Rows,
            Effects = effect > 0 ? [effect] : [],
        };
        occasion.OfGrades.Add(new GradeArising(arising, change.Condition, key, at));
        if (court.Arisings.IsInTime(arising))
        {
            court.Arisings.Arise(arising);
        }
    }

    public static bool Concerns(Occasion occasion, int condition, string party) =>
        occasion.Triggers.Any(trigger =>
            trigger is Trigger.Arises arises
            && arises.Condition == condition
            && (arises.Parties.IsEmpty || arises.Parties.Contains(party) || party == ConditionKey.AnyParty)
        );

    public static string? PartyOf(ConditionKey key) => key.Party == ConditionKey.AnyParty ? null : key.Party;
}
