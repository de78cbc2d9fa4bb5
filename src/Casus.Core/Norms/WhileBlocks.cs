using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>
/// `If C: ...`, whose items are owed while C holds; and triggers whose condition rests on acts, which the counting side
/// cannot follow. Undetermined neither raises nor lapses.
/// </summary>
internal sealed class WhileBlocks(Court court)
{
    private sealed class Followed(Occasion occasion, int condition, bool whileItHolds)
    {
        public Occasion Occasion { get; } = occasion;
        public int Condition { get; } = condition;
        public bool WhileItHolds { get; } = whileItHolds;
        public bool Holds { get; set; }
        public bool ToldUndetermined { get; set; }
    }

    private List<Followed>? followed;

    /// <summary>Follows each condition at an instant at which something may have changed it.</summary>
    public void Follow(IReadOnlyList<GradeChange> grades)
    {
        followed ??= [.. Find()];
        if (followed.Count == 0 || court.Life.Entry is null)
        {
            return;
        }
        foreach (var item in followed)
        {
            var verdict = court.Judge.Tracked(item.Condition, null);
            if (verdict == Verdict.Met && !item.Holds)
            {
                item.Holds = true;
                var change = grades.FirstOrDefault(change =>
                    change.Condition == item.Condition && change.Kind == EffectKind.Arose
                );
                court.Triggers.Queue(item.Occasion.Order, () => Begin(item, change));
            }
            else if (verdict == Verdict.NotMet && item.Holds)
            {
                item.Holds = false;
                var change = grades.LastOrDefault(change =>
                    change.Condition == item.Condition && change.Kind is EffectKind.Lapsed or EffectKind.Withdrawn
                );
                court.Triggers.Queue(item.Occasion.Order, () => Cease(item, change));
            }
            else if (verdict == Verdict.Undetermined && !item.Holds && !item.ToldUndetermined)
            {
                court.Triggers.Queue(item.Occasion.Order, () => Undetermined(item));
            }
            item.ToldUndetermined = verdict == Verdict.Undetermined;
        }
    }

    private IEnumerable<Followed> Find()
    {
        foreach (var occasion in court.Text.Occasions)
        {
            if (occasion.Block?.While is { } condition)
            {
                yield return new Followed(occasion, condition, whileItHolds: true);
            }
            foreach (var trigger in occasion.Triggers.OfType<Trigger.Arises>())
            {
                if (court.Judge.RestsOnActs(court.Agreement.Conditions[trigger.Condition].Condition))
                {
                    yield return new Followed(occasion, trigger.Condition, whileItHolds: false);
                }
            }
        }
    }

    private void Begin(Followed item, GradeChange? change)
    {
        var at = change?.At ?? court.Now;
        // The condition need not have a change of its own at this instant: it may rest on acts.
        var tracked = court.Agreement.Conditions[item.Condition].Condition;
        var because = change is null ? court.Reasons.Of([tracked]) : new Because(change.Rows, []);
        var party = change is null || change.Key.Party == ConditionKey.AnyParty ? null : change.Key.Party;
        var arising = new Arising
        {
            Id = court.Arisings.NextId(),
            Occasion = item.Occasion,
            At = at,
            KnownAt = court.Now,
            Act = new TimeInterval(at, at),
            FirstAct = change?.FirstAct,
            Party = party,
            Victim = change?.Victim,
            Supposed = change?.Supposed ?? false,
            Facts = because.Facts,
            Effects = because.Effects,
        };
        if (item.WhileItHolds)
        {
            item.Occasion.Standing = arising;
        }
        court.Arisings.Arise(arising);
    }

    private void Cease(Followed item, GradeChange? change)
    {
        if (item.WhileItHolds && item.Occasion.Standing is { } arising)
        {
            var at = change?.At ?? court.Now;
            arising.LapsedAt = at;
            court.Duties.EndOpen(arising, at, effect: 0);
            item.Occasion.Standing = null;
        }
    }

    private void Undetermined(Followed item) =>
        court.Arisings.Undetermined(item.Occasion, null, null, court.Now, court.Now, Because.Nothing);
}
