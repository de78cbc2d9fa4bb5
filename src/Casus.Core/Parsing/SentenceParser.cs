using System.Collections.Immutable;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Parsing;

/// <summary>
/// Reads one sentence by recursive descent, with two tokens of lookahead beyond the current one. After its first error
/// it sees nothing more: every loop ends, what it still returns is thrown away, and so no error begets another.
/// </summary>
internal sealed partial class SentenceParser
{
    /// <summary>Clauses within clauses and `of` after `of`; the treaties tried need 6.</summary>
    private const int DeepestNesting = 100;

    private readonly ImmutableArray<SyntaxToken> tokens;
    private readonly int limit;
    private readonly SyntaxToken end;
    private readonly ImmutableArray<Diagnostic>.Builder remarks = ImmutableArray.CreateBuilder<Diagnostic>();
    private int position;
    private int depth;

    /// <summary>In a position a comma only separates evidence: no list may take it.</summary>
    private bool commasSeparate;

    /// <summary>
    /// Reads the tokens in [start, limit); the one at the limit is the full stop or what stands in its place.
    /// </summary>
    public SentenceParser(ImmutableArray<SyntaxToken> tokens, int start, int limit)
    {
        this.tokens = tokens;
        this.limit = limit;
        position = start;
        First = tokens[start];
        var last = limit > start ? tokens[limit - 1].Span.End : tokens[limit].Span.Start;
        end = new SyntaxToken(TokenKind.EndOfFile, "", last, []);
    }

    /// <summary>The first error; null while there is none.</summary>
    public Diagnostic? Failure { get; private set; }

    /// <summary>The index of the token at which it failed.</summary>
    public int FailedAt { get; private set; }

    /// <summary>Errors that leave the tree whole.</summary>
    public ImmutableArray<Diagnostic> Remarks => remarks.ToImmutable();

    private SyntaxToken First { get; }
    private bool AtEnd => Failure is not null || position >= limit;

    private SyntaxToken Peek(int ahead = 0) =>
        Failure is not null || position + ahead >= limit ? end : tokens[position + ahead];

    private string Word(int ahead = 0)
    {
        var token = Peek(ahead);
        return token.Kind == TokenKind.Word ? token.Value : "";
    }

    private bool At(TokenKind kind, int ahead = 0) => Peek(ahead).Kind == kind;

    private bool At(string word, int ahead = 0) => string.Equals(Word(ahead), word, StringComparison.Ordinal);

    private bool AtEither(string word, string other, int ahead = 0) => At(word, ahead) || At(other, ahead);

    /// <summary>At a word that may stand in a bare term.</summary>
    private bool AtPlain(int ahead = 0) => At(TokenKind.Word, ahead) && !ReservedWords.All.Contains(Word(ahead));

    private bool AtNumber(int ahead = 0) => At(TokenKind.Number, ahead) || At(TokenKind.Reference, ahead);

    private SyntaxToken Take(ElementList elements)
    {
        if (AtEnd)
        {
            return end;
        }
        var token = tokens[position++];
        if (token.Kind == TokenKind.Date && !CalendarDates.IsReal(token.Text))
        {
            remarks.Add(SyntaxProblems.NoSuchDate(token));
        }
        return elements.Add(token);
    }

    private bool TryTake(string word, ElementList elements) => At(word) && Taken(elements);

    private bool TryTake(TokenKind kind, ElementList elements) => At(kind) && Taken(elements);

    private bool Taken(ElementList elements)
    {
        Take(elements);
        return true;
    }

    private void Expect(string word, ElementList elements)
    {
        if (!TryTake(word, elements))
        {
            Unexpected($"`{word}`");
        }
    }

    private SyntaxToken Expect(TokenKind kind, string what, ElementList elements)
    {
        if (!At(kind))
        {
            Unexpected(what);
        }
        return Take(elements);
    }

    private void Unexpected(string expected) => Fail(token => SyntaxProblems.Unexpected(token, expected));

    /// <summary>
    /// Records the first error. What the lexer could not read, and `and/or`, are told as such where they are met, also
    /// behind a comma and a connective that lead up to them.
    /// </summary>
    private void Fail(Func<SyntaxToken, Diagnostic> problem)
    {
        if (Failure is not null)
        {
            return;
        }
        var token = position >= limit ? EndOrStop() : Peek();
        FailedAt = Math.Min(position, limit);
        Failure =
            SyntaxProblems.OfToken(Peek())
            ?? SyntaxProblems.OfToken(Peek(1))
            ?? SyntaxProblems.OfToken(Peek(2))
            ?? problem(token);
    }

    private SyntaxToken EndOrStop() => tokens[limit].Kind == TokenKind.FullStop ? tokens[limit] : end;

    /// <summary>Reads something nested; too deep is an error and not an overflow of the stack.</summary>
    private T Nested<T>(Func<T> read)
    {
        if (depth >= DeepestNesting)
        {
            Fail(SyntaxProblems.TooDeep);
        }
        depth++;
        var result = read();
        depth--;
        return result;
    }

    private static TextSpan Between(SyntaxElement first, SyntaxElement last) =>
        TextSpan.FromBounds(first.Span.Start, last.Span.End);
}
