using Casus.Core.Binding;
using Casus.Core.Syntax;

namespace Casus.Core.Checking;

/// <summary>
/// What a norm on the presence of weapons or forces names. The taxonomy knows one conduct for all heavy weapons; a text
/// that says artillery here and rocket launchers there means two things.
/// </summary>
internal static class Weapons
{
    /// <summary>The conduct that a sighting of the norm's object is; null where it names no weapon or force.</summary>
    public static string? PresenceOf(ClauseSyntax clause) =>
        NounOf(clause) is { } noun ? Lexicon.PresenceOf(noun) : null;

    /// <summary>
    /// False where both name weapons or forces, and what the first names is not all named by the second.
    /// </summary>
    public static bool AreWithin(ClauseSyntax narrow, ClauseSyntax wide) =>
        PresenceOf(narrow) is null
        || PresenceOf(wide) is null
        || NounOf(narrow) == NounOf(wide)
        || NounOf(wide) is "weapon" or "heavy weapon" or "force" or "armed force";

    private static string? NounOf(ClauseSyntax clause) =>
        clause.Predicate is ModalPredicateSyntax { Act.Object.Items: [var first, ..] }
            ? Inflection.Singular(first.Head.TermText)
            : null;
}
