using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Procedures;

/// <summary>Where decisions are opened, voted on and settled (S18).</summary>
internal sealed class ProcedureRoom(Court court)
{
    private readonly PendingDecisions pending = new(court);
    private readonly List<Proceeding> all = [];
    private readonly List<Proceeding> open = [];
    private readonly List<(Act Act, string Name)> deferred = [];
    private readonly HashSet<Proceeding> stirred = [];
    private readonly PriorityQueue<Proceeding, long> due = new();
    private bool decided;

    /// <summary>Something happened that a decision may have waited for.</summary>
    public bool IsTouched => pending.IsTouched;

    /// <summary>
    /// A trigger is met: its decisions open in the procedures' turn, or once their anchor has happened.
    /// </summary>
    public void Trigger(Arising arising)
    {
        foreach (var procedure in arising.Occasion.Procedures)
        {
            if (procedure.Branch is null)
            {
                pending.Add(procedure, arising, arising.Supposed, arising.Effects);
            }
        }
    }

    /// <summary>Something that a decision may wait for has happened in an arising; none given: anywhere.</summary>
    public void Touch(Arising? arising) => pending.Touch(arising);

    /// <summary>Whether a decision was made since this was last asked.</summary>
    public bool TakeDecided()
    {
        var taken = decided;
        decided = false;
        return taken;
    }

    /// <summary>A vote counts in the oldest open procedure of its clause in which that member has not voted.</summary>
    public void Vote(Act act)
    {
        foreach (var name in act.By)
        {
            if (!TryCast(act, name))
            {
                deferred.Add((act, name));
            }
        }
    }

    /// <summary>Opens what may open, takes the votes, settles what no vote can change and what is due.</summary>
    public void Run()
    {
        bool again;
        do
        {
            again = OpenAll();
            foreach (var (act, name) in deferred)
            {
                if (!TryCast(act, name))
                {
                    court.Refuse(act, act.Clause, name, WhyRefused(act, name));
                }
            }
            deferred.Clear();
            again |= SettleStirred();
        } while (again);
    }

    private bool SettleStirred()
    {
        while (due.TryPeek(out _, out var at) && at <= court.Now.Second)
        {
            stirred.Add(due.Dequeue());
        }
        if (stirred.Count == 0)
        {
            return false;
        }
        var now = stirred.OrderBy(item => item.Procedure.Order).ThenBy(item => item.Seq).ToList();
        stirred.Clear();
        var settled = false;
        foreach (var proceeding in now)
        {
            settled |= Settle(proceeding);
        }
        return settled;
    }

    public Instant? OutcomeOf(string clause, Arising arising)
    {
        var own = arising.Proceedings.FindLast(item => item.Procedure.Clause == clause);
        var decided = own ?? (arising.Occasion.Procedures.Any(item => item.Clause == clause) ? null : Last(clause));
        return decided?.OutcomeAt is { } at ? Instant.At(at, decided.Supposed) : null;
    }

    public bool HasOutcome(string clause, bool carried) =>
        all.Exists(item => item.Procedure.Clause == clause && item.Carried == carried);

    /// <summary>The numbers of the effects that said so, in order.</summary>
    public IEnumerable<long> OutcomesOf(string clause, bool carried) =>
        all.Where(item => item.Procedure.Clause == clause && item.Carried == carried).Select(item => item.OutcomeSeq);

    /// <summary>Open procedures end with the life of what they rest on, with no outcome (S19 End).</summary>
    public void Close(string? article)
    {
        foreach (var proceeding in open.Where(item => article is null || item.Procedure.Article == article).ToList())
        {
            proceeding.Closed = true;
            open.Remove(proceeding);
        }
        pending.Close(article);
    }

    public void Postpone(string article, Moment from, long seconds)
    {
        foreach (var proceeding in open)
        {
            stirred.Add(proceeding);
            if (proceeding.Procedure.Article == article && proceeding.Due is { } end && end >= from)
            {
                SetDue(proceeding, end.Plus(seconds));
            }
        }
        pending.Touch(arising: null);
    }

    private Proceeding? Last(string clause) =>
        all.FindLast(item => item.Procedure.Clause == clause && item.OutcomeAt is not null);

    private void SetDue(Proceeding proceeding, Moment at)
    {
        proceeding.Due = at;
        due.Enqueue(proceeding, at.Second);
        court.Agenda.Wake(at);
    }

    private bool OpenAll()
    {
        var ready = pending.Take();
        foreach (var (item, supposed) in ready)
        {
            Open(item, new PointReader.Context(item.Arising, court.Now, null), supposed);
        }
        return ready.Count > 0;
    }

    private void Open(PendingDecision item, PointReader.Context context, bool supposed)
    {
        var (procedure, arising) = (item.Procedure, item.Arising);
        var accused = procedure.WithoutAccused ? arising.Party : null;
        var names = ArisingRegister.Names(procedure.Deciders, arising.Party, arising.Victim);
        var proceeding = new Proceeding(
            procedure,
            arising,
            [.. names.Where(name => name != accused && court.Life.Binds(name, court.Now))]
        )
        {
            Vetoes = [.. procedure.Vetoes.Where(name => name != accused && court.Life.Binds(name, court.Now))],
            OpenedAt = court.Now,
            Supposed = supposed,
        };
        if (procedure.Deadline is { } deadline && court.Points.Read(deadline.From, context) is { } start)
        {
            SetDue(proceeding, court.Points.DueAt(deadline, start.Last, procedure.Article));
        }
        all.Add(proceeding);
        open.Add(proceeding);
        stirred.Add(proceeding);
        arising.Proceedings.Add(proceeding);
        var because = new Because(arising.Facts, item.Effects);
        proceeding.Seq = Say(EffectKind.ProcedureOpened, proceeding, court.Now, because, proceeding.Due);
        if (court.Options.Suppose == Supposition.Prompt)
        {
            // Votes that are on record by now stand; the others are supposed.
            foreach (var vote in deferred.ToList())
            {
                if (TryCast(vote.Act, vote.Name))
                {
                    deferred.Remove(vote);
                }
            }
            SupposeVotes(proceeding, court.Now);
        }
    }

