using System.Collections.Frozen;
using Casus.Core.Norms;

namespace Casus.Core.Checking;

/// <summary>What a norm promises: something that can be seen to be done, or a step that commits to nothing.</summary>
internal static class Promises
{
    private static readonly FrozenSet<string> Talk = new[]
    {
        "consult",
        "discuss",
        "negotiate",
        "meet",
        "convene",
        "coordinate",
        "cooperate",
        "consider",
        "seek",
        "call",
        "request",
        "report",
        "notify",
        "inform",
        "state",
        "declare",
        "acknowledge",
        "recognise",
        "encourage",
        "promote",
        "facilitate",
        "intensify",
        "plan",
        "prepare",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Restraint = new[]
    {
        "respect",
        "observe",
        "preserve",
        "allow",
        "permit",
        "refrain",
        "uphold",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bare = new[] { "act", "respond", "answer", "reply" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    /// <summary>It is done by talking: consult, seek, request, report.</summary>
    public static bool IsTalk(Norm norm) => Talk.Contains(norm.Verb);

    /// <summary>It is kept by doing nothing: shall not, respect, allow.</summary>
    public static bool IsRestraint(Norm norm) => norm.Kind == NormKind.Refrain || Restraint.Contains(norm.Verb);

    /// <summary>`shall respond` and no more: a verb that names no act, with no object and no means.</summary>
    public static bool IsBare(Norm norm) =>
        Bare.Contains(norm.Verb) && norm.Object.Length == 0 && norm.MeansPermitted.IsEmpty;

    /// <summary>A duty of which somebody could see whether it was done.</summary>
    public static bool IsConcrete(Norm norm) =>
        norm.Kind is NormKind.Do or NormKind.Keep
        && !norm.AsItDeemsNecessary
        && !IsTalk(norm)
        && !IsRestraint(norm)
        && !IsBare(norm);

    /// <summary>The verb with its auxiliary, as a reader would say it: "shall consult", "may request".</summary>
    public static string Spoken(Norm norm) =>
        norm.Modal switch
        {
            Modal.Shall => $"shall {norm.Verb}",
            Modal.ShallNot => $"shall not {norm.Verb}",
            Modal.Will => $"will {norm.Verb}",
            Modal.Undertakes => $"undertakes to {norm.Verb}",
            Modal.May => $"may {norm.Verb}",
            Modal.Would => $"would {norm.Verb}",
            Modal.WillSeek => $"will seek to {norm.Verb}",
            _ => $"intends to {norm.Verb}",
        };
}
