using System.Collections.Immutable;

namespace Casus.LanguageServer.Completing;

/// <summary>A part of a sentence's form: as it is shown, the word that opens it, and what it means.</summary>
internal sealed record FormPart(string Written, string Word, string Meaning);

/// <summary>The form of a sentence, by the word that tells it, as a signature shows it.</summary>
internal sealed record SentenceForm(string Word, string Meaning, ImmutableArray<FormPart> Parts)
{
    public string Written => string.Join(' ', Parts.Select(part => part.Written));

    /// <summary>Labels first, then the words that tell a clause's form; the first that fits counts.</summary>
    public static ImmutableArray<SentenceForm> All { get; } =
    [
        Form(
            "Zone",
            "An area with a name.",
            ("Zone NAME:", "Zone", "The name as the text uses it."),
            ("within N km of LINE", "within", "A distance to each side of a line."),
            ("| from \"FILE\"", "from", "Polygons of a GeoJSON file beside the text.")
        ),
        Form(
            "Line",
            "A datum from which distances are measured.",
            ("Line NAME", "Line", "The name as the text uses it."),
            ("from \"FILE\",", "from", "A LineString of a GeoJSON file beside the text."),
            ("as of DATE", "as", "It stays where it was on that day.")
        ),
        Form(
            "Sectors",
            "Cuts a line into pieces, so that acts are counted by sector.",
            ("Sectors: every N km", "every", "The length of each; the last is what remains."),
            ("along LINE", "along", "A declared line.")
        ),
        Form(
            "Body",
            "Finds, verifies or decides; owes only what the text says that it shall do.",
            ("Body NAME,", "Body", "The name as the text uses it."),
            ("as ROLE,", "as", "Such as monitor."),
            ("with PARTY as chair", "with", "Who chairs it.")
        ),
        Form(
            "Position",
            "What a party says of a bracket or an article.",
            ("Position of PARTY", "of", "Whose position."),
            ("on BRACKET:", "on", "A bracket or an article."),
            ("accepts | rejects | proposes VALUE,", "accepts", "The stance."),
            ("said by PARTY on DATE,", "said", "Its own word, or `claimed by` another."),
            ("\"LINK\"", "\"", "Where it can be read.")
        ),
        Form(
            "decides",
            "A decision: a power, which nobody breaches.",
            ("WHO decides on SUBJECT", "decides", "A single decider; several `decide`."),
            ("by RULE,", "by", "consensus, unanimity, majority of, two thirds of ..."),
            ("without the accused,", "without", "The party of the trigger does not vote."),
            ("with a quorum of N,", "quorum", "So many must take part."),
            ("within TIME after EVENT,", "within", "When it ends; without it, it may stay open for ever."),
            ("silence counts as consent | rejection", "silence", "What no vote means.")
        ),
        Form(
            "means",
            "Defines a term: what each act must be, or a grade that arises.",
            ("A TERM means", "means", "The term, in the singular."),
            ("at least N EVENTS", "least", "A count makes it a grade."),
            ("by one party", "by", "Counted for each party."),
            ("in one sector", "in", "Counted for each sector."),
            ("within any TIME", "within", "A sliding window."),
            ("on each of N consecutive days", "consecutive", "It holds at some instant of each day.")
        ),
        Form(
            "enters",
            "When the text begins to bind.",
            ("This agreement enters into force", "enters", "The whole of it."),
            ("when PARTIES have ratified it", "when", "Or signed it; or `on DATE`.")
        ),
        Form(
            "lasts",
            "How long the text binds.",
            ("This agreement lasts TIME", "lasts", "Years keep the day of the month."),
            ("after entry into force", "after", "From when.")
        ),
        Form(
            "shall",
            "A duty; with `not` a prohibition.",
            ("WHO shall [not] [jointly]", "shall", "`A and B`: each. `jointly`: one duty of all."),
            ("VERB OBJECT", "", "One word is the verb; the object follows."),
            (
                "within TIME after EVENT,",
                "within",
                "The deadline. Without an event its clock starts when the trigger is known."
            ),
            ("except NAME: ...,", "except", "What excuses."),
            ("failing which CLAUSE", "failing", "What is owed once it is overdue.")
        ),
        Form(
            "may",
            "A power or a permission: it obliges nobody.",
            ("WHO may", "may", "Each by itself; `jointly` all together."),
            ("VERB OBJECT", "", "withdraw, request, act ..."),
            ("with TIME of notice to WHOM", "with", "Of a withdrawal.")
        ),
    ];

    private static SentenceForm Form(
        string word,
        string meaning,
        params ReadOnlySpan<(string Written, string Word, string Meaning)> parts
    )
    {
        var built = ImmutableArray.CreateBuilder<FormPart>(parts.Length);
        foreach (var (written, opener, says) in parts)
        {
            built.Add(new FormPart(written, opener, says));
        }
        return new SentenceForm(word, meaning, built.ToImmutable());
    }
}
