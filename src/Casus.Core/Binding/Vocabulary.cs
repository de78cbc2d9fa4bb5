namespace Casus.Core.Binding;

/// <summary>
/// The words that the language knows, for those who write a text: what may be offered, what a plural is of. All in
/// lower
/// case.
/// </summary>
public static class Vocabulary
{
    /// <summary>Verbs in their base form, as they stand after `shall`, in ordinal order.</summary>
    public static IReadOnlyList<string> Verbs { get; } = [.. Lexicon.AllVerbs.Order(StringComparer.Ordinal)];

    /// <summary>Nouns in the singular, in ordinal order.</summary>
    public static IReadOnlyList<string> Nouns { get; } =
    [.. Lexicon.AllNouns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The singular of the last word; the words before it stay.</summary>
    public static string Singular(string phrase) => Inflection.Singular(phrase);

    /// <summary>
    /// A plural of which <see cref="Singular"/> makes the phrase again; null where English has none that it knows
    /// (series).
    /// </summary>
    public static string? Plural(string phrase)
    {
        string[] candidates = [phrase.EndsWith('y') ? $"{phrase[..^1]}ies" : $"{phrase}s", $"{phrase}es", $"{phrase}s"];
        return Array.Find(
            candidates,
            plural =>
                string.Equals(Singular(plural), phrase, StringComparison.Ordinal)
                && !string.Equals(plural, phrase, StringComparison.Ordinal)
        );
    }

    /// <summary>True for a noun or an adjective that a text may use without defining it.</summary>
    public static bool IsKnown(string word) =>
        Lexicon.IsNoun(word) || Lexicon.IsAdjective(word) || Lexicon.IsOpenTextured(word);

    /// <summary>The base form of a form of a known verb; null where the word is none.</summary>
    public static string? VerbOf(string word) => Lexicon.Verb(word);
}
