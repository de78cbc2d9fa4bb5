using System.Collections.Immutable;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>
/// Turns what happened at an instant into arisings (S17 Instances), in the order of the text: rows that are met, grades
/// that arose, acts, points that came, entries into force.
/// </summary>
internal sealed class Triggers
{
    private readonly Court court;
    private readonly Dictionary<int, List<Occasion>> byPattern = [];
    private readonly Dictionary<int, List<Occasion>> byCondition = [];
    private readonly List<Occasion> byAct = [];
    private List<Planned> queued = [];
    private List<Planned> running = [];
    private readonly List<Recurrence> recurrences = [];
    private readonly List<Act> beforeEntry = [];
    private readonly RowTriggers rows;
    private readonly GradeTriggers grades;
    private bool isRunning;

    /// <summary>What is to be run in the order of the text: a row's change, or anything else.</summary>
    private readonly record struct Planned(int Order, RowChange? Change, Action? Run);

    private sealed class Recurrence(Norm norm, Arising arising)
    {
        public Norm Norm { get; } = norm;
        public Arising Arising { get; } = arising;
        public int Done { get; set; }
    }

    public Triggers(Court court)
    {
        this.court = court;
        rows = new RowTriggers(court);
        grades = new GradeTriggers(court);
        foreach (var occasion in court.Text.Occasions)
        {
            foreach (var trigger in occasion.Triggers)
            {
                switch (trigger)
                {
                    case Trigger.Incident incident:
                        Add(byPattern, incident.Pattern, occasion);
                        break;
                    case Trigger.Arises arises:
                        Add(byCondition, arises.Condition, occasion);
                        break;
                    case Trigger.Acted or Trigger.Comes { Point: Point.OfAct } when !byAct.Contains(occasion):
                        byAct.Add(occasion);
                        break;
                }
            }
        }
    }

    public IEnumerable<int> Patterns => byPattern.Keys;

    /// <summary>Entry into force, of the agreement (no party) or of one that comes later.</summary>
    public void Enter(Moment at, string? party)
    {
        foreach (var occasion in court.Text.Occasions)
        {
            if (occasion.Triggers.IsEmpty && occasion.Block is null)
            {
                Queue(occasion.Order, () => EnterOne(occasion, at, party));
            }
            else if (party is null)
            {
                StartWaiting(occasion, at);
            }
        }
        if (party is null)
        {
            beforeEntry.ForEach(Act);
            beforeEntry.Clear();
        }
    }

    public void Rows(ImmutableArray<RowJudged> judged)
    {
        foreach (var row in judged)
        {
            if (!byPattern.TryGetValue(row.Pattern, out var occasions))
            {
                continue;
            }
            foreach (var occasion in occasions)
            {
                rows.Note(occasion, row);
            }
        }
        rows.Plan();
    }

    public void Grade(GradeChange change, long effect)
    {
        if (!byCondition.TryGetValue(change.Condition, out var occasions))
        {
            return;
        }
        foreach (var occasion in occasions)
        {
            if (GradeTriggers.Concerns(occasion, change.Condition, change.Key.Party))
            {
                Queue(occasion.Order, () => grades.Change(occasion, change, effect));
            }
        }
    }

    public void Undetermined(GradeUndetermined grade)
    {
        if (!byCondition.TryGetValue(grade.Condition, out var occasions))
        {
            return;
        }
        foreach (var occasion in occasions)
        {
            if (GradeTriggers.Concerns(occasion, grade.Condition, grade.Key.Party))
            {
                var party = GradeTriggers.PartyOf(grade.Key);
                var because = new Because(grade.Rows, []);
                Queue(
                    occasion.Order,
                    () => court.Arisings.Undetermined(occasion, party, victim: null, grade.At, grade.At, because)
                );
            }
        }
    }

    /// <summary>
    /// An act that is a trigger. Before the entry it gives rise to nothing, unless the entry is learnt to lie before
    /// it.
    /// </summary>
    public void Act(Act act)
    {
        if (court.Life.Entry is not { } entry)
        {
            beforeEntry.Add(act);
            return;
        }
        if (act.At < entry || !ActRecord.IsPositive(act))
        {
            return;
        }
        foreach (var occasion in byAct)
        {
            if (occasion.Triggers.Any(trigger => Meets(act, trigger)))
            {
                Queue(occasion.Order, () => Arise(occasion, act));
            }
        }
    }

    /// <summary>Years (months) that recur begin.</summary>
    public void Recur(Norm norm, Arising arising)
    {
        if (recurrences.Exists(recurrence => recurrence.Norm == norm))
        {
            return;
        }
        var recurrence = new Recurrence(norm, arising);
        recurrences.Add(recurrence);
        Recur(recurrence);
    }

    /// <summary>Runs what was queued, in text order; what is queued meanwhile follows.</summary>
    public void Run()
    {
        foreach (var recurrence in recurrences)
        {
            Queue(recurrence.Norm.Order, () => Recur(recurrence));
        }
        isRunning = true;
        while (queued.Count > 0)
        {
            (queued, running) = (running, queued);
            SortByText(running);
            foreach (var planned in running)
            {
                if (planned.Change is { } change)
                {
                    rows.Run(change);
                }
                planned.Run?.Invoke();
            }
            running.Clear();
        }
        rows.Forget();
        isRunning = false;
    }

