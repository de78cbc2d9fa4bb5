using Casus.Core.Formatting;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Layout;

/// <summary>Lays the text out as `fmt` does; of what changes the lines alone are sent.</summary>
internal static class FormattingAnswer
{
    public static IReadOnlyList<DocumentEdit> Of(Analysis analysis)
    {
        var before = analysis.Source.Text;
        var after = Formatter.Format(analysis.Tree);
        if (string.Equals(before, after, StringComparison.Ordinal))
        {
            return [];
        }
        var prefix = before.AsSpan().CommonPrefixLength(after);
        prefix = before.LastIndexOf('\n', Math.Max(0, prefix - 1), Math.Max(0, prefix)) + 1;
        var most = Math.Min(before.Length, after.Length) - prefix;
        var suffix = 0;
        while (suffix < most && before[^(suffix + 1)] == after[^(suffix + 1)])
        {
            suffix++;
        }
        // From the line feed on, so that whole lines are replaced.
        var feed = before.IndexOf('\n', before.Length - suffix);
        suffix = feed < 0 ? 0 : before.Length - feed;
        var range = new TextRange(analysis.PositionOf(prefix), analysis.PositionOf(before.Length - suffix));
        return [new DocumentEdit(range, after[prefix..^suffix])];
    }
}
