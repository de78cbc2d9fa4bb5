using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>
/// Lets norms arise (S17 Instances): finds the bearers, judges what stands in the way, and keeps what waits for a point
/// that has not come.
/// </summary>
internal sealed class ArisingRegister(Court court)
{
    private readonly SortedDictionary<long, Arising> waiting = [];
    private readonly PriorityQueue<Arising, (long, long)> timed = new();
    private long last;

    /// <summary>Stands for the agreement as a whole where a point has no arising of its own.</summary>
    public Arising Root { get; } =
        new()
        {
            Id = 0,
            Occasion = new Occasion
            {
                Order = 0,
                Article = "0",
                Clause = "0",
            },
            At = Moment.Never,
            KnownAt = Moment.Never,
            Act = new TimeInterval(Moment.Never, Moment.Never),
        };

    public long NextId() => ++last;

    /// <summary>
    /// An arising of a trigger: its norms arise in text order; its decisions wait for the procedures' turn.
    /// </summary>
    public void Arise(Arising arising)
    {
        foreach (var norm in arising.Occasion.Norms)
        {
            if (norm.Branch is null)
            {
                Consider(norm, arising, arising.At, court.Now, arising.Supposed, arising.Effects);
            }
        }
        court.Procedures.Trigger(arising);
    }

    /// <summary>
    /// `after E` on the event: what comes at E itself or before it is not after it. `within D after E`: up to then.
    /// </summary>
    public bool IsInTime(Arising arising)
    {
        var block = arising.Occasion.Block;
        if (block is not { After: not null } and not { Before: not null })
        {
            return true;
        }
        var context = new PointReader.Context(arising, court.Now, null);
        if (block.After is { } after)
        {
            if (court.Points.Read(after, context) is not { } point || arising.At <= point.First)
            {
                return false;
            }
        }
        return block.Before is not { } before
            || (court.Points.Read(before, context) is { } limit && arising.At <= limit.Last);
    }

    /// <summary>A norm arises at once, or at the point from which the text lets it.</summary>
    public void Consider(
        Norm norm,
        Arising arising,
        Moment at,
        Moment clockStart,
        bool supposed,
        ImmutableArray<long> effects,
        Duty? failed = null
    )
    {
        if (!norm.IsDuty)
        {
            return;
        }
        if (norm.Each is not null && norm.Block is null)
        {
            court.Triggers.Recur(norm, arising);
            return;
        }
        var basis = new Basis(at, clockStart, supposed, effects, failed);
        if (norm.AsFrom is null)
        {
            ArisePerBearer(norm, arising, basis);
            return;
        }
        bool TryArise()
        {
            var context = new PointReader.Context(arising, clockStart, arising.Bearer);
            if (arising.Withdrawn)
            {
                return true;
            }
            if (court.Points.Read(norm.AsFrom, context) is not { } point)
            {
                return false;
            }
            var from = court.Suspensions.Extend(at, point.First, norm.Article);
            if (from > court.Now || court.Suspensions.IsActive(norm.Article))
            {
                Wake(arising, from);
                return false;
            }
            var later = basis with { At = Moment.Max(at, from), Supposed = supposed || point.Supposed };
            ArisePerBearer(norm, arising, from <= at ? basis : later with { ClockStart = court.Now });
            return true;
        }
        WaitFor(arising, TryArise);
    }

    /// <summary>A recurring norm arises for a year (month) that has begun.</summary>
    public void AriseFor(Norm norm, Arising arising, Moment due) =>
        ArisePerBearer(norm, arising, new Basis(arising.At, court.Now, false, [], null) { Due = due });

    /// <summary>Tries at once, and again whenever something may have brought the point.</summary>
    public void WaitFor(Arising arising, Func<bool> isDone)
    {
        if (!isDone())
        {
            arising.Waiting.Add(isDone);
            waiting[arising.Id] = arising;
        }
    }

    public void Wake(Arising arising, Moment at)
    {
        if (at > court.Now)
        {
            timed.Enqueue(arising, (at.Second, arising.Id));
            court.Agenda.Wake(at);
        }
    }

    /// <summary>What waited for this instant.</summary>
    public void RecheckTimed()
    {
        while (timed.TryPeek(out var arising, out var when) && when.Item1 <= court.Now.Second)
        {
            timed.Dequeue();
            Recheck(arising);
            court.Procedures.Touch(arising);
        }
    }

    public void RecheckAll()
    {
        foreach (var arising in waiting.Values.ToList())
        {
            Recheck(arising);
        }
    }

    public void Recheck(Arising arising)
    {
        if (!arising.IsWaiting)
        {
            return;
        }
        // Each is taken out while it runs: what it does may come back here.
        foreach (var waiter in arising.Waiting.ToList())
        {
            if (arising.Waiting.Remove(waiter) && !waiter())
            {
                arising.Waiting.Add(waiter);
            }
        }
        if (arising.Waiting.Count == 0)
        {
            waiting.Remove(arising.Id);
        }
    }