    /// <summary>The order in the text decides before the triggers' turn; what comes after it follows at once.</summary>
    public void Queue(int order, Action run) => Queue(new Planned(order, null, run));

    public void Queue(RowChange change) => Queue(new Planned(change.Occasion.Order, change, null));

    private void Queue(Planned planned)
    {
        queued.Add(planned);
        if (!isRunning && court.IsAfterTriggers)
        {
            Run();
        }
    }

    /// <summary>Stable; nearly always there is nothing to move.</summary>
    private static void SortByText(List<Planned> list)
    {
        for (var i = 1; i < list.Count; i++)
        {
            if (list[i].Order < list[i - 1].Order)
            {
                Planned[] sorted = [.. list.OrderBy(planned => planned.Order)];
                list.Clear();
                list.AddRange(sorted);
                return;
            }
        }
    }

    private void EnterOne(Occasion occasion, Moment at, string? party)
    {
        var norm = occasion.Norms.FirstOrDefault();
        if (party is not null && (norm is null || norm.Bearers.Mode == BearerMode.Jointly))
        {
            return;
        }
        court.Arisings.Arise(New(occasion, at, new TimeInterval(at, at), party));
    }

    /// <summary>
    /// What has no fact of its own: points that come, and triggers without a measure, which stay undetermined.
    /// </summary>
    private void StartWaiting(Occasion occasion, Moment at)
    {
        foreach (var trigger in occasion.Triggers)
        {
            if (trigger is Trigger.OpenTextured)
            {
                Queue(occasion.Order, () => court.Arisings.Undetermined(occasion, null, null, at, at, Because.Nothing));
            }
            else if (trigger is Trigger.Comes { Point: not Point.OfAct } comes)
            {
                Queue(occasion.Order, () => AwaitPoint(occasion, comes.Point, at));
            }
        }
    }

    private void AwaitPoint(Occasion occasion, Point point, Moment entry)
    {
        var root = New(occasion, entry, new TimeInterval(entry, entry), bearer: null);
        court.Arisings.WaitFor(root, () => HasCome(occasion, root, point));
    }

    private bool HasCome(Occasion occasion, Arising root, Point point)
    {
        if (court.Points.Read(point, new PointReader.Context(root, root.At, null)) is not { } instant)
        {
            return false;
        }
        if (instant.First > court.Now)
        {
            court.Arisings.Wake(root, instant.First);
            return false;
        }
        if (instant.First >= root.At)
        {
            AriseAt(occasion, instant.First, root.Party);
        }
        return true;
    }

    private void AriseAt(Occasion occasion, Moment at, string? party)
    {
        var arising = New(occasion, at, new TimeInterval(at, at), bearer: null, party);
        court.Arisings.Arise(arising);
    }

    private void Recur(Recurrence recurrence)
    {
        var (norm, first) = (recurrence.Norm, recurrence.Arising);
        while (true)
        {
            var start = Period(first.At, recurrence.Done, norm.Each!.Value);
            if (start > court.Now)
            {
                court.Agenda.Wake(start);
                return;
            }
            recurrence.Done++;
            var due = Period(first.At, recurrence.Done, norm.Each!.Value).Plus(-1);
            var arising = New(first.Occasion, start, new TimeInterval(start, start), bearer: null);
            court.Arisings.AriseFor(norm, arising, due);
            if (!court.Life.IsInForce(norm.Article, start))
            {
                return;
            }
        }
    }

    /// <summary>Counted from the first, so that a clamped day is not lost for the years after.</summary>
    private Moment Period(Moment from, int number, LengthUnit unit) =>
        court.Calendar.Add(from, new Length(number, unit));

    private static bool Meets(Act act, Trigger trigger) =>
        trigger switch
        {
            Trigger.Acted acted => ActRecord.Meets(act, acted.Act),
            Trigger.Comes { Point: Point.OfAct point } => ActRecord.Meets(act, point.Act),
            _ => false,
        };

    private void Arise(Occasion occasion, Act act)
    {
        var arising = new Arising
        {
            Id = court.Arisings.NextId(),
            Occasion = occasion,
            At = act.At,
            KnownAt = court.Now,
            Act = new TimeInterval(act.At, act.At),
            Recorded = act,
            Supposed = act.Supposed,
            Facts = act.Supposed ? [] : [act.Id],
        };
        if (court.Arisings.IsInTime(arising))
        {
            court.Arisings.Arise(arising);
        }
    }

    private Arising New(Occasion occasion, Moment at, TimeInterval act, string? bearer, string? party = null) =>
        new()
        {
            Id = court.Arisings.NextId(),
            Occasion = occasion,
            At = at,
            KnownAt = court.Now,
            Act = act,
            Bearer = bearer,
            Party = party,
        };

    private static void Add(Dictionary<int, List<Occasion>> index, int key, Occasion occasion)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }
        if (!list.Contains(occasion))
        {
            list.Add(occasion);
        }
    }
}
