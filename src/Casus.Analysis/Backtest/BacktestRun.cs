using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// Replays a history under an agreement: merges facts in knowledge order with the machine's wake-ups, hands on every
/// effect as it is said, and counts. A pure function of its input.
/// </summary>
public sealed class BacktestRun
{
    private readonly BacktestInput input;
    private readonly Agreement agreement;
    private readonly EntryIntoForce entry;
    private readonly Action<Effect> sink;
    private readonly AssumedRows assumed;
    private readonly DutyTally duties;
    private readonly LifeSpan life;
    private long effects;

    private BacktestRun(BacktestInput input, EntryIntoForce entry, Action<Effect> sink)
    {
        this.input = input;
        this.entry = entry;
        this.sink = sink;
        agreement = input.Agreement;
        assumed = new AssumedRows(input.Incidents);
        duties = new DutyTally(assumed);
        life = new LifeSpan(input, entry.Stated);
    }

    /// <summary>Why the input cannot be run; null where it can.</summary>
    public static BacktestProblem? Problem(BacktestInput input) =>
        EntryIntoForce.Of(input) is null
            ? new BacktestProblem(
                "there is no row from whose day the text could be in force",
                "nothing can arise before the entry into force",
                "Say --in-force-from D"
            )
            : null;

    /// <summary>Runs an input without a <see cref="Problem"/>.</summary>
    /// <param name="sink">Gets every effect in order: as known, then hindsight's.</param>
    /// <param name="progress">Gets the number of facts that have been taken; null: nobody asks.</param>
    public static BacktestResult Run(BacktestInput input, Action<Effect> sink, Action<int>? progress)
    {
        var entry = EntryIntoForce.Of(input) ?? throw new ArgumentException($"{Problem(input)}", nameof(input));
        return new BacktestRun(input, entry, sink).Run(progress);
    }

    private BacktestResult Run(Action<int>? progress)
    {
        var acts = input.Acts ?? [];
        using var replay = new HistoryReplay(input, entry, life);
        var judged = replay.Run(Watched(FactOrder.Of(input.Incidents, acts), progress), Say, null);
        return Count(replay.Machine, replay.Conditions, acts, judged);
    }

    private static IEnumerable<Fact> Watched(IEnumerable<Fact> facts, Action<int>? progress)
    {
        const int Often = 1024;
        var taken = 0;
        foreach (var fact in facts)
        {
            yield return fact;
            if (++taken % Often == 0)
            {
                progress?.Invoke(taken);
            }
        }
    }

    private void Say(Effect effect)
    {
        effects++;
        duties.Add(effect);
        life.Add(effect);
        sink(effect);
    }

    private BacktestResult Count(
        Machine machine,
        ListeningConditions conditions,
        ImmutableArray<Act> acts,
        Moment judged
    )
    {
        var span = life.Span;
        var known = duties.Count(agreement, [.. machine.Duties]);
        ImmutableArray<Act> inLife = [.. acts.Where(act => life.Holds(act.At))];
        var filled = assumed.InHindsight(conditions);
        var hypothetical = new HypotheticalDuties(agreement, conditions, inLife, filled, assumed).Count();
        var announced = new AnnouncedGrades(agreement, conditions, assumed, judged).Count();
        var grades = GradeCount.Of(agreement, conditions.Inner, filled);
        foreach (var effect in HindsightEffects.Of(agreement, conditions, effects, judged))
        {
            effects++;
            sink(effect);
        }
        AlarmTimeline? hindsight = null;
        AlarmTimeline? asKnown = null;
        if (input.Alarm is { } alarm)
        {
            hindsight = AlarmTimeline.InHindsight(alarm, conditions, inLife);
            asKnown = AlarmTimeline.AsKnown(alarm, conditions, inLife, hindsight);
        }
        var incidents = IncidentCount.Of(conditions.Inner, input.Incidents);
        return new BacktestResult
        {
            Agreement = agreement,
            Span = span,
            Horizon = judged,
            Incidents = incidents,
            RowsBeyondSpan = input.Incidents.Length - incidents.Total,
            Zones = ZoneCount.Of(agreement, conditions.Inner),
            AsKnown = View(announced, known, asKnown, judged),
            Hindsight = View(grades, hypothetical, hindsight, judged),
            Alarm = input.Alarm,
            Suppositions = Suppositions(known),
            CoverageStated = input.CoverageStated,
            IsCovered = !input.Uncovered.Any(gap => gap.Overlaps(span)),
            LastKnown = life.LastKnown,
            Undecided = Undecided.Of(agreement, conditions.Inner),
            Warnings = DatumWarnings.Of(agreement, span),
            Detail = new BacktestDetail(conditions, machine, agreement, judged),
            Effects = effects,
            StateHash = machine.StateHash,
        };
    }

    private BacktestView View(
        ImmutableArray<GradeCount> grades,
        ImmutableArray<DutyCount> counted,
        AlarmTimeline? alarm,
        Moment judged
    )
    {
        if (alarm is null)
        {
            return new BacktestView(grades, counted, [], FalseAlarms.NotCounted);
        }
        var score = new EpisodeScore(alarm, life.Covered, input.Uncovered, judged);
        return new BacktestView(
            grades,
            counted,
            [.. input.Episodes.Select(score.Of)],
            input.Episodes.IsEmpty ? FalseAlarms.NotCounted : score.FalseAlarms(input.Episodes)
        );
    }

    private ImmutableArray<string> Suppositions(ImmutableArray<DutyCount> known)
    {
        var suppositions = ImmutableArray.CreateBuilder<string>();
        if (entry.Supposition is { } supposed)
        {
            suppositions.Add(supposed);
        }
        var procedural = input.Suppose switch
        {
            Supposition.Deadline => "procedural duties are done, and decisions carried, at their deadlines",
            Supposition.Prompt => "procedural duties are done, and decisions carried, at once",
            _ => null,
        };
        var isProcedural =
            agreement.Procedures.Any(procedure => procedure.Stands)
            || agreement.Norms.Any(norm => norm is { Stands: true, IsProcedural: true, Kind: NormKind.Do });
        if (procedural is not null && isProcedural)
        {
            var resting = known.Sum(duty => duty.Supposed);
            suppositions.Add($"{procedural}, where nothing is stated ({resting} duties rest on it)");
        }
        return suppositions.ToImmutable();
    }
}
