using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Lifecycle;

/// <summary>
/// Suspension and resumption (S19): in between nothing arises, no deadline falls, and each running clock stops and goes
/// on.
/// </summary>
internal sealed class Suspensions(Court court)
{
    private sealed record Suspended(string Clause, string? Article, Moment From)
    {
        public Moment? To { get; set; }

        public bool Covers(string article) => Article is null || Article == article;
    }

    private readonly List<Suspended> all = [];

    // By article: the seconds of suspension by which its running deadlines have been moved.
    private readonly Dictionary<string, long> moved = new(StringComparer.Ordinal);

    public bool IsActive(string article)
    {
        foreach (var suspension in all)
        {
            if (suspension.To is null && suspension.Covers(article))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether an instant lies in a suspension of the article or of the agreement.</summary>
    public bool Holds(string article, Moment at)
    {
        foreach (var suspension in all)
        {
            if (suspension.Covers(article) && suspension.From <= at && (suspension.To is not { } to || at < to))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// A clock that runs through suspensions that are over falls due so much later, once where they overlap.
    /// </summary>
    public Moment Extend(Moment start, Moment due, string article)
    {
        foreach (var (from, to) in Over(article))
        {
            if (from <= due && to > start)
            {
                due = due.Plus(to.Second - Moment.Max(from, start).Second);
            }
        }
        return due;
    }

    /// <summary>A suspension or a resumption by a party, where the text gives it the power.</summary>
    public void Act(Act act, string party)
    {
        var right = court.Agreement.Life.Suspensions.FirstOrDefault(item =>
            item.Stands
            && (item.By.IsEmpty || item.By.Contains(party))
            && (act.Clause is null || act.Clause == item.Clause || item.Article == act.Clause)
        );
        var running = right is null ? null : all.Find(item => item.To is null && item.Clause == right.Clause);
        var suspends = act.Kind == ActKind.Suspension;
        if (right is null || !court.Life.Binds(party, act.At) || suspends == (running is not null))
        {
            court.Refuse(act, act.Clause, party, "it has no power to do so, or there is nothing to suspend or resume");
            return;
        }
        if (suspends)
        {
            Start(right.Clause, right.Article, act.At, party, Court.BecauseOf(act));
        }
        else
        {
            Resume(running!, act.At, party, Court.BecauseOf(act));
        }
    }

    /// <summary>`is suspended when C until E`: follows what the text itself says.</summary>
    public void Follow()
    {
        foreach (var rule in court.Agreement.Life.Ends)
        {
            if (!rule.Stands || rule.Kind != EndKind.Suspended)
            {
                continue;
            }
            var running = all.Find(item => item.To is null && item.Clause == rule.Clause);
            var verdict = rule.When.Aggregate(
                Verdict.NotMet,
                (verdict, condition) => verdict.Or(court.Judge.Evaluate(condition, null))
            );
            if (running is null && verdict == Verdict.Met && !IsPast(rule, Moment.Never))
            {
                var met = rule.When.Where(condition => court.Judge.Evaluate(condition, null) == Verdict.Met);
                Start(rule.Clause, rule.Article, court.Now, party: null, court.Reasons.Of(met));
            }
            else if (
                running is not null
                && (rule.Until is null ? verdict == Verdict.NotMet : IsPast(rule, running.From))
            )
            {
                Resume(running, court.Now, party: null, court.Reasons.Of(rule.Until));
            }
        }
    }

    private bool IsPast(EndRule rule, Moment from)
    {
        var context = new PointReader.Context(court.Arisings.Root, court.Now, null);
        return rule.Until is { } until
            && court.Points.Read(until, context) is { } instant
            && instant.First >= from
            && instant.First <= court.Now;
    }

    private void Start(string clause, string? article, Moment at, string? party, Because because)
    {
        all.Add(new Suspended(clause, article, at));
        court.Say(EffectKind.Suspended, clause, party, at, because);
        if (article is null)
        {
            court.Conditions.Suspend(at, to: null);
        }
    }

    private void Resume(Suspended running, Moment at, string? party, Because because)
    {
        running.To = at;
        court.Say(EffectKind.Resumed, running.Clause, party, at, because);
        if (running.Article is null)
        {
            court.Conditions.Suspend(running.From, at);
        }
        foreach (var article in Articles().Where(running.Covers))
        {
            Move(article, at);
        }
        court.Arisings.RecheckAll();
    }

    /// <summary>
    /// The clocks of an article go on once nothing suspends it: by all that has been suspended since they last went on.
    /// </summary>
    private void Move(string article, Moment at)
    {
        if (IsActive(article))
        {
            return;
        }
        var over = Over(article);
        var total = over.Sum(stretch => stretch.To.Second - stretch.From.Second);
        var length = total - moved.GetValueOrDefault(article);
        moved[article] = total;
        var from = over.First(stretch => at <= stretch.To).From;
        court.Duties.Postpone(article, from, length);
        court.Procedures.Postpone(article, from, length);
    }

    private IEnumerable<string> Articles() =>
        court
            .Agreement.Norms.Select(norm => norm.Article)
            .Concat(court.Agreement.Procedures.Select(procedure => procedure.Article))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The suspensions of an article that are over, joined where they overlap or touch; ascending.</summary>
    private List<(Moment From, Moment To)> Over(string article)
    {
        var joined = new List<(Moment From, Moment To)>();
        foreach (var suspension in all.Where(item => item.Covers(article)).OrderBy(item => item.From.Second))
        {
            if (suspension.To is not { } to)
            {
                continue;
            }
            if (joined.Count > 0 && suspension.From <= joined[^1].To)
            {
                joined[^1] = (joined[^1].From, Moment.Max(joined[^1].To, to));
            }
            else
            {
                joined.Add((suspension.From, to));
            }
        }
        return joined;
    }
}
