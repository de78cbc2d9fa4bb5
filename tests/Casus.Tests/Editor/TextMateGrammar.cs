using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Casus.Core.Binding;
using Casus.Core.Conduct;
using Casus.Core.Syntax;

namespace Casus.Tests.Editor;

/// <summary>
/// The TextMate grammar of the editor's extension, made of the reserved words, the verbs of the lexicon and the conduct
/// taxonomy: none of them is listed a second time.
/// </summary>
internal static class TextMateGrammar
{
    /// <summary>A word may go on with these, so that the bounds of regular expressions do not do.</summary>
    private const string Before = @"(?<![\p{L}\p{N}'’/_-])";
    private const string After = @"(?![\p{L}\p{N}'’/_-])";
    private const string Name = "casus";
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text => Grammar().ToJsonString(Readable) + "\n";

    private static JsonObject Grammar() =>
        new()
        {
            ["name"] = "Casus",
            ["scopeName"] = "source.casus",
            ["fileTypes"] = new JsonArray(Name),
            ["patterns"] = new JsonArray(
                Include("remarks"),
                Include("string"),
                Include("heading"),
                Include("label"),
                Include("bracket"),
                Include("words")
            ),
            ["repository"] = new JsonObject
            {
                ["remarks"] = Patterns(
                    Match("comment.line.double-slash", "//.*$"),
                    Match("markup.quote.prose", @"^\s*>.*$")
                ),
                ["string"] = Match("string.quoted.double", "\"[^\"\\n]*\""),
                ["heading"] = Captures(
                    @"^\s*(Article)\s+([0-9]+(?:\.[0-9]+)?)(?:\s+(""[^""]*""))?",
                    "keyword.other.label",
                    "constant.numeric.reference",
                    "entity.name.section"
                ),
                ["label"] = Captures(
                    $@"(?:^|(?<=\.\s)|(?<=\]))\s*({Any(ReservedWords.Labels)}|{Any(ReservedWords.BlockOpeners)}){After}",
                    "keyword.other.label"
                ),
                ["bracket"] = Bracket(),
                ["words"] = Patterns(
                    Match(
                        "constant.numeric.date",
                        $@"{Before}[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:T[0-9]{{2}}:[0-9]{{2}})?{After}"
                    ),
                    Match("constant.numeric.reference", $@"{Before}[0-9]+\.[0-9]+\([a-z]\)"),
                    Match("constant.numeric", $@"{Before}[0-9]{{1,3}}(?:,[0-9]{{3}})+|{Before}[0-9]+(?:\.[0-9]+)?"),
                    VerbOfDuty(),
                    Words("keyword.control.auxiliary", ReservedWords.Auxiliaries),
                    Words("keyword.control.verb", ReservedWords.FixedVerbs),
                    Words("keyword.other.tail", ReservedWords.TailWords),
                    Words("keyword.operator.connective", ReservedWords.Connectives),
                    Words("keyword.other.preposition", ReservedWords.Prepositions),
                    Words("storage.modifier.determiner", ReservedWords.Determiners),
                    Words("support.type.conduct", ConductTaxonomy.BuiltIn.Names, "s?"),
                    Match("punctuation.terminator.sentence", @"\.(?=\s|$)"),
                    Match("punctuation.separator", "[,;:]")
                ),
            },
        };

    /// <summary>After an auxiliary, a verb that the lexicon knows: an unknown one keeps the colour of a name.</summary>
    private static JsonObject VerbOfDuty() =>
        Captures(
            $@"(?i){Before}(shall|may|will|would|to)\s+(?:(not)\s+)?(?:(jointly|alone)\s+)?({Any(Lexicon.AllVerbs)}){After}",
            "keyword.control.auxiliary",
            "keyword.control.auxiliary",
            "keyword.other.tail",
            "entity.name.function.verb"
        );

    private static JsonObject Bracket() =>
        new()
        {
            ["name"] = $"meta.bracket.{Name}",
            ["begin"] = @"(\[)(?:([^\]|:""]+)(:))?",
            ["beginCaptures"] = Scopes(
                "punctuation.section.bracket",
                "variable.parameter.bracket",
                "punctuation.separator"
            ),
            ["end"] = @"\]|(?=\.\s|\.$)",
            ["endCaptures"] = new JsonObject { ["0"] = Scope("punctuation.section.bracket") },
            ["patterns"] = new JsonArray(
                Include("string"),
                Match("keyword.operator.choice", @"\|"),
                Match("constant.numeric", @"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?"),
                Match("constant.other.value", @"[^\]|""0-9\s.](?:[^\]|""\s.]|\.(?!\s|$))*")
            ),
        };

    private static JsonObject Words(string scope, IEnumerable<string> words, string ending = "") =>
        Match(scope, $"(?i){Before}(?:{Any(words)}){ending}{After}");

    /// <summary>The longest first, so that none is taken for its beginning.</summary>
    private static string Any(IEnumerable<string> words) =>
        string.Join(
            '|',
            words
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(word => word.Length)
                .ThenBy(word => word, StringComparer.Ordinal)
        );

    private static JsonObject Match(string scope, string pattern) =>
        new() { ["name"] = $"{scope}.{Name}", ["match"] = pattern };

    private static JsonObject Captures(string pattern, params string[] scopes) =>
        new() { ["match"] = pattern, ["captures"] = Scopes(scopes) };

    private static JsonObject Scopes(params string[] scopes)
    {
        var captures = new JsonObject();
        for (var index = 0; index < scopes.Length; index++)
        {
            captures[$"{index + 1}"] = Scope(scopes[index]);
        }
        return captures;
    }

    private static JsonObject Scope(string scope) => new() { ["name"] = $"{scope}.{Name}" };

    private static JsonObject Include(string part) => new() { ["include"] = $"#{part}" };

    private static JsonObject Patterns(params JsonNode[] patterns) => new() { ["patterns"] = new JsonArray(patterns) };
}
