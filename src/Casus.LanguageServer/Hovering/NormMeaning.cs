using Casus.Core.Agreements;
using Casus.Core.Norms;

namespace Casus.LanguageServer.Hovering;

/// <summary>What a norm asks of whom, in plain words: a list of short statements.</summary>
internal static class NormMeaning
{
    public static IEnumerable<string> Of(Agreement agreement, Norm norm)
    {
        yield return Kind(norm.Kind);
        yield return Bearers(norm);
        if (norm.Beneficiary is { } beneficiary)
        {
            yield return $"Owed to {beneficiary.Written}.";
        }
        if (norm.Block is { } block)
        {
            yield return $"Trigger: {agreement.Blocks[block].Written.Trim().TrimEnd(':')}.";
        }
        if (norm.Branch is { } branch)
        {
            yield return $"Only if the decision of {branch.Procedure} {(branch.Carries ? "carries" : "fails")}.";
        }
        if (Clock(agreement, norm) is { } clock)
        {
            yield return clock;
        }
        foreach (var bound in Bounds(agreement, norm))
        {
            yield return bound;
        }
    }

    /// <summary>Who, as a list of names or by their part in the trigger.</summary>
    public static string Names(ActorSet actors) =>
        actors.Role switch
        {
            ActorRole.Victim => "whoever was struck",
            ActorRole.Accused => "whoever is accused",
            _ => string.Join(", ", actors.Names),
        };

    private static string? Clock(Agreement agreement, Norm norm)
    {
        if (norm.Deadline is { } deadline)
        {
            return $"Due {PointWords.Deadline(deadline, agreement.Calendar)}.";
        }
        if (norm.Forthwith)
        {
            return "Due forthwith: no number of hours is stated.";
        }
        return norm.Kind == NormKind.Do ? "It has no deadline, so it is never overdue." : null;
    }

    private static IEnumerable<string> Bounds(Agreement agreement, Norm norm)
    {
        if (norm.AsFrom is { } from)
        {
            yield return $"As from {PointWords.Of(from, agreement.Calendar)}.";
        }
        if (norm.Until is { } until)
        {
            yield return $"Until {PointWords.Of(until, agreement.Calendar)}.";
        }
        foreach (var exception in norm.Exceptions)
        {
            yield return $"Excused: {exception.Written.Trim().TrimStart(',').Trim()}.";
        }
        foreach (var stronger in norm.SubjectTo)
        {
            yield return $"Gives way to {stronger}.";
        }
        if (norm.AsItDeemsNecessary)
        {
            yield return "Bound to act; by what means is its own choice.";
        }
        if (norm.FailingWhich is { } fallback)
        {
            var next = agreement.Norms[fallback];
            var auxiliary = next.Kind == NormKind.Permission ? "may" : "shall";
            yield return $"Once overdue: {next.Bearers.Actors.Written} {auxiliary} {next.Verb} {next.Object}".Trim()
                + ".";
        }
        if (!norm.Stands)
        {
            yield return "It does not stand under the values chosen in brackets.";
        }
    }

    private static string Kind(NormKind kind) =>
        kind switch
        {
            NormKind.Do => "A duty to do: performance discharges it.",
            NormKind.Keep => "A duty to keep: breached when a sighting shows otherwise.",
            NormKind.Refrain => "A prohibition: any such act breaches it, unless it is excused.",
            NormKind.Permission => "A permission or a power: it obliges nobody.",
            _ => "An intention: it is kept and shown, and cannot be breached.",
        };

    private static string Bearers(Norm norm)
    {
        var names = Names(norm.Bearers.Actors);
        var does = norm.Kind == NormKind.Refrain ? $"not to {norm.Verb}" : $"to {norm.Verb}";
        if (norm.Bearers.Mode == BearerMode.Jointly)
        {
            return $"Of all together: {names}, {does}.";
        }
        return norm.Bearers.Actors.Names.Length > 1 ? $"Of each: {names}, {does}." : $"Of {names}, {does}.";
    }
}
