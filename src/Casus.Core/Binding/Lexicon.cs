using System.Collections.Frozen;
using Casus.Core.Facts;

namespace Casus.Core.Binding;

/// <summary>
/// The words that the language knows without a declaration: verbs, what they mean to the machine, and nouns of the
/// field. A word that is neither here, nor declared, defined or quoted is a binding error: free terms hide mistakes.
/// </summary>
internal static class Lexicon
{
    /// <summary>Verbs of duties to keep and not to do: no deadline, breached by a sighting (S17).</summary>
    public static readonly FrozenSet<string> KeepingVerbs = Words(
        "keep hold maintain admit respect observe preserve allow permit remain retain uphold ensure guarantee protect"
    );

    /// <summary>Duties that a backtest supposes done (S15).</summary>
    public static readonly FrozenSet<string> ProceduralVerbs = Words("warn notify report consult request inform");

    private static readonly FrozenSet<string> Verbs = Words(
        """
        warn notify report consult request inform state declare act respond assist help support give deliver provide supply
        send deploy withdraw commit use make take begin start finish complete end stop halt cease suspend restore resume
        resist clear lay fly move remove disarm demobilise dismantle destroy verify attribute find reject admit exclude
        keep hold maintain respect observe preserve allow permit remain retain uphold ensure guarantee protect deny refuse
        ratify sign accept approve consent agree acknowledge recognise adopt enact amend renew extend terminate denounce
        convene meet decide vote appoint chair establish create build set train equip finance fund pay compensate impose
        lift release exchange return transfer share monitor inspect patrol investigate record publish transmit call seek
        refer submit bring negotiate cooperate coordinate plan prepare conduct perform execute implement fulfil apply
        enter leave cross attack invade strike shell fire threaten occupy annex blockade jam detain obstruct interfere
        limit reduce restrict refrain prevent counter defend repel deter secure guard escort evacuate open close grant
        arise occur continue persist carry fail pass expire activate invoke trigger mobilise station base rotate
        settle discuss intensify pardon amnesty hand carry hold organise improve strengthen
        continue respect facilitate encourage promote regulate govern elect nominate schedule postpone contribute pledge offer join accede host facilitate restrain answer reply do restrict designate elect
        """
    );

