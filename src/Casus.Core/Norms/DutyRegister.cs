using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>
/// The instances of duties: how they arise, fall due, are discharged, breached, excused and ended (S17, S18).
/// </summary>
internal sealed class DutyRegister(Court court)
{
    private readonly List<Duty> all = [];
    private readonly PriorityQueue<(Duty Duty, Moment At), long> falling = new();
    private readonly List<Duty> untils = [];
    private int supposedActs;

    public IEnumerable<Duty> All => all;

    /// <summary>An instance arises, or is excused in place of arising; what rests on that follows at once.</summary>
    public void Arise(Duty duty, bool excused, Because because)
    {
        all.Add(duty);
        duty.Arising.Duties.Add(duty);
        if (excused)
        {
            duty.Excused = true;
            duty.Seq = court.Say(EffectKind.DutyExcused, duty, duty.At, because, deadline: null, duty.Supposed);
            court.Keeping.Watch(duty);
            return;
        }
        var waits = !SetClock(duty);
        duty.Seq = court.Say(EffectKind.DutyArose, duty, duty.At, because, duty.Due, duty.Supposed);
        court.Performances.Watch(duty);
        court.Keeping.Watch(duty);
        if (duty.Norm.Until is not null)
        {
            untils.Add(duty);
        }
        Start(duty);
        court.Performances.MatchEarlier(duty);
        SupposeAtArising(duty);
        if (waits && duty.IsOwed)
        {
            court.Arisings.WaitFor(duty.Arising, () => !duty.IsOwed || StartLate(duty));
        }
    }

    /// <summary>
    /// A performance discharges the instance: in time, or late, which is a breach that it ends and does not undo.
    /// </summary>
    public void Discharge(Duty duty, Moment at, Because because, Act act)
    {
        var supposed = duty.Supposed || act.Supposed;
        if (duty.Due is { } due && at > due && !duty.BornOverdue)
        {
            Breach(duty, due, because, supposed);
        }
        duty.DischargedAt = at;
        duty.Supposed = supposed;
        var seq = court.Say(EffectKind.DutyDischarged, duty, at, because, deadline: null, supposed);
        if (!duty.Breached && !duty.BornOverdue)
        {
            FallbacksWithoutCause(duty, seq);
        }
        if (act.Supposed || act.Kind == ActKind.Performance)
        {
            court.Conditions.Anchor(act, duty.Norm.Verb);
        }
        court.Procedures.Touch(duty.Arising);
        court.Arisings.Recheck(duty.Arising);
    }

    /// <summary>A breach that is known: of a late performance, of a finding, of a sighting.</summary>
    public void Breach(Duty duty, Moment at, Because because, bool supposed)
    {
        if (duty.Breached && duty.IsToDo)
        {
            return;
        }
        duty.Breached = true;
        var seq = court.Say(EffectKind.DutyBreached, duty, at, because, duty.Due, supposed);
        Fallback(duty, at, seq);
    }

