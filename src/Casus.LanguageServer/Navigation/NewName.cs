using Casus.Core.Binding;
using Casus.Core.Conduct;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Names;

namespace Casus.LanguageServer.Navigation;

/// <summary>Whether words can be the new name of a thing.</summary>
internal static class NewName
{
    /// <summary>Why things of a kind keep their names; null where they may have another.</summary>
    public static string? WhyFixed(NameKind kind) =>
        kind switch
        {
            NameKind.Role => "A role is a word of the language; what it is called cannot be chosen.",
            NameKind.Quality => "A quality is a word of the language; what it is called cannot be chosen.",
            NameKind.Article or NameKind.Clause =>
                "Articles and sentences are numbered by their place; a number is not renamed.",
            _ => null,
        };

    /// <summary>Null where the name will do.</summary>
    public static string? WhyNot(Analysis analysis, NamedThing thing, string name)
    {
        var tokens = Lexer.Lex(new SourceText("", name))[..^1];
        var closing = tokens is [.., { Kind: TokenKind.Number }] && thing.Kind == NameKind.Bracket ? 1 : 0;
        var words = tokens.AsSpan()[..(tokens.Length - closing)];
        if (words.IsEmpty)
        {
            return "A name has at least one word.";
        }
        foreach (var word in words)
        {
            if (word.Kind != TokenKind.Word)
            {
                return $"`{word.Text}` is no word: a name is made of words alone.";
            }
            if (ReservedWords.All.Contains(word.Value))
            {
                return $"`{word.Text}` is a reserved word, and no name may hold one.";
            }
        }
        if (ReservedWords.Labels.Contains(words[0].Text) || ReservedWords.BlockOpeners.Contains(words[0].Text))
        {
            return $"`{words[0].Text}` opens sentences of its own; a name that begins with it could not begin one.";
        }
        return Clash(analysis, thing, name);
    }

    private static string? Clash(Analysis analysis, NamedThing thing, string name)
    {
        var singular = Vocabulary.Singular(name.ToLowerInvariant());
        var other = analysis.Names.Things.FirstOrDefault(known =>
            !ReferenceEquals(known, thing)
            && (known.Kind == NameKind.Bracket) == (thing.Kind == NameKind.Bracket)
            && known.Kind is not (NameKind.Article or NameKind.Clause)
            && Vocabulary.Singular(known.Name.ToLowerInvariant()) == singular
        );
        if (other is not null)
        {
            var line = analysis.PositionOf(other.Declaration.Start).Line + 1;
            return $"`{other.Name}` is taken: it is declared on line {line}.";
        }
        return thing.Kind != NameKind.Bracket && ConductTaxonomy.BuiltIn.IndexOf(singular) >= 0
            ? $"`{name}` is a term of the conduct taxonomy already."
            : null;
    }
}
