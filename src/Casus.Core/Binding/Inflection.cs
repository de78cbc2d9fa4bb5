using System.Collections.Frozen;

namespace Casus.Core.Binding;

/// <summary>English forms, as far as treaty texts need them: the singular of a noun, the base form of a verb.</summary>
internal static class Inflection
{
    private static readonly FrozenDictionary<string, string> IrregularNouns = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["parties"] = "party",
        ["series"] = "series",
        ["forces"] = "force",
        ["sources"] = "source",
        ["vetoes"] = "veto",
        ["thirds"] = "third",
        ["premises"] = "premises",
        ["aircraft"] = "aircraft",
        ["means"] = "means",
        ["sanctions"] = "sanction",
        ["exercises"] = "exercise",
        ["vehicles"] = "vehicle",
        ["bases"] = "base",
        ["breaches"] = "breach",
        ["mines"] = "mine",
        ["crises"] = "crisis",
        ["hostilities"] = "hostility",
        ["people"] = "person",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> IrregularVerbs = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["found"] = "find",
        ["begun"] = "begin",
        ["began"] = "begin",
        ["struck"] = "strike",
        ["withdrawn"] = "withdraw",
        ["taken"] = "take",
        ["given"] = "give",
        ["kept"] = "keep",
        ["held"] = "hold",
        ["met"] = "meet",
        ["left"] = "leave",
        ["arisen"] = "arise",
        ["done"] = "do",
        ["made"] = "make",
        ["sent"] = "send",
        ["agreed"] = "agree",
        ["paid"] = "pay",
        ["known"] = "know",
        ["laid"] = "lay",
        ["flown"] = "fly",
        ["entered"] = "enter",
        ["occurred"] = "occur",
        ["committed"] = "commit",
        ["admitted"] = "admit",
        ["permitted"] = "permit",
        ["stopped"] = "stop",
        ["denied"] = "deny",
        ["notified"] = "notify",
        ["verified"] = "verify",
        ["ratified"] = "ratify",
        ["assisted"] = "assist",
        ["consented"] = "consent",
        ["consulted"] = "consult",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The singular of the last word; the words before it stay.</summary>
    public static string Singular(string phrase)
    {
        var cut = phrase.LastIndexOf(' ');
        var head = cut < 0 ? "" : phrase[..(cut + 1)];
        return head + SingularWord(phrase[(cut + 1)..]);
    }

    /// <summary>Base forms that a finite verb or participle may have, most likely first.</summary>
    public static IEnumerable<string> BaseForms(string word)
    {
        if (IrregularVerbs.TryGetValue(word, out var irregular))
        {
            yield return irregular;
        }
        yield return word;
        if (word.EndsWith("ied", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }
        if (word.EndsWith("ed", StringComparison.Ordinal))
        {
            yield return word[..^2];
            yield return word[..^1];
        }
        if (word.EndsWith("es", StringComparison.Ordinal))
        {
            yield return word[..^2];
        }
        if (word.EndsWith('s'))
        {
            yield return word[..^1];
        }
    }

    private static string SingularWord(string word)
    {
        if (IrregularNouns.TryGetValue(word, out var irregular))
        {
            return irregular;
        }
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }
        string[] sibilants = ["sses", "shes", "ches", "xes", "zes"];
        if (sibilants.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
        {
            return word[..^2];
        }
        return word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)
            ? word[..^1]
            : word;
    }
}
