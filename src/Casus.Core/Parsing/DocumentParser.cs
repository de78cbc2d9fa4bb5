using System.Collections.Immutable;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Parsing;

/// <summary>
/// Parts the tokens into sentences, by their full stops and, where one fails or lacks its stop, by its lines.
/// </summary>
internal sealed class DocumentParser
{
    private readonly SourceText source;
    private readonly ImmutableArray<SyntaxToken> tokens;
    private readonly ElementList elements = new();
    private readonly ImmutableArray<SentenceSyntax>.Builder sentences = ImmutableArray.CreateBuilder<SentenceSyntax>();
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>
    /// The full stop before which one was found missing: up to it each line that may open a sentence is tried first.
    /// </summary>
    private int doubtfulUntil = -1;

    private int nextStop;

    public DocumentParser(SourceText source)
        : this(source, Lexer.Lex(source)) { }

    /// <summary>Of some tokens of the source alone: they end with a full stop or the end of the file.</summary>
    public DocumentParser(SourceText source, ImmutableArray<SyntaxToken> tokens)
    {
        this.source = source;
        this.tokens = tokens;
    }

    public ParseResult Parse()
    {
        var start = 0;
        while (tokens[start].Kind != TokenKind.EndOfFile)
        {
            start = Sentence(start);
        }
        elements.Add(tokens[start]);
        var tree = new DocumentSyntax(elements.Done())
        {
            Sentences = sentences.ToImmutable(),
            EndOfFile = tokens[start],
        };
        return new ParseResult(tree, diagnostics.ToImmutable());
    }

