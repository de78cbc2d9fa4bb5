using Casus.Core.Diagnostics;

namespace Casus.Core.Binding;

/// <summary>A kind of diagnostic: its stable id, how grave it is, and why it matters.</summary>
internal sealed record Code(string Id, Severity Severity, string Title, string Help);

/// <summary>What binding can say (CAS2xxx).</summary>
internal static class Codes
{
    public static readonly Code UnknownNoun = Error(
        "CAS2001",
        "Unknown term",
        "A term must be declared, defined, known to the lexicon or quoted: a free term hides mistakes."
    );
    public static readonly Code UnknownVerb = Error(
        "CAS2002",
        "Unknown verb",
        "The word after the auxiliary is the verb; the machine must know what doing it is."
    );
    public static readonly Code DeclaredTwice = Error(
        "CAS2003",
        "Declared twice",
        "One name, one thing: a reader could not tell which is meant."
    );
    public static readonly Code UnknownPlace = Error(
        "CAS2004",
        "Unknown place",
        "A place is a declared zone, a line, or an area that is declared in a Zone sentence."
    );
    public static readonly Code UnknownChoice = Error(
        "CAS2005",
        "No such choice",
        "A choice names a bracket of the text and one of its values."
    );
    public static readonly Code BareGroup = Error(
        "CAS2007",
        "A group without a share",
        "Does each member owe it, or do all owe it together? Write `each guarantor shall` or `the guarantors shall jointly`."
    );
    public static readonly Code BareNumber = Error(
        "CAS2009",
        "A number without a unit",
        "Units are never bare: write hours, days, km, mm."
    );
    public static readonly Code NoAntecedent = Error(
        "CAS2010",
        "The X refers to nothing, or to several things",
        "`the X` refers back to one X of the same block, or of the same article."
    );
    public static readonly Code NoSuchClause = Error(
        "CAS2011",
        "No such article or sentence",
        "A reference names an article or a sentence of this text."
    );
    public static readonly Code BadGeography = Error(
        "CAS2012",
        "A geography file that cannot be used",
        "Distances and sectors are computed from it."
    );
    public static readonly Code DoubtfulGeography = Warning(
        "CAS2013",
        "A geography file with something to know",
        "Distances are geodesics between the vertices (WGS 84)."
    );
    public static readonly Code BadTimeZone = Error(
        "CAS2014",
        "Unknown time zone",
        "Days and dates are of a time zone of the IANA data, such as Europe/Kyiv or UTC."
    );
    public static readonly Code Circle = Error(
        "CAS2015",
        "A definition in a circle",
        "A term cannot be part of its own meaning."
    );
    public static readonly Code NoSectors = Error(
        "CAS2016",
        "No sectors are declared",
        "Write `Sectors: every 40 km along LINE.` before counting by sector."
    );
    public static readonly Code NoDeclaration = Error(
        "CAS2017",
        "A declaration is missing or cannot be read",
        "The opening sentences say what the text is, who is bound and where."
    );
    public static readonly Code NotAParty = Error(
        "CAS2018",
        "Nobody of that name",
        "A bearer is a declared party, state, group or body, or a role of the trigger (the victim, the accused)."
    );
    public static readonly Code BadNumber = Error(
        "CAS2019",
        "A number that makes no sense here",
        "Counts and lengths are whole and positive."
    );
    public static readonly Code MeaningLater = Information(
        "CAS2021",
        "Compiles; its meaning comes later",
        "The form is kept and shown; commands that use it are to come."
    );
    public static readonly Code Contradiction = Error(
        "CAS2023",
        "Two norms that cannot both be kept",
        "Say which prevails: `subject to`, `notwithstanding`, or `prevails over`."
    );
    public static readonly Code NotUnderstood = Error(
        "CAS2024",
        "A sentence that says nothing the machine can keep",
        "It has the shape of a sentence, but no reading: see the forms in docs/language/reference.md."
    );
    public static readonly Code NoTitle = Error(
        "CAS2025",
        "No title",
        "A text opens with `Agreement \"Title\", draft 1 of 2026-01-06.`"
    );
    public static readonly Code NoParties = Error(
        "CAS2026",
        "No parties",
        "Somebody must be bound: `Party Ukraine, as beneficiary.`"
    );
    public static readonly Code NotWatched = Information(
        "CAS2028",
        "A duty that no row can show to be broken",
        "Nothing in the conduct taxonomy is contrary to it; only a finding can say so."
    );
    public static readonly Code NoDecision = Error(
        "CAS2029",
        "No decision to branch on",
        "`if the decision carries` refers to the nearest decision before it in the block."
    );

    public static IEnumerable<Code> All =>
        typeof(Codes)
            .GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public)
            .Select(member => member.GetValue(null))
            .OfType<Code>();

    private static Code Error(string id, string title, string help) => new(id, Severity.Error, title, help);

    private static Code Warning(string id, string title, string help) => new(id, Severity.Warning, title, help);

    private static Code Information(string id, string title, string help) => new(id, Severity.Information, title, help);
}
