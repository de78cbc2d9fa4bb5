using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Lifecycle;

/// <summary>
/// The course of the instrument's life as known (S13, S19): entry, who is bound from when, withdrawal, term and end.
/// </summary>
internal sealed class LifeCourse(Court court)
{
    private readonly Dictionary<string, Moment> entries = new(StringComparer.Ordinal);
    private readonly SortedList<string, (Moment At, WithdrawalRight Right, Act Notice)> notices = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, Moment> withdrawn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Moment> articleEnds = new(StringComparer.Ordinal);
    private readonly HashSet<string> spent = new(StringComparer.Ordinal);
    private Moment? termEnd;
    private bool told;

    private Life Life => court.Agreement.Life;

    public Moment? Entry { get; private set; }
    public Moment? End { get; private set; }

    /// <summary>From when a name is bound: a party's own entry; a body's is the agreement's. Null: not yet.</summary>
    public Moment? EntryOf(string name)
    {
        if (court.Text.PartySet.Contains(name))
        {
            return entries.TryGetValue(name, out var at) ? at : null;
        }
        return Entry;
    }

    public bool IsInForce(string article, Moment at) =>
        Entry <= at && !(End <= at) && !(articleEnds.TryGetValue(article, out var ended) && ended <= at);

    /// <summary>Whether a duty that arises then can be its (S19 Withdrawal: that instant included).</summary>
    public bool Binds(string name, Moment at) =>
        EntryOf(name) <= at && !(withdrawn.TryGetValue(name, out var left) && left <= at);

    /// <summary>Asks for the wake-ups that need no fact: an entry that is given.</summary>
    public void Begin()
    {
        var given = court.Options.InForceFrom ?? (Life.Entry?.OnDate as Point.Stated)?.First;
        if (given is { } from)
        {
            court.Agenda.Wake(from);
        }
    }

    /// <summary>
    /// An entry that is given comes before the facts of its instant; a text that says nothing of its entry is in force
    /// from the day of the first fact.
    /// </summary>
    public void Open(Moment first)
    {
        if (Entry is null && court.Options.InForceFrom is { } given && given <= first)
        {
            Enter(given, Because.Nothing, clause: null);
        }
        if (Entry is null && Life.Entry is null && court.Options.InForceFrom is null)
        {
            Enter(court.Calendar.StartOfDay(court.Calendar.DayOf(first)), Because.Nothing, clause: null);
        }
    }

    /// <summary>
    /// What life brings at this instant before anything is judged: entry, withdrawal, the end of the term.
    /// </summary>
    public void Run(bool actsCame)
    {
        EnterIfDue(actsCame);
        foreach (var (party, notice) in notices.Where(pair => pair.Value.At <= court.Now).ToList())
        {
            notices.Remove(party);
            withdrawn[party] = notice.At;
            var because = Court.BecauseOf(notice.Notice);
            var seq = court.Say(EffectKind.Withdrew, notice.Right.Clause, party, notice.At, because);
            court.Duties.EndKept(duty => duty.Bearer == party, notice.At, seq);
        }
        if (termEnd is { } end && end <= court.Now && End is null)
        {
            EndTerm(end);
        }
    }

    /// <summary>Ends whatever a condition ends now; asked before and after the record is judged.</summary>
    public void EndIfMet()
    {
        if (Entry is null)
        {
            return;
        }
        foreach (var rule in Life.Ends)
        {
            if (!rule.Stands || rule.Kind == EndKind.Suspended || spent.Contains(rule.Clause) || End is not null)
            {
                continue;
            }
            foreach (var condition in rule.When)
            {
                if (court.Judge.Evaluate(condition, null) != Conditions.Verdict.Met)
                {
                    continue;
                }
                var context = new PointReader.Context(court.Arisings.Root, court.Now, null);
                var met = court.Points.Read(new Point.WhenMet(condition), context);
                Finish(rule.Clause, rule.Article, met?.Last ?? court.Now, court.Reasons.Of([condition]));
                break;
            }
        }
    }

    /// <summary>
    /// A notice of withdrawal: recorded where the text gives the right, and refused where it gives none.
    /// </summary>
    public void Withdraw(Act act, string party)
    {
        var right = Life.Withdrawals.FirstOrDefault(item =>
            item.Stands && (item.By.IsEmpty || item.By.Contains(party)) && MayUse(item, act.At)
        );
        if (right is null || !Binds(party, act.At) || notices.ContainsKey(party))
        {
            court.Refuse(act, act.Clause, party, "no sentence lets it withdraw, or it has already given notice");
            return;
        }
        court.Say(EffectKind.NoticeRecorded, right.Clause, party, act.At, Court.BecauseOf(act), act.Supposed);
        var at = right.Notice is { } period ? court.Calendar.Add(act.At, period) : act.At;
        notices[party] = (at, right, act);
        court.Agenda.Wake(at);
    }

    private bool MayUse(WithdrawalRight right, Moment at) =>
        right.AsFrom is null
        || court.Points.Read(right.AsFrom, new PointReader.Context(court.Arisings.Root, court.Now, null))?.First <= at;

