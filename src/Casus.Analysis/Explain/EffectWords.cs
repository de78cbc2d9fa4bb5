using Casus.Core.Effects;

namespace Casus.Analysis.Explain;

/// <summary>An effect in plain words, with no full stop.</summary>
internal static class EffectWords
{
    public static string Of(Effect effect)
    {
        var at = effect.At is { } instant ? $" at {PlainTime.Of(instant)}" : "";
        var grade = $"{effect.Grade}{Of(" by ", effect.Party)}{InSector(effect)}";
        var duty = $"{effect.Bearer}'s duty under {effect.Clause}{Of(" to ", effect.Beneficiary)}";
        return effect.Kind switch
        {
            EffectKind.Arose => $"{grade} arose{at}",
            EffectKind.Lapsed => $"{grade} lapsed{at}",
            EffectKind.Revised => effect.At is null
                ? $"{grade}: what was said to have lapsed still stands"
                : $"{grade}: a bound was moved, to {PlainTime.Of(effect.At.Value)}",
            EffectKind.Merged => $"{grade}: the arising{at} was part of one that was told already",
            EffectKind.Withdrawn => $"{grade}: the arising{at} was withdrawn",
            EffectKind.DutyArose => $"{duty} arose{at}{Due(effect)}",
            EffectKind.DutyUndetermined => $"whether {duty} arose{at} is undetermined: it obliges no one",
            EffectKind.DutyBornOverdue => $"{duty} was due{at}, before it could be known: no breach",
            EffectKind.DutyOverdue => $"{duty} was due{at}, and no performance is known",
            EffectKind.DutyPossiblyOverdue => $"{duty} may have been due{at}",
            EffectKind.DutyDischarged => $"{duty} was performed{at}",
            EffectKind.DutyBreached => $"{duty} was breached{at}",
            EffectKind.DutyExcused => $"{duty} was excused{at}",
            EffectKind.DutyWithoutCause => $"{duty}: what triggered it{at} fell away",
            EffectKind.DutyEnded => $"{duty} ended{at}",
            EffectKind.ProcedureOpened => $"the decision of {effect.Clause} opened{at}{Due(effect)}",
            EffectKind.ProcedureCarried => $"the decision of {effect.Clause} carried{at}",
            EffectKind.ProcedureFailed => $"the decision of {effect.Clause} failed{at}",
            EffectKind.NoticeRecorded => $"an act of {effect.Bearer}{Of(" under ", effect.Clause)} was recorded{at}",
            EffectKind.EnteredIntoForce => $"the agreement entered into force{at}",
            EffectKind.Suspended => $"{Subject(effect)} was suspended{at}",
            EffectKind.Resumed => $"{Subject(effect)} was resumed{at}",
            EffectKind.Ended => $"{Subject(effect)} ended{at}",
            EffectKind.Withdrew => $"{effect.Bearer ?? effect.Party} withdrew{at}",
            EffectKind.Refused => $"an act of {effect.Bearer}{Of(" under ", effect.Clause)} was refused{at}",
            _ => $"{effect.Kind}{at}",
        };
    }

    private static string Due(Effect effect) =>
        effect.Deadline is { } deadline ? $", due {PlainTime.Of(deadline)}" : "";

    private static string InSector(Effect effect) => effect.Sector is { } sector ? $" in sector {sector}" : "";

    private static string Subject(Effect effect) =>
        effect.Clause is { } clause ? $"what {clause} names" : "the agreement";

    private static string Of(string before, string? name) => name is null ? "" : before + name;
}
