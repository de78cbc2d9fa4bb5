using System.Collections.Concurrent;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Colours;

/// <summary>
/// Colours as the protocol writes them: five numbers a token, or how they differ from the last answer.
/// </summary>
internal sealed class SemanticTokensAnswer
{
    private const int NumbersOfToken = 5;
    private const int Declaration = 1;
    private readonly ConcurrentDictionary<string, (string Id, int[] Data)> last = new(StringComparer.Ordinal);
    private long answers;

    public static SemanticTokensLegend Legend { get; } =
        new([.. Enum.GetNames<Colour>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])], ["declaration"]);

    public SemanticTokens Full(Analysis analysis)
    {
        var data = Numbers(analysis, new TextSpan(0, analysis.Source.Text.Length));
        return new SemanticTokens(Remember(analysis.Uri, data), data);
    }

    public static SemanticTokens Range(Analysis analysis, TextRange range)
    {
        var span = TextSpan.FromBounds(analysis.OffsetOf(range.Start), analysis.OffsetOf(range.End));
        return new SemanticTokens(null, Numbers(analysis, span));
    }

    /// <summary>All of them where the earlier answer is not the last that was given.</summary>
    public object Delta(Analysis analysis, string previous)
    {
        if (!last.TryGetValue(analysis.Uri, out var known) || known.Id != previous)
        {
            return Full(analysis);
        }
        var data = Numbers(analysis, new TextSpan(0, analysis.Source.Text.Length));
        var id = Remember(analysis.Uri, data);
        var prefix = data.AsSpan().CommonPrefixLength(known.Data) / NumbersOfToken * NumbersOfToken;
        var suffix = 0;
        var most = Math.Min(data.Length, known.Data.Length) - prefix;
        while (suffix < most && data[^(suffix + 1)] == known.Data[^(suffix + 1)])
        {
            suffix++;
        }
        suffix = suffix / NumbersOfToken * NumbersOfToken;
        if (prefix == data.Length && data.Length == known.Data.Length)
        {
            return new SemanticTokensDelta(id, []);
        }
        var edit = new SemanticTokensEdit(prefix, known.Data.Length - prefix - suffix, data[prefix..^suffix]);
        return new SemanticTokensDelta(id, [edit]);
    }

    public void Forget(string uri) => last.TryRemove(uri, out _);

    private string Remember(string uri, int[] data)
    {
        var id = Interlocked.Increment(ref answers).ToString(System.Globalization.CultureInfo.InvariantCulture);
        last[uri] = (id, data);
        return id;
    }

    private static int[] Numbers(Analysis analysis, TextSpan range)
    {
        var pieces = TokenColours.Of(analysis, range);
        var data = new int[pieces.Count * NumbersOfToken];
        var (line, character) = (0, 0);
        for (var i = 0; i < pieces.Count; i++)
        {
            var place = analysis.PositionOf(pieces[i].Start);
            var at = i * NumbersOfToken;
            data[at] = place.Line - line;
            data[at + 1] = place.Line == line ? place.Character - character : place.Character;
            data[at + 2] = pieces[i].Length;
            data[at + 3] = (int)pieces[i].Colour;
            data[at + 4] = pieces[i].IsDeclaration ? Declaration : 0;
            (line, character) = (place.Line, place.Character);
        }
        return data;
    }
}