    /// <summary>One `dutyUndetermined` for each bearer of each norm that would have arisen.</summary>
    public void Undetermined(
        Occasion occasion,
        string? party,
        string? victim,
        Moment start,
        Moment end,
        Because because
    )
    {
        foreach (var norm in occasion.Norms)
        {
            if (norm.Branch is not null || norm.Kind is not (NormKind.Do or NormKind.Keep) || IsBarred(norm, end))
            {
                continue;
            }
            if (norm.Bearers.Mode == BearerMode.Jointly)
            {
                SayUndetermined(norm, norm.Bearers.Actors.Written, start, because);
                continue;
            }
            foreach (var bearer in Names(norm.Bearers.Actors, party, victim))
            {
                if (court.Life.Binds(bearer, end))
                {
                    SayUndetermined(norm, bearer, start, because);
                }
            }
        }
    }

    /// <summary>The names that an actor set stands for in an arising, in the order declared.</summary>
    public static ImmutableArray<string> Names(ActorSet actors, string? party, string? victim)
    {
        switch (actors.Role)
        {
            case ActorRole.Victim:
                return victim is null ? [] : [victim];
            case ActorRole.Accused:
                return party is null ? [] : [party];
            default:
                return actors.ExceptVictim && victim is not null
                    ? [.. actors.Names.Where(name => name != victim)]
                    : actors.Names;
        }
    }

    /// <summary>
    /// What an instance rests on besides its arising: when, from where its clock runs, and the duty that failed.
    /// </summary>
    private sealed record Basis(Moment At, Moment ClockStart, bool Supposed, ImmutableArray<long> Effects, Duty? Failed)
    {
        /// <summary>The last second of the year (month) for which it recurs.</summary>
        public Moment? Due { get; init; }
    }

    private bool IsBarred(Norm norm, Moment at) =>
        !court.Life.IsInForce(norm.Article, at)
        || court.Suspensions.IsActive(norm.Article)
        || court.Suspensions.Holds(norm.Article, at);

    private void ArisePerBearer(Norm norm, Arising arising, Basis basis)
    {
        if (IsBarred(norm, basis.At) || arising.Withdrawn)
        {
            return;
        }
        if (norm.Bearers.Mode == BearerMode.Jointly)
        {
            var members = Names(norm.Bearers.Actors, arising.Party, arising.Victim);
            if (members.Any(member => court.Life.Binds(member, basis.At)))
            {
                AriseFor(norm, arising, basis, norm.Bearers.Actors.Written, members);
            }
            return;
        }
        foreach (var bearer in Names(norm.Bearers.Actors, arising.Party, arising.Victim))
        {
            var isAsked = arising.Bearer is null || arising.Bearer == bearer;
            if (isAsked && court.Life.Binds(bearer, basis.At))
            {
                AriseFor(norm, arising, basis, bearer, [bearer]);
            }
        }
    }

    private void AriseFor(Norm norm, Arising arising, Basis basis, string bearer, ImmutableArray<string> members)
    {
        var only = norm.OnlyIf is null ? Verdict.Met : court.Judge.Evaluate(Organs.Of(norm.OnlyIf, bearer), null);
        if (only == Verdict.NotMet)
        {
            return;
        }
        if (norm.Kind == NormKind.Refrain)
        {
            court.Excuses.Bind(norm, bearer, arising, basis.At);
            return;
        }
        if (norm.Until is { } until && HasCome(until, new(arising, basis.ClockStart, bearer), basis.At))
        {
            return;
        }
        var because = new Because(arising.Facts, basis.Effects);
        var excuse = court.Excuses.Judge(norm, bearer, arising);
        if (only == Verdict.Undetermined || excuse == Verdict.Undetermined)
        {
            SayUndetermined(norm, bearer, basis.At, because);
            return;
        }
        var duty = new Duty
        {
            Id = NextId(),
            Norm = norm,
            Bearer = bearer,
            Members = members,
            Arising = arising,
            Beneficiary = Beneficiary(norm, arising),
            At = basis.At,
            KnownAt = court.Now,
            TriggerAt = basis.Failed is null && norm.Block is not null ? arising.At : basis.At,
            ClockStart = basis.ClockStart,
            Recurring = basis.Due is not null,
            Due = basis.Due,
            Supposed = basis.Supposed || arising.Supposed,
        };
        basis.Failed?.AddFallback(duty);
        court.Duties.Arise(duty, excuse == Verdict.Met, because);
    }

    private bool HasCome(Point until, PointReader.Context context, Moment at) =>
        court.Points.Read(until, context) is { } instant && instant.First <= at;

    private static string? Beneficiary(Norm norm, Arising arising)
    {
        if (norm.Beneficiary is not { } beneficiary)
        {
            return null;
        }
        var names = Names(beneficiary, arising.Party, arising.Victim);
        return names.Length == 1 ? names[0]
            : names.IsEmpty ? null
            : beneficiary.Written;
    }

    private void SayUndetermined(Norm norm, string bearer, Moment at, Because because) =>
        court.Say(EffectKind.DutyUndetermined, norm.Clause, bearer, at, because);
}