    /// <summary>A body that the text names has found that a duty was not done (S17 Breach).</summary>
    public void FoundUndone(Act finding)
    {
        var candidates = all.Where(duty =>
            duty.Norm.Clause == finding.Clause
            && (finding.To is null || duty.Bearer == finding.To || duty.Members.Contains(finding.To))
            && (finding.About is null || Performances.IsAbout(duty, finding.About))
            && CanBeFoundUndone(duty, finding.At)
        );
        var bearers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var duty in candidates.ToList())
        {
            if (bearers.Add(duty.Bearer))
            {
                Breach(duty, duty.Due ?? finding.At, Court.BecauseOf(finding, duty.Seq), duty.Supposed);
            }
        }
    }

    private static bool CanBeFoundUndone(Duty duty, Moment at) =>
        !duty.IsToDo
            ? !duty.Ended && !duty.WithoutCause && !duty.Excused
            : duty.IsOwed && !duty.Breached && !duty.BornOverdue && !(duty.Due > at);

    public bool HasDue => falling.TryPeek(out _, out var at) && at <= court.Now.Second;

    /// <summary>The deadlines of this instant, by clause.</summary>
    public void FallDue()
    {
        if (!HasDue)
        {
            return;
        }
        var due = new List<(Duty Duty, Moment At)>();
        while (falling.TryPeek(out var item, out var at) && at <= court.Now.Second)
        {
            falling.Dequeue();
            due.Add(item);
        }
        foreach (var (duty, at) in due.OrderBy(item => item.Duty.Norm.Order).ThenBy(item => item.Duty.Id))
        {
            if (!duty.IsRunning || duty.Arising.Withdrawn || court.Suspensions.IsActive(duty.Norm.Article))
            {
                continue;
            }
            if (at == duty.PossiblyDue)
            {
                SayPossiblyOverdue(duty);
            }
            else if (at == duty.Due)
            {
                Fall(duty);
            }
        }
    }

    /// <summary>The trigger is no longer met: each duty of it is without cause, whatever its status.</summary>
    public void WithoutCause(Arising arising, long effect)
    {
        arising.Withdrawn = true;
        foreach (var duty in arising.Duties.ToList())
        {
            WithoutCause(duty, effect);
        }
    }

    private void WithoutCause(Duty duty, long? effect)
    {
        if (duty.WithoutCause)
        {
            return;
        }
        duty.WithoutCause = true;
        long[] effects = effect is > 0 and { } seq ? [duty.Seq, seq] : [duty.Seq];
        var because = new Because([], [.. effects]);
        court.Say(EffectKind.DutyWithoutCause, duty, duty.TriggerAt, because, deadline: null, duty.Supposed);
        FallbacksWithoutCause(duty, effect);
    }

    private void FallbacksWithoutCause(Duty duty, long? effect)
    {
        foreach (var fallback in duty.Fallbacks)
        {
            WithoutCause(fallback, effect);
        }
    }

    /// <summary>Duties to keep end with the life of what they rest on; duties to do stay (S19).</summary>
    public void EndKept(Func<Duty, bool> concerns, Moment at, long effect) =>
        End(duty => !duty.IsToDo && concerns(duty), at, effect);

    /// <summary>The last year, if the agreement ends in it, is ended and not prorated.</summary>
    public void EndRecurring(Func<Duty, bool> concerns, Moment at, long effect) =>
        End(duty => duty.Recurring && duty.IsRunning && concerns(duty), at, effect);

    /// <summary>The condition of an `If` block holds no longer: what is open under it ends.</summary>
    public void EndOpen(Arising arising, Moment at, long effect) =>
        End(arising.Duties, duty => !duty.IsToDo || duty.IsRunning, at, effect);

    /// <summary>`until E`: ends what is open when E comes.</summary>
    public void EndAtUntil()
    {
        for (var i = untils.Count - 1; i >= 0; i--)
        {
            var duty = untils[i];
            if (duty.Ended || duty.WithoutCause || duty.DischargedAt is not null)
            {
                untils.RemoveAt(i);
            }
        }
        foreach (var duty in untils.ToList())
        {
            var context = new PointReader.Context(duty.Arising, duty.ClockStart, duty.Bearer);
            if (court.Points.Read(duty.Norm.Until!, context) is not { } instant)
            {
                continue;
            }
            if (instant.First > court.Now)
            {
                court.Agenda.Wake(instant.First);
                continue;
            }
            untils.Remove(duty);
            End([duty], item => !item.IsToDo || item.IsRunning, instant.First, effect: 0);
        }
    }

    /// <summary>Moves each running deadline of an article that had not passed when it was suspended.</summary>
    public void Postpone(string article, Moment from, long seconds)
    {
        foreach (var duty in all)
        {
            if (duty.IsRunning && duty.Norm.Article == article && duty.Due is { } due && due >= from)
            {
                duty.Due = due.Plus(seconds);
                duty.PossiblyDue = duty.PossiblyDue is { } early && early >= from ? early.Plus(seconds) : null;
                Enqueue(duty);
            }
        }
    }

    private void End(Func<Duty, bool> concerns, Moment at, long effect) => End(all, concerns, at, effect);

    private void End(List<Duty> among, Func<Duty, bool> concerns, Moment at, long effect)
    {
        foreach (var duty in among)
        {
            if (duty.Ended || duty.WithoutCause || duty.DischargedAt is not null || !concerns(duty))
            {
                continue;
            }
            duty.EndedAt = at;
            long[] effects = effect > 0 ? [duty.Seq, effect] : [duty.Seq];
            var because = new Because([], [.. effects]);
            court.Say(EffectKind.DutyEnded, duty, at, because, deadline: null, duty.Supposed);
        }
    }

    /// <summary>Sets the deadline; false where its anchor has not come.</summary>
    private bool SetClock(Duty duty)
    {
        if (!duty.IsToDo || duty.Due is not null)
        {
            return true;
        }
        if (duty.Norm.Deadline is not { } deadline || duty.Norm.Forthwith)
        {
            return true;
        }
        var context = new PointReader.Context(duty.Arising, duty.ClockStart, duty.Bearer);
        if (court.Points.Read(deadline.From, context) is not { } start)
        {
            return false;
        }
        duty.Supposed |= start.Supposed;
        if (deadline.IsPoint)
        {
            duty.Due = court.Points.DueAtPoint(start);
            return true;
        }
        duty.Due = court.Points.DueAt(deadline, start.Last, duty.Norm.Article);
        var early = court.Points.DueAt(deadline, start.Earliest, duty.Norm.Article);
        duty.PossiblyDue = early < duty.Due ? early : null;
        return true;
    }

    private bool StartLate(Duty duty)
    {
        if (court.Suspensions.IsActive(duty.Norm.Article) || !SetClock(duty))
        {
            return false;
        }
        Start(duty);
        return true;
    }

    /// <summary>
    /// A deadline that lies before this instant makes the duty born overdue; its fallback arises with it.
    /// </summary>
    private void Start(Duty duty)
    {
        if (duty.Due is not { } due)
        {
            return;
        }
        if (due < court.Now)
        {
            duty.BornOverdue = true;
            var because = Court.BecauseOf(duty.Seq);
            var seq = court.Say(EffectKind.DutyBornOverdue, duty, due, because, due, duty.Supposed);
            Fallback(duty, due, seq);
            if (IsSupposable(duty) && duty.IsOwed)
            {
                SupposePerformance(duty, court.Now);
            }
            return;
        }
        if (duty.PossiblyDue < court.Now)
        {
            SayPossiblyOverdue(duty);
        }
        Enqueue(duty);
    }

    private void Enqueue(Duty duty)
    {
        if (duty.PossiblyDue is { } early && early >= court.Now)
        {
            falling.Enqueue((duty, early), early.Second);
            court.Agenda.Wake(early);
        }
        falling.Enqueue((duty, duty.Due!.Value), duty.Due.Value.Second);
        court.Agenda.Wake(duty.Due.Value);
    }

    private void SayPossiblyOverdue(Duty duty) =>
        court.Say(
            EffectKind.DutyPossiblyOverdue,
            duty,
            duty.PossiblyDue,
            Court.BecauseOf(duty.Seq),
            duty.PossiblyDue,
            duty.Supposed
        );

    private void Fall(Duty duty)
    {
        var because = Court.BecauseOf(duty.Seq);
        if (court.Excuses.Judge(duty.Norm, duty.Bearer, duty.Arising) == Verdict.Met)
        {
            duty.Excused = true;
            court.Say(EffectKind.DutyExcused, duty, duty.Due, because, deadline: null, duty.Supposed);
        }
        else if (IsSupposable(duty))
        {
            SupposePerformance(duty, duty.Due!.Value);
        }
        else
        {
            duty.Overdue = true;
            var seq = court.Say(EffectKind.DutyOverdue, duty, duty.Due, because, duty.Due, duty.Supposed);
            Fallback(duty, duty.Due!.Value, seq);
        }
    }

    /// <summary>`failing which`: arises once, at the first failure that is known; its clock starts now (S17).</summary>
    private void Fallback(Duty duty, Moment at, long effect)
    {
        if (duty.Norm.FailingWhich is not { } index || duty.FallbackArisen)
        {
            return;
        }
        duty.FallbackArisen = true;
        var norm = court.Agreement.Norms[index];
        court.Arisings.Consider(norm, duty.Arising, at, court.Now, duty.Supposed, [effect], duty);
    }

    private bool IsSupposable(Duty duty) => duty.Norm.IsProcedural && court.Options.Suppose != Supposition.None;

    /// <summary>
    /// Without a deadline, or under `prompt`, a procedural duty is performed when it arises (S18 Suppositions).
    /// </summary>
    private void SupposeAtArising(Duty duty)
    {
        if (!IsSupposable(duty) || !duty.IsOwed)
        {
            return;
        }
        var hasNoClock = duty.Norm.Deadline is null || duty.Norm.Forthwith;
        if (hasNoClock || court.Options.Suppose == Supposition.Prompt)
        {
            SupposePerformance(duty, court.Now);
        }
    }

    private void SupposePerformance(Duty duty, Moment at)
    {
        var act = new Act
        {
            Id = FormattableString.Invariant($"supposed:{++supposedActs}"),
            Kind = Performances.KindOfVerb(duty.Norm.Verb) ?? ActKind.Performance,
            At = at,
            KnownAt = court.Now,
            By = [duty.Bearer],
            To = duty.Beneficiary,
            Clause = duty.Norm.Clause,
            Supposed = true,
        };
        court.Record.Add(act);
        Discharge(duty, at, Court.BecauseOf(duty.Seq), act);
        court.Triggers.Act(act);
    }
}
