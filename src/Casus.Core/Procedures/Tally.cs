namespace Casus.Core.Procedures;

/// <summary>
/// What a decision's votes come to (S18 Outcome). <see cref="Waiting"/> members of the base have not voted;
/// <see cref="VetoesWaiting"/>
/// holders of a veto, members or not, have not.
/// </summary>
internal readonly record struct Tally(int Base, int Yes, int No, int Abstained, int VetoesWaiting, bool Vetoed)
{
    public int Cast => Yes + No + Abstained;
    public int Waiting => Base - Cast;

    /// <summary>The outcome that no vote still possible can change; null while one can.</summary>
    public bool? Settled(Procedure procedure)
    {
        if (Vetoed || !Carries(procedure, Yes + Waiting, No, Cast + Waiting))
        {
            return false;
        }
        var canStillFail =
            VetoesWaiting > 0 || !HasQuorum(procedure, Cast) || !Carries(procedure, Yes, No + Waiting, Cast + Waiting);
        return canStillFail ? null : true;
    }

    /// <summary>The outcome at the deadline: the silent count as the text says, and are never present.</summary>
    public bool AtDeadline(Procedure procedure)
    {
        if (Vetoed || !HasQuorum(procedure, Cast))
        {
            return false;
        }
        var silent = procedure.SilenceConsents ? Waiting : 0;
        return Carries(procedure, Yes + silent, No, Cast + silent);
    }

    private static bool HasQuorum(Procedure procedure, int cast) => cast >= (procedure.Quorum ?? 0);

    private bool Carries(Procedure procedure, int yes, int no, int voices) =>
        voices > 0
        && HasQuorumReach(procedure)
        && procedure.Rule switch
        {
            DecisionRule.Single => yes > 0 && no == 0,
            DecisionRule.Consensus => no == 0,
            DecisionRule.Unanimity => yes == Base,
            DecisionRule.Majority => yes * 2 > Base,
            DecisionRule.Fraction => yes * procedure.Denominator >= Base * procedure.Numerator,
            _ => yes >= procedure.Votes,
        };

    /// <summary>A quorum greater than the base can never be had.</summary>
    private bool HasQuorumReach(Procedure procedure) => Base >= (procedure.Quorum ?? 0);
}
