using System.Collections.Immutable;

namespace Casus.Core.Diagnostics;

/// <summary>
/// The diagnostics of the shape of a text: CAS1xxx. Each is about one sentence; the other sentences stand.
/// </summary>
public static class SyntaxCodes
{
    public static DiagnosticCode Unexpected { get; } =
        new(
            "CAS1001",
            "Something else was expected here",
            "The sentence follows a form of the grammar up to the place shown, and no form goes on as it does. The help names "
                + "what may stand there. Most often a comma, a colon or a preposition is missing, or two sentences were run "
                + "together."
        );

    public static DiagnosticCode MissingFullStop { get; } =
        new(
            "CAS1002",
            "A sentence does not end",
            "A sentence ends with a full stop that white space or the end of the file follows. Without it, the next sentence "
                + "would be read as a part of this one."
        );

    public static DiagnosticCode NoAuxiliary { get; } =
        new(
            "CAS1003",
            "A subject without an auxiliary or a verb",
            "A clause is a subject, then an auxiliary (shall, may, will, would, undertakes to, intends to, is, are, has, have) "
                + "or one of the verbs that stand alone (means, counts, decides, lasts, ends, enters, applies, prevails, "
                + "continues, carries, fails). Without one the clause says neither what is owed nor what is so."
        );

    public static DiagnosticCode NoVerb { get; } =
        new(
            "CAS1004",
            "An auxiliary without a verb",
            "Exactly one word after the auxiliary is the verb, and it is not a reserved word; the object follows it."
        );

    public static DiagnosticCode OpenList { get; } =
        new(
            "CAS1005",
            "A list that does not close",
            "A list with commas closes with `and` or `or` before its last member: A, B and C. Without it a reader cannot tell "
                + "whether all are meant or any."
        );

    public static DiagnosticCode NotAfterAuxiliary { get; } =
        new(
            "CAS1006",
            "`not` after may, will, would, undertakes or intends",
            "`may not` can deny a permission or forbid; the language knows only `shall not`, which forbids. A permission that "
                + "is not given is not written."
        );

    public static DiagnosticCode AlternativeBearers { get; } =
        new(
            "CAS1007",
            "A duty of one or the other",
            "`A or B shall` leaves open who is bound, so that each can point to the other. Write `A and B shall` (each is bound), "
                + "`A and B shall jointly` (one duty of both), or two sentences under two values of a bracket."
        );

    public static DiagnosticCode AndOr { get; } =
        new(
            "CAS1008",
            "`and/or`",
            "`and/or` is read in two ways. Write `and` where all are meant and `or` where one suffices."
        );

    public static DiagnosticCode NegatedAnd { get; } =
        new(
            "CAS1009",
            "`shall not X and Y`",
            "`shall not X and Y` can forbid each, or only both together. Write `shall not X or Y`, which forbids each."
        );

    public static DiagnosticCode BareQuantity { get; } =
        new(
            "CAS1010",
            "A length without a unit",
            "A length of time or a distance names its unit: `within 24 hours`, `within 15 km`. A bare number would be read "
                + "differently by each side."
        );

    public static DiagnosticCode UnterminatedString { get; } =
        new(
            "CAS1011",
            "A string that does not end on its line",
            "A quoted term opens and closes with a straight double quote on one line."
        );

    public static DiagnosticCode BadCharacter { get; } =
        new(
            "CAS1012",
            "A character that has no meaning here",
            "Outside strings, comments and prose a text is made of words, numbers, dates and the marks . , ; : [ ] |. A full "
                + "stop is followed by white space or by the end of the file."
        );

    public static DiagnosticCode MalformedNumber { get; } =
        new(
            "CAS1013",
            "A number that can be read in two ways",
            "Thousands are parted by a comma and exactly three digits (7,500); decimals by a point (2.5); a reference has points "
                + "and perhaps a letter (5.2(b)). In a list of numbers a space follows each comma."
        );

    public static DiagnosticCode MalformedDate { get; } =
        new(
            "CAS1014",
            "Not a date",
            "A date is year, month and day, 2026-01-06, with a time if needed, 2026-01-06T18:00, and it is in the calendar. It "
                + "is read in the time zone that the agreement names, so no offset follows."
        );

    public static DiagnosticCode NoNounPhrase { get; } =
        new(
            "CAS1015",
            "A name was expected",
            "Here a thing is named: words that are not reserved, a quoted term, a number with its unit, a date or a bracket. A "
                + "reserved word inside a name stands in quotes."
        );

    public static DiagnosticCode MalformedBracket { get; } =
        new(
            "CAS1016",
            "A bracket that is not whole",
            "A bracket holds a name and its values, `[grave: 5 | 10 | 20]`, or values alone, and closes."
        );

    public static DiagnosticCode TooDeep { get; } =
        new(
            "CAS1017",
            "A sentence nested too deep",
            "Clauses within clauses, or `of` after `of`, are read to a depth that no treaty reaches. Define a term and use it."
        );

    public static DiagnosticCode MixedStates { get; } =
        new(
            "CAS1018",
            "`and` and `or` mixed",
            "`is X and Y or Z` can be read in two ways. Define one of the two parts, or write two conditions: `is X and Y, or "
                + "when it is Z`."
        );

    public static DiagnosticCode SmallLabel { get; } =
        new(
            "CAS1019",
            "A label without its capital",
            "A label opens a sentence with a capital: Party, Zone, Article, On, If. With a small letter it is an ordinary word."
        );

    public static DiagnosticCode UnknownOpening { get; } =
        new(
            "CAS1020",
            "A sentence opens with no label",
            "The sentence has the shape of a declaration and its first word is no label, though it is close to one."
        );

    public static DiagnosticCode NoColon { get; } =
        new(
            "CAS1021",
            "A colon is missing",
            "A block, a rider and a position say after a colon what follows: `On a violation by Russia: ...`."
        );

    public static DiagnosticCode NoThen { get; } =
        new(
            "CAS1022",
            "`if` without `, then`",
            "In an item of a block a condition is closed by a comma and `then`, so that its end cannot be missed: `if the "
                + "decision carries, then each guarantor shall assist Ukraine`."
        );

    public static DiagnosticCode EmptySentence { get; } =
        new(
            "CAS1023",
            "Nothing is said",
            "A full stop, or a semicolon of a block, has no clause before it or after it."
        );

    public static DiagnosticCode SecondConnective { get; } =
        new(
            "CAS1024",
            "`and` or `or` where the list does not allow it",
            "A list has one `and` or `or`, before its last member: `A and B`, `A, B and C`. A second one can be grouped in two ways."
        );

    public static DiagnosticCode LabelInSentence { get; } =
        new(
            "CAS1025",
            "A label inside a sentence",
            "A line opens with a label, but the sentence before it has not ended, so the label is read as a word of that "
                + "sentence. A full stop is probably missing.",
            Severity.Warning
        );

    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        Unexpected,
        MissingFullStop,
        NoAuxiliary,
        NoVerb,
        OpenList,
        NotAfterAuxiliary,
        AlternativeBearers,
        AndOr,
        NegatedAnd,
        BareQuantity,
        UnterminatedString,
        BadCharacter,
        MalformedNumber,
        MalformedDate,
        NoNounPhrase,
        MalformedBracket,
        TooDeep,
        MixedStates,
        SmallLabel,
        UnknownOpening,
        NoColon,
        NoThen,
        EmptySentence,
        SecondConnective,
        LabelInSentence,
    ];
}
