using Casus.Core.Procedures;
using Casus.Core.Time;

namespace Casus.LanguageServer.Hovering;

/// <summary>How something is decided, in plain words.</summary>
internal static class ProcedureMeaning
{
    public static IEnumerable<string> Of(Procedure procedure, AgreementCalendar calendar)
    {
        yield return "A decision: a power, which nobody breaches.";
        yield return Rule(procedure);
        if (procedure.WithoutAccused)
        {
            yield return "The accused does not vote.";
        }
        if (procedure.Quorum is { } quorum)
        {
            yield return $"A quorum of {quorum} is needed.";
        }
        if (!procedure.Vetoes.IsDefaultOrEmpty)
        {
            yield return $"May veto it: {string.Join(", ", procedure.Vetoes)}.";
        }
        yield return procedure.Deadline is { } deadline
            ? $"It ends {PointWords.Deadline(deadline, calendar)}."
            : "It has no deadline: it may stay open for ever.";
        yield return procedure.SilenceWritten is { } silence
            ? $"Silence counts as {silence}."
            : "What silence means is not said: it is no vote.";
        if (!procedure.Stands)
        {
            yield return "It does not stand under the values chosen in brackets.";
        }
    }

    private static string Rule(Procedure procedure)
    {
        var deciders = NormMeaning.Names(procedure.Deciders);
        return procedure.Rule switch
        {
            DecisionRule.Single => $"By {deciders} alone: a yes carries, a no fails.",
            DecisionRule.Consensus => $"By consensus of {deciders}: none says no.",
            DecisionRule.Unanimity => $"By unanimity of {deciders}.",
            DecisionRule.Majority => $"By more than half of {deciders}.",
            DecisionRule.Fraction =>
                $"By {procedure.Numerator} of {procedure.Denominator} parts of {deciders}, rounded up.",
            _ => $"By {procedure.Votes} votes of {deciders}.",
        };
    }
}
