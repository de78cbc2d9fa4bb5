using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Norms;

namespace Casus.Core.Stepping;

/// <summary>
/// Takes each act as it enters the record to whom it concerns: life, procedures, findings, performances, triggers
/// (S15).
/// </summary>
internal sealed class ActsDesk(Court court)
{
    /// <summary>True where the act may have brought something that another part waits for.</summary>
    public void Receive(Act act)
    {
        switch (act.Kind)
        {
            case ActKind.Vote:
                court.Procedures.Vote(act);
                return;
            case ActKind.Withdrawal:
                court.Record.Add(act);
                Each(act, name => court.Life.Withdraw(act, name));
                break;
            case ActKind.Suspension or ActKind.Resumption:
                court.Record.Add(act);
                Each(act, name => court.Suspensions.Act(act, name));
                break;
            case ActKind.Finding:
                court.Record.Add(act);
                Find(act);
                break;
            default:
                if (IsRefused(act))
                {
                    return;
                }
                court.Record.Add(act);
                Record(act);
                break;
        }
        if (AnchorVerb(act.Kind) is { } verb)
        {
            court.Conditions.Anchor(act, verb);
        }
        court.Triggers.Act(act);
        court.Arisings.RecheckAll();
        court.Procedures.Touch(arising: null);
    }

    private void Record(Act act)
    {
        var isUse = act.Clause is { } clause && IsUse(clause);
        if (isUse || IsNotice(act.Kind))
        {
            Each(act, name => court.Say(EffectKind.NoticeRecorded, act.Clause, name, act.At, Court.BecauseOf(act)));
        }
        if (IsPerformance(act.Kind))
        {
            court.Performances.Perform(act);
        }
    }

    /// <summary>A finding, by a body that the text names, that a duty was not done (S17 Breach).</summary>
    private void Find(Act act)
    {
        if (act.Clause is not null && !ActRecord.IsPositive(act) && act.By.Any(court.Text.Bodies.Contains))
        {
            court.Duties.FoundUndone(act);
        }
    }

    /// <summary>An act that only a power allows, by one without it, changes nothing (S17).</summary>
    private bool IsRefused(Act act)
    {
        if (!IsPerformance(act.Kind) || act.Clause is not { } clause)
        {
            return false;
        }
        var norms = court.Text.Of(clause).ToList();
        if (norms.Count == 0 || norms.Exists(norm => norm.Kind != NormKind.Permission && IsOf(norm, act)))
        {
            return false;
        }
        if (!norms.Exists(norm => norm.Kind == NormKind.Permission) || norms.Exists(norm => IsOf(norm, act)))
        {
            return false;
        }
        Each(act, name => court.Refuse(act, clause, name, "the sentence gives that power to others"));
        return true;
    }

    private bool IsUse(string clause) =>
        court.Text.Of(clause).Any(norm => norm.Kind == NormKind.Permission)
        && !court.Text.Of(clause).Any(norm => norm.IsDuty);

    private static bool IsOf(Norm norm, Act act) =>
        norm.Bearers.Actors.Role != ActorRole.Named
        || act.By.Any(name => norm.Bearers.Actors.Names.Contains(name) || norm.Bearers.Actors.Written == name);

    private static bool IsNotice(ActKind kind) =>
        kind
            is ActKind.Notice
                or ActKind.Warning
                or ActKind.Request
                or ActKind.Statement
                or ActKind.Signature
                or ActKind.Ratification
                or ActKind.Acceptance
                or ActKind.Consent;

    private static bool IsPerformance(ActKind kind) =>
        kind
            is ActKind.Performance
                or ActKind.Warning
                or ActKind.Request
                or ActKind.Notice
                or ActKind.Statement
                or ActKind.Consultation;

    private static string? AnchorVerb(ActKind kind) =>
        kind switch
        {
            ActKind.Warning => "warn",
            ActKind.Request => "request",
            ActKind.Notice => "notify",
            ActKind.Statement => "state",
            ActKind.Consultation => "consult",
            ActKind.Finding => "find",
            ActKind.Withdrawal => "withdraw",
            ActKind.Signature => "sign",
            ActKind.Ratification => "ratify",
            ActKind.Acceptance => "accept",
            ActKind.Consent => "consent",
            ActKind.Suspension => "suspend",
            ActKind.Resumption => "resume",
            _ => null,
        };

    private static void Each(Act act, Action<string> say)
    {
        foreach (var name in act.By)
        {
            say(name);
        }
    }
}
