using System.Collections.Immutable;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Parsing;

/// <summary>
/// Parses the versions of one text, one after the other. What stands between full stops that no change has touched is
/// not
/// read again: its sentences are moved to their new place. The result is the same as <see cref="Parser.Parse"/> gives.
/// </summary>
/// <remarks>
/// The sentences of a result are taken over by the next one, and their places move: whoever reads a tree must be done
/// with it before the next version is parsed.
/// </remarks>
public sealed class IncrementalParser
{
    private ImmutableArray<Chunk> chunks = [];
    private string last = "";

    /// <summary>How many sentences of the last result were read anew.</summary>
    public int ReadAnew { get; private set; }

    public ParseResult Parse(SourceText source)
    {
        var text = source.Text;
        var next = ImmutableArray.CreateBuilder<Chunk>(chunks.Length + 1);
        var change = Change.Between(last, text);
        var kept = Kept(change);
        next.AddRange(chunks, kept);
        var position = kept == 0 ? 0 : chunks[kept - 1].End;
        var resumed = kept;
        ReadAnew = 0;
        while (true)
        {
            var chunk = Read(source, ref position);
            next.Add(chunk);
            ReadAnew += chunk.Sentences.Length;
            if (chunk.Tokens[^1].Kind == TokenKind.EndOfFile)
            {
                break;
            }
            if (TryResume(change, position, ref resumed))
            {
                for (var i = resumed; i < chunks.Length; i++)
                {
                    next.Add(chunks[i].Moved(change.Delta));
                }
                break;
            }
        }
        chunks = next.DrainToImmutable();
        last = text;
        return Whole();
    }

    private static Chunk Read(SourceText source, ref int position)
    {
        var start = position;
        var tokens = Lexer.ToFullStop(source.Text, ref position);
        var (sentences, diagnostics) = new DocumentParser(source, tokens).ParseSentences();
        return new Chunk(start, position, tokens, sentences, diagnostics);
    }

    /// <summary>
    /// How many chunks end before the line in which the change begins: no token looks beyond the end of its line, so
    /// that
    /// none of theirs saw what has changed.
    /// </summary>
    private int Kept(Change change)
    {
        var line = change.Start == 0 ? 0 : last.LastIndexOf('\n', change.Start - 1) + 1;
        var kept = 0;
        while (kept < chunks.Length && chunks[kept].End < line)
        {
            kept++;
        }
        return kept;
    }

    /// <summary>
    /// Whether an old chunk begins here, behind the change, on a line of its own: then the rest reads as it did, since
    /// columns tell where a sentence without its full stop ends.
    /// </summary>
    private bool TryResume(Change change, int position, ref int resumed)
    {
        var old = position - change.Delta;
        while (resumed < chunks.Length && chunks[resumed].Start < old)
        {
            resumed++;
        }
        return resumed < chunks.Length
            && chunks[resumed].Start == old
            && old >= change.OldEnd
            && chunks[resumed].OpensLine;
    }

    private ParseResult Whole()
    {
        var sentences = ImmutableArray.CreateBuilder<SentenceSyntax>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var chunk in chunks)
        {
            sentences.AddRange(chunk.Sentences);
            diagnostics.AddRange(chunk.Diagnostics);
        }
        var end = chunks[^1].Tokens[^1];
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>(sentences.Count + 1);
        elements.AddRange(sentences);
        elements.Add(end);
        var tree = new DocumentSyntax(elements.MoveToImmutable())
        {
            Sentences = sentences.ToImmutable(),
            EndOfFile = end,
        };
        return new ParseResult(tree, diagnostics.ToImmutable());
    }

    /// <summary>What lies between two versions: [Start, OldEnd) has become something longer by Delta.</summary>
    private readonly record struct Change(int Start, int OldEnd, int Delta)
    {
        public static Change Between(string before, string after)
        {
            var start = before.AsSpan().CommonPrefixLength(after);
            var most = Math.Min(before.Length, after.Length) - start;
            var same = 0;
            while (same < most && before[before.Length - 1 - same] == after[after.Length - 1 - same])
            {
                same++;
            }
            return new Change(start, before.Length - same, after.Length - before.Length);
        }
    }

    /// <summary>
    /// The tokens up to a full stop, with the sentences that they make: more than one where stops are missing.
    /// </summary>
    private sealed record Chunk(
        int Start,
        int End,
        ImmutableArray<SyntaxToken> Tokens,
        ImmutableArray<SentenceSyntax> Sentences,
        ImmutableArray<Diagnostic> Diagnostics
    )
    {
        public bool OpensLine =>
            Tokens[0].Kind == TokenKind.EndOfFile
            || Tokens[0].Leading.Any(trivia => trivia.Text.Contains('\n', StringComparison.Ordinal));

        public Chunk Moved(int by)
        {
            if (by == 0)
            {
                return this;
            }
            foreach (var token in Tokens)
            {
                token.Shift(by);
            }
            foreach (var sentence in Sentences)
            {
                if (sentence.FullStop.IsMissing)
                {
                    sentence.FullStop.Shift(by);
                }
            }
            var diagnostics = Diagnostics.IsEmpty ? Diagnostics : [.. Diagnostics.Select(each => each.Moved(by))];
            return this with { Start = Start + by, End = End + by, Diagnostics = diagnostics };
        }
    }
}
