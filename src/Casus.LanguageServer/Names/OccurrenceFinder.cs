using Casus.Core.Binding;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.LanguageServer.Names;

/// <summary>
/// Finds names among the words of sentences, the longest first: `sustained attack` before `attack`. Sentences with a
/// mistake are read too. A verb after its auxiliary is no name, whatever it is called.
/// </summary>
internal sealed class OccurrenceFinder
{
    /// <summary>Names by the singular of their first word, the longest first.</summary>
    private readonly Dictionary<string, List<(string[] Words, NamedThing Thing)>> byFirstWord = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, NamedThing> brackets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, NamedThing> numbered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedThing> quoted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> singulars = new(StringComparer.Ordinal);
    private readonly HashSet<int> verbs = [];
    private readonly Dictionary<int, BracketSyntax> bracketsAt = [];

    public OccurrenceFinder(IEnumerable<NamedThing> things)
    {
        foreach (var thing in things)
        {
            switch (thing.Kind)
            {
                case NameKind.Bracket:
                    brackets.TryAdd(thing.Name, thing);
                    break;
                case NameKind.Article or NameKind.Clause:
                    numbered.TryAdd((thing.Kind == NameKind.Article ? "a" : "c") + thing.Name, thing);
                    break;
                default:
                    AddWords(thing);
                    break;
            }
        }
        foreach (var list in byFirstWord.Values)
        {
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }
    }

    public List<Occurrence> Found { get; } = [];

    public void Read(SentenceSyntax sentence)
    {
        var tokens = sentence.Tokens().ToArray();
        verbs.Clear();
        bracketsAt.Clear();
        Note(sentence);
        var isPosition = sentence.Body is PositionSyntax;
        for (var i = 0; i < tokens.Length; )
        {
            i += Step(tokens, i, isPosition);
        }
    }

    /// <summary>How many tokens the name at a place takes; 1 where there is none.</summary>
    private int Step(SyntaxToken[] tokens, int i, bool isPosition)
    {
        var token = tokens[i];
        switch (token.Kind)
        {
            case TokenKind.OpenBracket when bracketsAt.TryGetValue(token.Span.Start, out var bracket):
                return Bracket(tokens, i, bracket);
            case TokenKind.Reference:
                Number("c", token);
                return 1;
            case TokenKind.String when quoted.TryGetValue(Singular(token.Value.ToLowerInvariant()), out var thing):
                Add(thing, token.Span);
                return 1;
            case TokenKind.Word:
                break;
            default:
                return 1;
        }
        if (i == 0 && token.Is("article") is false && ReservedWords.Labels.Contains(token.Text))
        {
            return 1;
        }
        if (token.Value is "article" or "articles" && i + 1 < tokens.Length)
        {
            return Articles(tokens, i + 1) + 1;
        }
        if (isPosition && OfBracket(tokens, i) is > 0 and var length)
        {
            return length;
        }
        return verbs.Contains(token.Span.Start) ? 1 : Words(tokens, i);
    }

    /// <summary>`Article 5`, `Articles 1, 2 and 3`: how many tokens after the word belong to it.</summary>
    private int Articles(SyntaxToken[] tokens, int from)
    {
        var i = from;
        while (i < tokens.Length)
        {
            if (tokens[i].Kind is TokenKind.Number or TokenKind.Reference)
            {
                Number(tokens[i].Kind == TokenKind.Number ? "a" : "c", tokens[i]);
            }
            else if (tokens[i].Kind != TokenKind.Comma && !tokens[i].Is("and") && !tokens[i].Is("or"))
            {
                break;
            }
            else if (i + 1 >= tokens.Length || tokens[i + 1].Kind is not (TokenKind.Number or TokenKind.Reference))
            {
                break;
            }
            i++;
        }
        return i - from;
    }

    private int Bracket(SyntaxToken[] tokens, int i, BracketSyntax bracket)
    {
        if (bracket.Name is null || !brackets.TryGetValue(bracket.Name, out var thing))
        {
            return 1;
        }
        var span = Declarations.BracketName(bracket);
        Add(thing, span);
        var length = 1;
        while (i + length < tokens.Length && tokens[i + length].Span.Start < span.End)
        {
            length++;
        }
        return length;
    }

    /// <summary>`on term`, `Source of tier two`: 0 where no bracket is named.</summary>
    private int OfBracket(SyntaxToken[] tokens, int i)
    {
        if (i == 0 || tokens[i - 1].Value is not ("on" or "of" or "and"))
        {
            return 0;
        }
        var length = 0;
        var words = "";
        NamedThing? longest = null;
        for (var j = i; j < tokens.Length && tokens[j].Kind is TokenKind.Word or TokenKind.Number; j++)
        {
            words = words.Length == 0 ? tokens[j].Text : $"{words} {tokens[j].Text}";
            if (brackets.TryGetValue(words, out var thing))
            {
                (longest, length) = (thing, j + 1 - i);
            }
        }
        if (longest is not null)
        {
            Add(longest, TextSpan.FromBounds(tokens[i].Span.Start, tokens[i + length - 1].Span.End));
        }
        return length;
    }

    private int Words(SyntaxToken[] tokens, int i)
    {
        if (!byFirstWord.TryGetValue(Singular(tokens[i].Value), out var candidates))
        {
            return 1;
        }
        foreach (var (words, thing) in candidates)
        {
            if (i + words.Length <= tokens.Length && Matches(tokens.AsSpan(i, words.Length), words, thing))
            {
                Add(thing, TextSpan.FromBounds(tokens[i].Span.Start, tokens[i + words.Length - 1].Span.End));
                return words.Length;
            }
        }
        return 1;
    }

    private bool Matches(ReadOnlySpan<SyntaxToken> tokens, string[] words, NamedThing thing)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var token = tokens[i];
            var same = string.Equals(token.Value, words[i], StringComparison.Ordinal);
            var isLast = i == words.Length - 1;
            if (!same && !(isLast && thing.HasPlural && Singular(token.Value) == Singular(words[i])))
            {
                return false;
            }
        }
        return true;
    }

    private void Number(string kind, SyntaxToken token)
    {
        if (numbered.TryGetValue(kind + token.Text, out var thing))
        {
            Add(thing, token.Span);
        }
    }

    private void Add(NamedThing thing, TextSpan span) =>
        Found.Add(new Occurrence(thing, span, span == thing.Declaration));

    private void AddWords(NamedThing thing)
    {
        string[] words = [.. thing.Name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var first = Singular(words[0]);
        if (!byFirstWord.TryGetValue(first, out var list))
        {
            byFirstWord[first] = list = [];
        }
        list.Add((words, thing));
        if (thing.Kind == NameKind.Term)
        {
            quoted.TryAdd(thing.Name, thing);
        }
    }

    private void Note(SyntaxNode node)
    {
        foreach (var element in node.Elements)
        {
            switch (element)
            {
                case ActSyntax act:
                    verbs.Add(act.Verb.Span.Start);
                    Note(act);
                    break;
                case EvidenceSyntax evidence:
                    verbs.Add(evidence.Verb.Span.Start);
                    Note(evidence);
                    break;
                case BracketSyntax bracket:
                    bracketsAt[bracket.Span.Start] = bracket;
                    break;
                case SyntaxNode inner:
                    Note(inner);
                    break;
                default:
                    break;
            }
        }
    }

    private string Singular(string word)
    {
        if (!singulars.TryGetValue(word, out var singular))
        {
            singulars[word] = singular = Vocabulary.Singular(word);
        }
        return singular;
    }
}