    private bool TryCast(Act act, string name)
    {
        if (BallotOf(act.Value) is not { } ballot)
        {
            return false;
        }
        var candidates = Candidates(act, name);
        if (candidates.Count == 0 || IsAmbiguous(act, candidates))
        {
            return false;
        }
        candidates[0].Cast(name, ballot, act);
        stirred.Add(candidates[0]);
        return true;
    }

    /// <summary>The open decisions in which the act may be that name's vote, the oldest first.</summary>
    private List<Proceeding> Candidates(Act act, string name) =>
        open.FindAll(proceeding =>
            (act.Clause is null || act.Clause == proceeding.Procedure.Clause)
            && (act.About is not { } about || IsAbout(proceeding, about))
            && proceeding.MayVote(name)
        );

    /// <summary>A vote that names no clause is one only where a single procedure can be meant.</summary>
    private static bool IsAmbiguous(Act act, List<Proceeding> candidates) =>
        act.Clause is null && candidates.Exists(other => other.Procedure.Clause != candidates[0].Procedure.Clause);

    private string WhyRefused(Act act, string name)
    {
        var candidates = Candidates(act, name);
        if (BallotOf(act.Value) is null || candidates.Count == 0)
        {
            return "no decision is open in which it may vote, or it has voted";
        }
        var clauses = candidates.Select(item => item.Procedure.Clause).Distinct(StringComparer.Ordinal);
        return $"the vote names no clause, and decisions are open under {string.Join(", ", clauses)}";
    }

    private static Ballot? BallotOf(string? value) =>
        value?.ToLowerInvariant() switch
        {
            "yes" => Ballot.Yes,
            "no" => Ballot.No,
            "abstain" => Ballot.Abstain,
            _ => null,
        };

    private static bool IsAbout(Proceeding proceeding, string about) =>
        proceeding.Arising.Facts.Contains(about)
        || about == proceeding.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private bool Settle(Proceeding proceeding)
    {
        if (proceeding.Closed || court.Suspensions.IsActive(proceeding.Procedure.Article))
        {
            return false;
        }
        if (proceeding.Tally.Settled(proceeding.Procedure) is { } settled)
        {
            Decide(proceeding, settled, court.Now);
            return true;
        }
        if (proceeding.Due is not { } end || end > court.Now)
        {
            return false;
        }
        if (court.Options.Suppose == Supposition.Deadline)
        {
            SupposeVotes(proceeding, end);
        }
        Decide(proceeding, proceeding.Tally.AtDeadline(proceeding.Procedure), end);
        return true;
    }

    private void SupposeVotes(Proceeding proceeding, Moment at)
    {
        foreach (var name in proceeding.Silent.ToList())
        {
            var act = new Act
            {
                Id = FormattableString.Invariant($"supposed:vote:{proceeding.Seq}:{name}"),
                Kind = ActKind.Vote,
                At = at,
                KnownAt = court.Now,
                By = [name],
                Clause = proceeding.Procedure.Clause,
                Value = "yes",
                Supposed = true,
            };
            proceeding.Cast(name, Ballot.Yes, act);
        }
    }

    private void Decide(Proceeding proceeding, bool carried, Moment at)
    {
        proceeding.Closed = true;
        proceeding.Carried = carried;
        proceeding.OutcomeAt = at;
        open.Remove(proceeding);
        var kind = carried ? EffectKind.ProcedureCarried : EffectKind.ProcedureFailed;
        var seq = Say(kind, proceeding, at, new Because(proceeding.Voters, [proceeding.Seq]), deadline: null);
        proceeding.OutcomeSeq = seq;
        Branch(proceeding, carried, at, seq);
        court.Arisings.Recheck(proceeding.Arising);
        pending.Touch(proceeding.Arising);
        decided = true;
    }

    /// <summary>What follows from the outcome arises at it, and its clock starts there.</summary>
    private void Branch(Proceeding proceeding, bool carried, Moment at, long seq)
    {
        var arising = proceeding.Arising;
        bool Follows(Branch? branch) =>
            branch is not null && branch.Procedure == proceeding.Procedure.Clause && branch.Carries == carried;
        foreach (var norm in arising.Occasion.Norms.Where(norm => Follows(norm.Branch)))
        {
            court.Arisings.Consider(norm, arising, at, at, proceeding.Supposed, [seq]);
        }
        foreach (var procedure in arising.Occasion.Procedures.Where(procedure => Follows(procedure.Branch)))
        {
            pending.Add(procedure, arising, proceeding.Supposed, [seq]);
        }
    }

    private long Say(EffectKind kind, Proceeding proceeding, Moment at, Because because, Moment? deadline) =>
        court.Log.Say(
            new Effect
            {
                Seq = court.Log.Next,
                Kind = kind,
                Clause = proceeding.Procedure.Clause,
                Party = proceeding.Arising.Party,
                At = at,
                KnownAt = court.Now,
                Deadline = deadline,
                Supposed = proceeding.Supposed,
                Because = because,
            }
        );
}
