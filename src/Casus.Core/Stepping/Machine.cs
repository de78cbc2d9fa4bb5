using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>Makes the counting side for an agreement, the patterns that the norms watch, and the options.</summary>
public delegate IConditionMachine ConditionMachineFactory(
    Agreement agreement,
    IReadOnlyList<int> watchedPatterns,
    MachineOptions options
);

/// <summary>
/// The machine: facts in, in the order in which they become known; effects out. A fact is only gathered, and the
/// machine asks to be woken at its instant; the wake-up, which comes after every fact of that instant, makes it run the
/// instant in the order of S17. It reads no clock: what lies ahead it names in <see cref="NextWakeUp"/>. Not for use by
/// several threads at once.
/// </summary>
public sealed class Machine : IDisposable
{
    private readonly StateHash hash = new();
    private readonly Court court;
    private readonly WhileBlocks whileBlocks;
    private readonly List<Act> gathered = [];
    private Moment done = Moment.Never;
    private Moment? gathering;

    public Machine(Agreement agreement, MachineOptions options)
        : this(agreement, options, (text, watched, given) => new Counting.ConditionMachine(text, watched, given)) { }

    public Machine(Agreement agreement, MachineOptions options, ConditionMachineFactory conditions)
    {
        court = new Court(agreement, options, hash);
        whileBlocks = new WhileBlocks(court);
        int[] watched = [.. court.Triggers.Patterns.Concat(court.Keeping.Patterns).Distinct().Order()];
        court.Conditions = conditions(agreement, watched, options);
        court.Life.Begin();
    }

    /// <summary>The next instant at which the machine must be woken, whatever facts come; null: none.</summary>
    public Moment? NextWakeUp
    {
        get
        {
            if (gathering is not null)
            {
                return gathering;
            }
            var own = court.Agenda.NextAfter(done);
            var counted = court.Conditions.NextWakeUp;
            counted = counted > done ? counted : null;
            return own is null || counted < own ? counted ?? own : own;
        }
    }

    /// <summary>
    /// The hash of everything that went in and came out, chained from the engine's version (lower-case hexadecimal).
    /// </summary>
    public string StateHash => hash.Current();

    /// <summary>All instances of duties, in the order in which they arose or were excused.</summary>
    public IEnumerable<DutyStanding> Duties => court.Duties.All.Select(duty => duty.Standing);

    /// <summary>The counting side, for what it knows in hindsight.</summary>
    public IConditionMachine Conditions => court.Conditions;

    /// <summary>
    /// Takes one fact. Facts come in the order of their knownAt, and none at an instant that has been run. A fact gives
    /// one
    /// <see cref="EffectKind.WakeAt"/> for its instant; a <see cref="DeadlineReached"/> gives the effects of the
    /// instant.
    /// </summary>
    public ImmutableArray<Effect> Step(Fact fact)
    {
        if (fact.KnownAt <= done || (gathering is { } open && fact.KnownAt != open))
        {
            throw new InvalidOperationException($"A fact of {fact.KnownAt} comes after {gathering ?? done}.");
        }
        CanonicalBytes.Write(hash, fact);
        if (fact is DeadlineReached)
        {
            return RunInstant(fact.KnownAt);
        }
        switch (fact)
        {
            case IncidentReported reported:
                court.Conditions.Record(reported.Row);
                break;
            case ActRecorded recorded:
                gathered.Add(recorded.Act);
                break;
        }
        if (gathering is not null)
        {
            return [];
        }
        gathering = fact.KnownAt;
        return
        [
            new Effect
            {
                Kind = EffectKind.WakeAt,
                KnownAt = fact.KnownAt,
                At = fact.KnownAt,
            },
        ];
    }

    public void Dispose() => hash.Dispose();

    /// <summary>Facts; life; triggers and their duties; procedures; deadlines (S17 Order).</summary>
    private ImmutableArray<Effect> RunInstant(Moment now)
    {
        court.Begin(now);
        court.Life.Open(now);
        foreach (var act in gathered)
        {
            court.Acts.Receive(act);
        }
        court.Life.Run(gathered.Count > 0);
        court.Life.EndIfMet();
        var judgements = court.Conditions.JudgeAt(now);
        Hear(judgements);
        if (gathered.Count > 0 || judgements.Grades.Length > 0 || court.IsTimed)
        {
            court.Suspensions.Follow();
            court.Life.EndIfMet();
            court.Duties.EndAtUntil();
            whileBlocks.Follow(judgements.Grades);
        }
        court.Triggers.Run();
        court.IsAfterTriggers = true;
        court.Arisings.RecheckTimed();
        if (judgements.Grades.Length > 0 && court.Text.HasConditionPoints)
        {
            court.Arisings.RecheckAll();
        }
        do
        {
            court.Procedures.Run();
            if (court.Procedures.TakeDecided())
            {
                whileBlocks.Follow([]);
                court.Duties.EndAtUntil();
            }
            court.Duties.FallDue();
        } while (court.Duties.HasDue || court.Procedures.IsTouched);
        gathered.Clear();
        gathering = null;
        done = now;
        return court.Log.Take();
    }

    private void Hear(Judgements judgements)
    {
        foreach (var row in judgements.Rows)
        {
            court.Keeping.See(row);
        }
        court.Triggers.Rows(judgements.Rows);
        foreach (var change in judgements.Grades)
        {
            var effect = SayGrade(change);
            court.Reasons.Hear(change, effect);
            court.Triggers.Grade(change, effect);
        }
        foreach (var grade in judgements.Undetermined)
        {
            court.Triggers.Undetermined(grade);
        }
    }

    /// <summary>A named condition's change is an effect; an unnamed one only triggers.</summary>
    private long SayGrade(GradeChange change)
    {
        var tracked = court.Agreement.Conditions[change.Condition];
        if (!tracked.IsGrade || !tracked.Stands)
        {
            return 0;
        }
        return court.Log.Say(
            new Effect
            {
                Seq = court.Log.Next,
                Kind = change.Kind,
                Clause = tracked.Clause,
                Grade = tracked.Name,
                Party = change.Key.Party == ConditionKey.AnyParty ? null : change.Key.Party,
                Sector = change.Key.Sector == 0 ? null : change.Key.Sector,
                At = change.At,
                KnownAt = change.KnownAt,
                Count = change.Count,
                Supposed = change.Supposed,
                Because = new Because(change.Rows, []),
            }
        );
    }
}
