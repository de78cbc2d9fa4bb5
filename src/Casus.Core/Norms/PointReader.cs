using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>
/// A point that has a place in time. A date is <see cref="First"/> to <see cref="Last"/> (S18 Start); an act of
/// uncertain time is known to have happened by <see cref="Last"/> and not before <see cref="Earliest"/>.
/// </summary>
internal readonly record struct Instant(Moment First, Moment Last, Moment Earliest, bool Supposed)
{
    public static Instant At(Moment moment, bool supposed = false) => new(moment, moment, moment, supposed);

    public static Instant Of(TimeInterval act) => new(act.To, act.To, act.From, false);
}

/// <summary>
/// Reads named instants (S12, S18 Start), as known: what has not happened, or is not known yet, has none.
/// </summary>
internal sealed class PointReader(Court court)
{
    /// <summary>Where a clock without an anchor starts, and for whom an entry into force is asked.</summary>
    internal readonly record struct Context(Arising Arising, Moment ClockStart, string? Bearer);

    public Instant? Read(Point point, Context context)
    {
        switch (point)
        {
            case Point.EntryIntoForce:
                var entry = context.Bearer is { } bearer ? court.Life.EntryOf(bearer) : court.Life.Entry;
                return Known(entry);
            case Point.Signature:
                return Signature();
            case Point.Stated stated:
                return new Instant(stated.First, stated.Last, stated.Last, false);
            case Point.AsKnown:
                return Instant.At(context.ClockStart);
            case Point.TriggerAct:
                return Instant.Of(context.Arising.Act) with { Supposed = context.Arising.Supposed };
            case Point.FirstAct:
                return Instant.Of(context.Arising.FirstAct ?? context.Arising.Act);
            case Point.TriggerEstablished:
                return Finding(context.Arising, FindingKind.Verified);
            case Point.TriggerAttributed:
                return Finding(context.Arising, FindingKind.Attributed);
            case Point.OfAct act:
                return OfAct(act.Act, context.Arising);
            case Point.OutcomeOf outcome:
                return court.Procedures.OutcomeOf(outcome.Procedure, context.Arising);
            case Point.Offset offset:
                return Read(offset.From, context) is { } from ? Shift(from, offset) : null;
            case Point.WhenMet met:
                return WhenMet(met.Condition, context.Arising);
            default:
                return null;
        }
    }

    /// <summary>
    /// The instant at which something falls due: by the calendar, moved by the suspensions that it runs through.
    /// </summary>
    public Moment DueAt(Deadline deadline, Moment start, string article) =>
        court.Suspensions.Extend(start, court.Calendar.Add(start, deadline.Length), article);

    /// <summary>
    /// `by D` is the last second of D, which comes as a point without extent; `before D`, and before any event, is a
    /// second before.
    /// </summary>
    public Moment DueAtPoint(Instant point)
    {
        var isEndOfDay = point.Last == court.Calendar.EndOfDay(court.Calendar.DayOf(point.Last));
        return point.First == point.Last && isEndOfDay ? point.Last : point.First.Plus(-1);
    }

    private Instant Shift(Instant from, Point.Offset offset)
    {
        Moment Move(Moment moment) =>
            offset.Before ? court.Calendar.Subtract(moment, offset.Length) : court.Calendar.Add(moment, offset.Length);
        return new Instant(Move(from.First), Move(from.Last), Move(from.Earliest), from.Supposed);
    }

    private static Instant? Known(Moment? moment) => moment is { } at ? Instant.At(at) : null;

    private Instant? Signature()
    {
        var last = Moment.Never;
        foreach (var party in court.Text.Parties)
        {
            var signed = court.Record.OfKind(ActKind.Signature).Where(act => act.By.Contains(party));
            if (signed.MinBy(act => act.At.Second) is not { } first)
            {
                return null;
            }
            last = Moment.Max(last, first.At);
        }
        return last == Moment.Never ? null : Instant.At(last);
    }

    /// <summary>
    /// The finding's own instant, which may be before its row was known, and is none while it lies ahead.
    /// </summary>
    private Instant? Finding(Arising arising, FindingKind kind)
    {
        var told = kind == FindingKind.Verified ? arising.EstablishedAt : arising.AttributedAt;
        if (told is not null || arising.Row is not { } row)
        {
            return Known(told ?? (arising.Row is null ? arising.KnownAt : null));
        }
        var made = kind == FindingKind.Verified ? Verified(row) : Attributed(row);
        if (made is { } at && at > court.Now)
        {
            court.Arisings.Wake(arising, at);
            return null;
        }
        return Known(made);
    }

    private Moment? Verified(IncidentRow row)
    {
        if (court.Agreement.Established is not { } standard)
        {
            return row.KnownAt;
        }
        return Earliest(
            row.Findings.Where(finding =>
                finding.Kind == FindingKind.Verified && standard.VerifiedBy.Contains(finding.By)
            )
        );
    }

    private Moment? Attributed(IncidentRow row)
    {
        if (court.Agreement.Attributed is not { } standard)
        {
            return row.KnownAt;
        }
        return Earliest(
            row.Findings.Where(finding =>
                finding.Kind == FindingKind.Attributed
                && standard.By.Contains(finding.By)
                && (finding.Confidence ?? Confidence.Low) >= standard.MinConfidence
            )
        );
    }

    private static Moment? Earliest(IEnumerable<BodyFinding> findings) =>
        findings.MinBy(finding => finding.At.Second)?.At;

    /// <summary>
    /// `the request` is the trigger itself, where it is one; `the consultation` the performance of the duty of that
    /// verb in the same block; else the first such act on record from the arising on, and of a series before it lapses.
    /// </summary>
    private Instant? OfAct(ActPattern pattern, Arising arising)
    {
        if (arising.Recorded is { } trigger && ActRecord.Meets(trigger, pattern))
        {
            return Instant.At(trigger.At, trigger.Supposed);
        }
        if (arising.Occasion.Norms.Any(norm => norm.Kind == NormKind.Do && Performances.IsOfVerb(norm, pattern)))
        {
            Duty? done = null;
            foreach (var duty in arising.Duties)
            {
                if (duty.DischargedAt is { } at && Performances.IsOfVerb(duty.Norm, pattern) && IsBy(duty, pattern))
                {
                    done = done?.DischargedAt <= at ? done : duty;
                }
            }
            return done is null ? null : Instant.At(done.DischargedAt!.Value, done.Supposed);
        }
        var from = arising.Occasion.Block is null ? Moment.Never : arising.At;
        return court.Record.First(pattern, from) is { } act && !(arising.LapsedAt <= act.At)
            ? Instant.At(act.At, act.Supposed)
            : null;
    }

    private static bool IsBy(Duty duty, ActPattern pattern) =>
        pattern.By.IsEmpty || pattern.By.Contains(duty.Bearer) || duty.Members.Any(name => pattern.By.Contains(name));

    /// <summary>
    /// When a condition is first met from the arising on: a fact's own instant, else when it is seen to be met.
    /// </summary>
    private Instant? WhenMet(Condition condition, Arising arising)
    {
        if (condition is Condition.Held held && (!held.Act.All || held.Act.By.Length <= 1))
        {
            return court.Record.First(held.Act, arising.At) is { } act ? Instant.At(act.At, act.Supposed) : null;
        }
        return court.Judge.Evaluate(condition, null) == Verdict.Met ? Instant.At(court.Now) : null;
    }
}