    /// <summary>The sentences that the tokens make, and what is wrong with their shape.</summary>
    public (ImmutableArray<SentenceSyntax> Sentences, ImmutableArray<Diagnostic> Diagnostics) ParseSentences()
    {
        var start = 0;
        while (start < tokens.Length && tokens[start].Kind != TokenKind.EndOfFile)
        {
            start = Sentence(start);
        }
        return (sentences.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>Reads a sentence and returns where the next one starts.</summary>
    private int Sentence(int start)
    {
        nextStop = Math.Max(nextStop, start);
        while (tokens[nextStop].Kind is not (TokenKind.FullStop or TokenKind.EndOfFile))
        {
            nextStop++;
        }
        var stop = nextStop;
        var opening = NextOpening(start, stop);
        if (doubtfulUntil == stop && opening < stop && TryUnended(start, opening))
        {
            return opening;
        }
        var parser = new SentenceParser(tokens, start, stop);
        var read = parser.Read();
        var ended = tokens[stop].Kind == TokenKind.FullStop;
        if (read is null || !ended)
        {
            var mayEndEarlier = opening < stop && (read is not null || parser.FailedAt >= opening);
            if (mayEndEarlier && TryUnended(start, opening))
            {
                doubtfulUntil = stop;
                return opening;
            }
        }
        if (read is { } whole)
        {
            if (ended && opening < stop && IsLabel(opening) && Column(opening) <= Column(start))
            {
                diagnostics.Add(SyntaxProblems.LabelInSentence(tokens[opening], tokens[opening - 1]));
            }
            Add(start, stop, parser, whole.Guard, whole.Body);
            return ended ? stop + 1 : stop;
        }
        return Unread(start, stop, parser);
    }

    /// <summary>Tries the tokens before a line as a sentence that lacks only its full stop.</summary>
    private bool TryUnended(int start, int opening)
    {
        var parser = new SentenceParser(tokens, start, opening);
        if (parser.Read() is not var (guard, body))
        {
            return false;
        }
        Add(start, opening, parser, guard, body);
        return true;
    }

    private void Add(int start, int limit, SentenceParser parser, BracketSyntax? guard, SentenceBodySyntax body)
    {
        diagnostics.AddRange(parser.Remarks);
        var ended = tokens[limit].Kind == TokenKind.FullStop;
        if (!ended)
        {
            diagnostics.Add(SyntaxProblems.MissingFullStop(tokens[limit - 1]));
        }
        Add(start, limit, guard, body, ended ? tokens[limit] : MissingStop(limit));
    }

    /// <summary>
    /// Keeps a sentence that could not be read as its tokens, up to its stop or to an article that opens a line.
    /// </summary>
    private int Unread(int start, int stop, SentenceParser parser)
    {
        var limit = start + 1;
        while (limit < stop && !(OpensLine(limit) && IsArticle(limit)))
        {
            limit++;
        }
        limit = Math.Min(limit, stop);
        if (parser.FailedAt >= limit && limit < stop)
        {
            parser = new SentenceParser(tokens, start, limit);
            if (parser.Read() is var (guard, body))
            {
                // Up to the article it is whole, and lacks only its full stop.
                Add(start, limit, parser, guard, body);
                return limit;
            }
        }
        diagnostics.Add(parser.Failure!);
        var rest = ImmutableArray.CreateRange<SyntaxElement>(tokens[start..limit]);
        var ended = tokens[limit].Kind == TokenKind.FullStop;
        Add(start, limit, null, new ErrorSentenceSyntax(rest), ended ? tokens[limit] : MissingStop(limit));
        return ended ? limit + 1 : limit;
    }

    private void Add(int start, int limit, BracketSyntax? guard, SentenceBodySyntax body, SyntaxToken fullStop)
    {
        var parts = new ElementList();
        if (guard is not null)
        {
            parts.Add(guard);
        }
        if (!body.Elements.IsEmpty)
        {
            // A lone full stop has a body of nothing, which stands nowhere.
            parts.Add(body);
        }
        parts.Add(fullStop);
        var prose = tokens[start..Math.Max(start + 1, limit)]
            .SelectMany(token => token.Leading)
            .Where(trivia => trivia.Kind == TriviaKind.Prose)
            .Select(trivia => trivia.Text[1..].Trim());
        sentences.Add(
            elements.Add(
                new SentenceSyntax(parts.Done())
                {
                    Guard = guard,
                    Body = body,
                    FullStop = fullStop,
                    Prose = [.. prose],
                }
            )
        );
    }

    private SyntaxToken MissingStop(int limit) =>
        new(TokenKind.FullStop, "", tokens[limit - 1].Span.End, [], isMissing: true);

    /// <summary>
    /// The first token after the start that may open a sentence of its own: an article, or a line not indented further
    /// that opens with a capital or a bracket; after an article's heading, at any indentation. The stop where there is
    /// none.
    /// </summary>
    private int NextOpening(int start, int stop)
    {
        var furthest = IsHeading(start) ? int.MaxValue : Column(start);
        for (var index = start + 1; index < stop; index++)
        {
            if (!OpensLine(index))
            {
                continue;
            }
            var token = tokens[index];
            var opens =
                token.Kind == TokenKind.OpenBracket || (token.Kind == TokenKind.Word && char.IsUpper(token.Text[0]));
            if (IsArticle(index) || (opens && Column(index) <= furthest))
            {
                return index;
            }
        }
        return stop;
    }

    private bool OpensLine(int index) =>
        tokens[index]
            .Leading.Any(trivia =>
                trivia.Kind == TriviaKind.Space && trivia.Text.Contains('\n', StringComparison.Ordinal)
            );

    private bool IsHeading(int index) =>
        string.Equals(tokens[index].Text, "Article", StringComparison.Ordinal)
        && tokens[index + 1].Kind is TokenKind.Number or TokenKind.Reference;

    private bool IsArticle(int index) =>
        IsHeading(index) && tokens[index + 2].Kind is TokenKind.String or TokenKind.FullStop;

    private bool IsLabel(int index) =>
        ReservedWords.Labels.Contains(tokens[index].Text) || ReservedWords.BlockOpeners.Contains(tokens[index].Text);

    private int Column(int index) => source.PositionOf(tokens[index].Span.Start).Column;
}
