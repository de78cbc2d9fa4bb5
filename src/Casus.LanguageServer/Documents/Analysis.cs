using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.LanguageServer.Names;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Documents;

/// <summary>What is known of one version of a text: everything that an answer is made of.</summary>
internal sealed class Analysis(
    string uri,
    int version,
    ParseResult parsed,
    Compilation compilation,
    ImmutableArray<Diagnostic> diagnostics,
    IGeographySource geography
)
{
    private readonly Lazy<NameTable> names = new(
        () => NameTable.Of(compilation),
        LazyThreadSafetyMode.ExecutionAndPublication
    );

    public string Uri { get; } = uri;
    public int Version { get; } = version;
    public ParseResult Parsed { get; } = parsed;
    public Compilation Compilation { get; } = compilation;

    /// <summary>Of shape, of binding and of the rules, in the order of the text.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>What the text's files say, for those who compile it once more with a change.</summary>
    public IGeographySource Geography { get; } = geography;

    public SourceText Source => Compilation.Source;
    public DocumentSyntax Tree => Compilation.Tree;
    public Agreement Agreement => Compilation.Agreement;

    /// <summary>Every name of the text and where it stands; made when first asked for.</summary>
    public NameTable Names => names.Value;

    public int OffsetOf(Position position) => Changes.OffsetOf(Source, position);

    public Position PositionOf(int offset)
    {
        var (line, column) = Source.PositionOf(Math.Clamp(offset, 0, Source.Text.Length));
        return new Position(line - 1, column - 1);
    }

    public TextRange RangeOf(TextSpan span) => new(PositionOf(span.Start), PositionOf(span.End));

    public Location LocationOf(TextSpan span) => new(Uri, RangeOf(span));

    /// <summary>The sentence whose text, or the space before it, holds the place; null after the last.</summary>
    public SentenceSyntax? SentenceAt(int offset)
    {
        var sentences = Tree.Sentences;
        var (low, high) = (0, sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Span.End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low < sentences.Length ? sentences[low] : null;
    }
}