    private void EnterIfDue(bool actsCame)
    {
        if (Entry is null)
        {
            var rule = court.Options.InForceFrom is null ? Life.Entry : null;
            if (rule is not null && Needed(rule) is { } entry && entry <= court.Now)
            {
                Enter(entry, BecauseOfEntry(rule), rule.Clause);
            }
        }
        else if (actsCame && Life.Entry is { } entered && court.Options.InForceFrom is null)
        {
            foreach (var party in court.Text.Parties)
            {
                if (!entries.ContainsKey(party) && Consented(entered, party) is { } at)
                {
                    entries[party] = Moment.Max(at, Entry.Value);
                    court.Triggers.Enter(entries[party], party);
                }
            }
        }
    }

    /// <summary>
    /// `enteredIntoForce` is said once, and only where the text itself brought it about; an entry that is given is
    /// none.
    /// </summary>
    private void Enter(Moment at, Because because, string? clause)
    {
        Entry = at;
        foreach (var party in court.Text.Parties)
        {
            var isAsked = clause is not null && !Life.Entry!.Needs.IsEmpty;
            if ((isAsked ? Consented(Life.Entry!, party) : at) is { } consented)
            {
                entries[party] = Moment.Max(at, consented);
            }
        }
        if (clause is not null && !told)
        {
            told = true;
            court.Say(EffectKind.EnteredIntoForce, clause, bearer: null, at, because);
        }
        PlanTerm();
        TellLife();
        court.Triggers.Enter(at, party: null);
        foreach (var (party, own) in entries.Where(pair => pair.Value > at).ToList())
        {
            court.Triggers.Enter(own, party);
        }
    }

    /// <summary>The last of the facts that the entry needs, if all are on record.</summary>
    private Moment? Needed(EntryRule rule)
    {
        Moment? last = rule.OnDate is null ? null : court.Points.Read(rule.OnDate, RootContext)?.First;
        if (rule.OnDate is not null && last is null)
        {
            return null;
        }
        foreach (var need in rule.Needs)
        {
            if (Satisfied(need) is not { } at)
            {
                return null;
            }
            last = last is { } before ? Moment.Max(before, at) : at;
        }
        return last;
    }

    private PointReader.Context RootContext => new(court.Arisings.Root, court.Now, null);

    private Moment? Satisfied(EntryNeed need)
    {
        var done = need.By.Select(party => FirstOf(need.Kind, party)).Where(at => at is not null).Order().ToList();
        var number = need.Number ?? need.By.Length;
        if (done.Count < number || number == 0)
        {
            return null;
        }
        var last = done[number - 1]!.Value;
        foreach (var party in need.Including)
        {
            if (FirstOf(need.Kind, party) is not { } at)
            {
                return null;
            }
            last = Moment.Max(last, at);
        }
        return last;
    }

    private Moment? FirstOf(ActKind kind, string party) => ActOf(kind, party)?.At;

    private Act? ActOf(ActKind kind, string party) =>
        court.Record.First(
            new ActPattern
            {
                Kind = kind,
                Verb = "",
                By = [party],
            },
            Moment.Never
        );

    private Because BecauseOfEntry(EntryRule rule) =>
        new(
            [
                .. rule
                    .Needs.SelectMany(need => need.By.Select(party => ActOf(need.Kind, party)))
                    .OfType<Act>()
                    .Select(act => act.Id)
                    .Distinct(StringComparer.Ordinal),
            ],
            []
        );

    /// <summary>When a party consented to be bound, in the way that the entry rule asks of it.</summary>
    private Moment? Consented(EntryRule rule, string party)
    {
        var need = rule.Needs.FirstOrDefault(need => need.By.Contains(party) || need.Including.Contains(party));
        return FirstOf(need?.Kind ?? ActKind.Consent, party);
    }

    private void PlanTerm()
    {
        if (Life.Duration is { } term && court.Points.Read(term.From, RootContext) is { } from)
        {
            termEnd = court.Calendar.Add(from.First, term.Length);
            court.Agenda.Wake(termEnd.Value);
        }
    }

    private void EndTerm(Moment end)
    {
        var renewal = Life.Renewals.FirstOrDefault(item =>
            item.Stands && (item.When is null || court.Judge.Evaluate(item.When, null) == Conditions.Verdict.Met)
        );
        if (renewal is not null)
        {
            termEnd = court.Calendar.Add(end, renewal.Length);
            court.Agenda.Wake(termEnd.Value);
            return;
        }
        Finish(Life.Duration!.Clause, article: null, end, Because.Nothing);
    }

    private void Finish(string clause, string? article, Moment at, Because because)
    {
        spent.Add(clause);
        if (article is null)
        {
            End = at;
            TellLife();
        }
        else
        {
            articleEnds[article] = at;
        }
        var seq = court.Say(EffectKind.Ended, clause, bearer: null, at, because);
        court.Duties.EndKept(duty => article is null || duty.Norm.Article == article, at, seq);
        court.Duties.EndRecurring(duty => article is null || duty.Norm.Article == article, at, seq);
        court.Procedures.Close(article);
    }

    /// <summary>
    /// Tells the counting side from when to when rows belong to the life; the last second before the end is the last.
    /// </summary>
    private void TellLife()
    {
        var from = court.Options.From is { } cut && Entry is { } entry ? Moment.Max(cut, entry) : Entry;
        var last = End?.Plus(-1);
        var to = court.Options.To is { } end ? (last is { } own ? Moment.Min(end, own) : end) : last;
        court.Conditions.SetLife(from, to);
    }
}
