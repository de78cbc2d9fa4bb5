using System.Collections.Frozen;

namespace Casus.Core.Syntax;

/// <summary>
/// The words that no bare term may hold, by what they do, in lower case; and the labels, which are reserved only as the
/// first word of a sentence and are written with a capital.
/// </summary>
public static class ReservedWords
{
    public static FrozenSet<string> Determiners { get; } =
        Set("a an the this each any all both no same other first last one every");

    /// <summary>Those that open a role: all but "of", which binds to the word before it.</summary>
    public static FrozenSet<string> Prepositions { get; } =
        Set("in on at to from by with without against into across along under for between during per");

    public static FrozenSet<string> Connectives { get; } =
        Set("of and or that which when if then unless except until after before within than");

    public static FrozenSet<string> Auxiliaries { get; } =
        Set("shall may will would undertake undertakes intend intends is are has have not");

    /// <summary>Finite verbs that stand alone, without an auxiliary.</summary>
    public static FrozenSet<string> FixedVerbs { get; } =
        Set(
            "means counts decide decides lasts ends enters apply applies prevail prevails continue continues carries fails"
        );

    public static FrozenSet<string> TailWords { get; } =
        Set("as subject notwithstanding failing including forthwith jointly alone silence");

    /// <summary>Words that open a tail; "," may stand before one.</summary>
    public static FrozenSet<string> TailOpeners { get; } =
        Set(
            "within after before until forthwith jointly alone if unless when except subject notwithstanding as which "
                + "including silence failing"
        );

    /// <summary>Labels of declarations.</summary>
    public static FrozenSet<string> DeclarationLabels { get; } =
        Set("Agreement Form Times Party Parties State Group Body Line Zone Sectors Conduct Depositary Same");

    public static FrozenSet<string> PositionLabels { get; } = Set("Position Source Milestone");

    public static FrozenSet<string> RiderLabels { get; } = Set("Reservation Understanding Caveat");

    /// <summary>Openers of blocks: with a capital, first in a sentence.</summary>
    public static FrozenSet<string> BlockOpeners { get; } = Set("On If");

    /// <summary>Every label.</summary>
    public static FrozenSet<string> Labels { get; } =
        new[] { DeclarationLabels, PositionLabels, RiderLabels, Set("Article") }
            .SelectMany(words => words)
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stances of a position.</summary>
    public static FrozenSet<string> Stances { get; } = Set("accepts rejects proposes");

    /// <summary>Verbs of evidence.</summary>
    public static FrozenSet<string> EvidenceVerbs { get; } = Set("said claimed reported signed");

    /// <summary>Every reserved word: 84.</summary>
    public static FrozenSet<string> All { get; } =
        new[] { Determiners, Prepositions, Connectives, Auxiliaries, FixedVerbs, TailWords }
            .SelectMany(words => words)
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that may follow a subject: modals, is, are, has, have, and the fixed verbs.</summary>
    public static FrozenSet<string> AfterSubject { get; } =
        Auxiliaries
            .Concat(FixedVerbs)
            .Where(word => !string.Equals(word, "not", StringComparison.Ordinal))
            .ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
