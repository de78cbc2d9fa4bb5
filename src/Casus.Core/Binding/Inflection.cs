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
        if (cut < 0)
        {
            return SingularWord(phrase);
        }
        var word = phrase[(cut + 1)..];
        var singular = SingularWord(word);
        return ReferenceEquals(word, singular) ? phrase : phrase[..(cut + 1)] + singular;
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
        if (word.EndsWith("es", StringComparison.Ordinal) && EndsInSibilant(word.AsSpan(0, word.Length - 2)))
        {
            return word[..^2];
        }
        return word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)
            ? word[..^1]
            : word;
    }

    private static bool EndsInSibilant(ReadOnlySpan<char> stem) =>
        stem is [.., 'x' or 'z'] or [.., 's', 's'] or [.., 's' or 'c', 'h'];
}
