using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;

namespace Casus.Reports.Sarif;

/// <summary>
/// A name for a finding that stays when sentences are moved or laid out anew: of its code and the words of the sentence
/// that it is about, and its number among those that agree in both.
/// </summary>
internal sealed class FindingFingerprints(Compilation compilation)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>Asked once for each finding, in order.</summary>
    public string Of(Diagnostic diagnostic)
    {
        var words = SentenceAt(diagnostic.Span.Start)?.WordsText() ?? "";
        var about = $"{diagnostic.Code}\n{words}";
        var number = seen[about] = seen.GetValueOrDefault(about) + 1;
        var bytes = Encoding.UTF8.GetBytes($"{about}\n{number.ToString(CultureInfo.InvariantCulture)}");
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
    }

    private SentenceSyntax? SentenceAt(int position)
    {
        var sentences = compilation.Tree.Sentences;
        int low = 0,
            high = sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (sentences[middle].Span.Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }
        return sentences.IsEmpty ? null : sentences[low];
    }
}
