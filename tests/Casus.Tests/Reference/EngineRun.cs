using System.Collections.Immutable;
using System.Text.Json;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;
using Casus.Reference;
using Casus.Tests.Vectors;

namespace Casus.Tests.Reference;

/// <summary>
/// A history driven through the engine's counting side, in the order of knowledge, as every driver does it.
/// </summary>
internal sealed class EngineRun
{
    private readonly ConditionMachine machine;
    private readonly List<GradeChange> grades = [];
    private readonly List<GradeUndetermined> undetermined = [];
    private readonly List<RowJudged> rows = [];

    private EngineRun(ReferenceCase history)
    {
        var options = new MachineOptions { Uncovered = history.Uncovered };
        machine = new ConditionMachine(history.Agreement, history.Watched, options);
        machine.SetLife(history.LifeFrom, history.LifeTo);
        foreach (var suspension in history.Suspensions)
        {
            machine.Suspend(suspension.From, suspension.To);
        }
        Drive(history);
    }

    public static EngineRun Of(ReferenceCase history) => new(history);

    public ConditionMachine Machine => machine;

    /// <summary>In the form in which the reference says the same.</summary>
    public IEnumerable<ReferenceEffect> Effects =>
        grades.Select(change => new ReferenceEffect(
            change.Condition,
            change.Key,
            change.Kind,
            change.At,
            change.KnownAt
        ));

    public IEnumerable<ReferenceTelling> Undetermined =>
        undetermined.Select(one => new ReferenceTelling(one.Condition, one.Key, one.At, one.KnownAt));

    public IEnumerable<ReferenceRowVerdict> Rows =>
        rows.Select(one => new ReferenceRowVerdict(one.Pattern, one.Row.Id, one.Before, one.Now, one.KnownAt));

    public ImmutableArray<ReferenceTimeline> Hindsight =>
        [
            .. machine
                .Hindsight()
                .Select(line => new ReferenceTimeline(
                    line.Condition,
                    line.Key,
                    [.. line.Segments.Select(segment => (segment.From, segment.Verdict))],
                    [.. line.Runs.Select(run => new Run(run.Start, run.End, run.Arose))]
                )),
        ];

    /// <summary>In the form in which a vector is compared.</summary>
    public JudgedHistory Judged() =>
        new(
            "engine",
            [
                .. Effects.Select(effect => new JudgedEffect(
                    effect.Condition,
                    effect.Key,
                    JsonNamingPolicy.CamelCase.ConvertName(effect.Kind.ToString()),
                    effect.At,
                    effect.KnownAt
                )),
            ],
            [.. Hindsight.Select(line => new JudgedRuns(line.Condition, line.Key, line.Runs))],
            id =>
                machine.Standing(id) is { } standing
                    ? new JudgedStanding(standing.Established, standing.Attributed, standing.Breach)
                    : null
        );

    private void Drive(ReferenceCase history)
    {
        var arrivals = history
            .Rows.Select(row => (row.KnownAt, Tell: (Action)(() => machine.Record(row))))
            .Concat(history.Anchors.Select(a => (a.Act.KnownAt, Tell: (Action)(() => machine.Anchor(a.Act, a.Verb)))))
            .Append((KnownAt: history.LifeFrom ?? Moment.Forever, Tell: (Action)(() => { }))) // Entry is an instant of knowledge like any other.
            .OrderBy(arrival => arrival.KnownAt)
            .ToList();
        var next = 0;
        while (true)
        {
            var fact = next < arrivals.Count ? arrivals[next].KnownAt : Moment.Forever;
            var now = Moment.Min(fact, machine.NextWakeUp ?? Moment.Forever);
            if (now > history.Horizon)
            {
                break;
            }
            for (; next < arrivals.Count && arrivals[next].KnownAt <= now; next++)
            {
                arrivals[next].Tell();
            }
            Keep(machine.JudgeAt(now));
        }
        Keep(machine.JudgeAt(history.Horizon));
    }

    private void Keep(Judgements judgements)
    {
        grades.AddRange(judgements.Grades);
        undetermined.AddRange(judgements.Undetermined);
        rows.AddRange(judgements.Rows);
    }
}