    /// <summary>What the machine records when somebody has done it.</summary>
    private static readonly FrozenDictionary<string, ActKind> KindOfVerb = new Dictionary<string, ActKind>(
        StringComparer.Ordinal
    )
    {
        ["warn"] = ActKind.Warning,
        ["request"] = ActKind.Request,
        ["call"] = ActKind.Request,
        ["notify"] = ActKind.Notice,
        ["inform"] = ActKind.Notice,
        ["report"] = ActKind.Notice,
        ["state"] = ActKind.Statement,
        ["declare"] = ActKind.Statement,
        ["consult"] = ActKind.Consultation,
        ["vote"] = ActKind.Vote,
        ["verify"] = ActKind.Finding,
        ["find"] = ActKind.Finding,
        ["attribute"] = ActKind.Finding,
        ["reject"] = ActKind.Finding,
        ["sign"] = ActKind.Signature,
        ["ratify"] = ActKind.Ratification,
        ["accept"] = ActKind.Acceptance,
        ["approve"] = ActKind.Consent,
        ["consent"] = ActKind.Consent,
        ["agree"] = ActKind.Consent,
        ["suspend"] = ActKind.Suspension,
        ["resume"] = ActKind.Resumption,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Nouns of acts, and the verb that does them.</summary>
    private static readonly FrozenDictionary<string, string> VerbOfNoun = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["warning"] = "warn",
        ["request"] = "request",
        ["call"] = "call",
        ["notice"] = "notify",
        ["notification"] = "notify",
        ["report"] = "report",
        ["statement"] = "state",
        ["declaration"] = "declare",
        ["consultation"] = "consult",
        ["vote"] = "vote",
        ["finding"] = "find",
        ["verification"] = "verify",
        ["attribution"] = "attribute",
        ["ratification"] = "ratify",
        ["acceptance"] = "accept",
        ["consent"] = "consent",
        ["approval"] = "approve",
        ["withdrawal"] = "withdraw",
        ["suspension"] = "suspend",
        ["resumption"] = "resume",
        ["deployment"] = "deploy",
        ["delivery"] = "deliver",
        ["restoration"] = "restore",
        ["creation"] = "create",
        ["response"] = "respond",
        ["answer"] = "answer",
        ["return"] = "return",
        ["release"] = "release",
        ["exchange"] = "exchange",
        ["inspection"] = "inspect",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Weapons and movers: the conduct that a sighting of them is.</summary>
    private static readonly FrozenDictionary<string, string> PresenceOfNoun = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["heavy weapon"] = "heavy weapon presence",
        ["weapon"] = "heavy weapon presence",
        ["artillery"] = "heavy weapon presence",
        ["mortar"] = "heavy weapon presence",
        ["tank"] = "heavy weapon presence",
        ["multiple rocket launcher"] = "heavy weapon presence",
        ["rocket launcher"] = "heavy weapon presence",
        ["howitzer"] = "heavy weapon presence",
        ["troop"] = "troop presence",
        ["soldier"] = "troop presence",
        ["force"] = "troop presence",
        ["armed force"] = "troop presence",
        ["fortification"] = "fortification",
        ["position"] = "fortification",
        ["aircraft"] = "aircraft flight",
        ["drone"] = "drone flight",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Other names of conduct terms.</summary>
    private static readonly FrozenDictionary<string, string> ConductOfNoun = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["hostility"] = "attack",
        ["offensive operation"] = "ground assault",
        ["shelling"] = "heavy fire",
        ["armed attack"] = "attack",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nouns = Words(
        """
        party side signatory guarantor beneficiary adversary member state country nation government parliament court
        council commission mission mechanism organisation body chair depositary victim accused attacker neighbour
        agreement treaty memorandum instrument text article paragraph annex protocol package measure term obligation
        commitment duty right power question matter dispute part provision clause incident event act action breach
        violation allegation claim fact evidence finding source confidence attack force use threat weapon artillery mortar
        tank aircraft drone missile rocket launcher system vessel ship troop soldier personnel unit brigade mine ammunition
        vehicle position fortification settlement area zone territory border line sector distance width depth day week
        month year hour minute time date period notice mm km metre kilometre percent mode control peace security stability
        calm ceasefire truce war aggression self-defence defence independence sovereignty integrity existence constitution
        election law process procedure requirement decision vote quorum veto consensus unanimity majority third quarter half
        consent rejection abstention approval consultation meeting request warning statement report assistance support help
        response reply sanction embargo aid finance funding money logistics intelligence training equipment infrastructure
        base exercise plan readiness pool post rotation contribution task caveat reservation understanding position
        milestone restriction access patrol monitor observer civilian person people prisoner hostage hospital school
        gap series first second death casualty injury damage harm calibre range entry signature ratification withdrawal
        end start beginning duration term renewal review amendment suspension life humanitarian corridor energy power
        nuclear air sea land cyber means verification deployment delivery restoration creation resumption acceptance
        cause provocation danger risk
        island sanctuary left right outside inside north south east west
        """
    );

    /// <summary>Adjectives that leave a noun what it is.</summary>
    private static readonly FrozenSet<string> Adjectives = Words(
        """
        armed heavy ready deployed independent consecutive economic diplomatic military political multinational joint
        constitutional domestic national international listed new full further additional other such relevant necessary
        present common mutual temporary permanent civilian humanitarian multiple light local foreign collective individual
        its their his her whole territorial strategic
        """
    );

    /// <summary>Words that grade an event without measuring it: with no definition they are open-textured.</summary>
    private static readonly FrozenSet<string> OpenAdjectives = Words(
        """
        significant sustained deliberate unprovoked provoked serious grave material substantial major minor expanded large
        massive renewed imminent persistent systematic hostile offensive unlawful illegal indiscriminate
        """
    );

    public static IEnumerable<string> AllVerbs => Verbs;

    public static IEnumerable<string> AllNouns =>
        Nouns.Concat(VerbOfNoun.Keys).Concat(PresenceOfNoun.Keys).Concat(ConductOfNoun.Keys);

    /// <summary>The base form, if the word is a form of a verb of the lexicon.</summary>
    public static string? Verb(string word) => Inflection.BaseForms(word).FirstOrDefault(Verbs.Contains);

    public static ActKind? ActOf(string verb) => KindOfVerb.TryGetValue(verb, out var kind) ? kind : null;

    public static string? VerbOf(string singularNoun) => VerbOfNoun.GetValueOrDefault(singularNoun);

    public static string? PresenceOf(string singularNoun) => PresenceOfNoun.GetValueOrDefault(singularNoun);

    public static string? ConductOf(string singularNoun) => ConductOfNoun.GetValueOrDefault(singularNoun);

    public static bool IsNoun(string word) =>
        Nouns.Contains(word)
        || Nouns.Contains(Inflection.Singular(word))
        || VerbOfNoun.ContainsKey(Inflection.Singular(word));

    public static bool IsAdjective(string word) => Adjectives.Contains(word);

    public static bool IsOpenTextured(string word) => OpenAdjectives.Contains(word);

    private static FrozenSet<string> Words(string text) =>
        text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
