using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;
using Casus.Reference;

namespace Casus.Tests.Counting;

/// <summary>
/// An agreement and a record, run through the machine as the scheduler would, and told to the reference.
/// </summary>
internal sealed record CountingCase
{
    public required Agreement Agreement { get; init; }
    public required ImmutableArray<IncidentRow> Rows { get; init; }
    public ImmutableArray<Anchor> Anchors { get; init; } = [];
    public required Moment LifeFrom { get; init; }
    public Moment? LifeTo { get; init; }
    public ImmutableArray<Suspension> Suspensions { get; init; } = [];
    public ImmutableArray<TimeInterval> Uncovered { get; init; } = [];
    public required Moment Horizon { get; init; }
    public ImmutableArray<int> Watched { get; init; } = [];

    /// <summary>What a person needs to see of a case that fails.</summary>
    public static string Describe(CountingCase given) =>
        string.Join(
            '\n',
            given
                .Agreement.Conditions.Select(tracked => $"{tracked.Condition}")
                .Append($"life {given.LifeFrom} {given.LifeTo}, sectors {given.Agreement.Sectors?.Count}")
                .Append($"{given.Agreement.Established} {given.Agreement.Attributed} {given.Agreement.SameIncident}")
                .Append($"{given.Agreement.Norms[0].Exceptions.FirstOrDefault()?.SelfDefence}")
                .Concat(given.Suspensions.Select(suspension => $"{suspension}"))
                .Concat(given.Uncovered.Select(gap => $"uncovered {gap}"))
                .Concat(
                    given.Anchors.Select(anchor =>
                        $"warned {anchor.Act.At} known {anchor.Act.KnownAt} to {anchor.Act.To}"
                    )
                )
                .Concat(given.Rows.Select(Describe))
        );

    private static string Describe(IncidentRow row) =>
        $"{row.Id} {row.Occurred.From}..{row.Occurred.To} known {row.KnownAt} {row.Place?.District} {row.Place?.Point}"
        + $" r {row.Place?.RadiusKm} {row.Conduct} {row.CountMin}..{row.CountMax} {row.Party} on {row.Against}"
        + $" {row.Group} {row.Incident} corrects {row.Supersedes} {string.Join(' ', row.Findings)}";

    public ReferenceCase ForReference() =>
        new()
        {
            Agreement = Agreement,
            Rows = Rows,
            Anchors = Anchors,
            LifeFrom = LifeFrom,
            LifeTo = LifeTo,
            Suspensions = Suspensions,
            Uncovered = Uncovered,
            Horizon = Horizon,
            Locate = row => Locate(Agreement, row.Place),
            Metres = Geodesic.Metres,
            Watched = Watched,
        };

    public CountingStory Run()
    {
        var options = new MachineOptions { Uncovered = Uncovered };
        var machine = new ConditionMachine(
            Agreement,
            Watched,
            options,
            (place, _) => Locate(Agreement, place),
            Geodesic.Metres
        );
        machine.SetLife(LifeFrom, LifeTo);
        foreach (var suspension in Suspensions)
        {
            machine.Suspend(suspension.From, suspension.To);
        }
        var story = new CountingStory(machine);
        var facts = Rows.Select(row => row.KnownAt)
            .Concat(Anchors.Select(anchor => anchor.Act.KnownAt))
            .Where(at => at <= Horizon)
            .Distinct()
            .Order();
        foreach (var at in facts)
        {
            story.WakeUntil(at);
            foreach (var row in Rows.Where(row => row.KnownAt == at))
            {
                machine.Record(row);
            }
            foreach (var anchor in Anchors.Where(anchor => anchor.Act.KnownAt == at))
            {
                machine.Anchor(anchor.Act, anchor.Verb);
            }
            story.Judge(at);
        }
        story.WakeUntil(Horizon.Plus(1));
        story.Judge(Horizon);
        return story;
    }

    /// <summary>
    /// A stand-in for the geography: the district of a place writes what it is, such as "2|1,2" (in the zone; sector 1
    /// or 2), "1|*" (perhaps; any sector).
    /// </summary>
    public static Location Locate(Agreement agreement, Place? place)
    {
        var written = (place?.District ?? "1|*").Split('|');
        var zone = (Verdict)int.Parse(written[0]);
        return new Location
        {
            Zones = [.. agreement.Zones.Select(_ => zone)],
            Left = [],
            OriginLeft = [],
            DistanceMetres = [],
            Sectors = written[1] switch
            {
                "*" => default,
                "" => [],
                var sectors =>
                [
                    .. sectors.Split(',').Select(int.Parse).Where(s => s <= (agreement.Sectors?.Count ?? 0)),
                ],
            },
        };
    }
}

/// <summary>What the machine has told in one run.</summary>
internal sealed class CountingStory(ConditionMachine machine)
{
    public ConditionMachine Machine => machine;
    public List<GradeChange> Grades { get; } = [];
    public List<GradeUndetermined> Undetermined { get; } = [];
    public List<RowJudged> Rows { get; } = [];

    public void Judge(Moment at)
    {
        var judged = machine.JudgeAt(at);
        Grades.AddRange(judged.Grades);
        Undetermined.AddRange(judged.Undetermined);
        Rows.AddRange(judged.Rows);
    }

    public void WakeUntil(Moment before)
    {
        while (machine.NextWakeUp is { } at && at < before)
        {
            Judge(at);
        }
    }
}
