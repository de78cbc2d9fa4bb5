using Casus.Core.Binding;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>A norm that has something kept at, or withdrawn to, a distance from a line.</summary>
/// <param name="What">The verb and the thing, such as "keep artillery".</param>
/// <param name="Span">The words that name the line.</param>
internal sealed record MeasuredDistance(StatedNorm Stated, string What, int Line, TextSpan Span);

/// <summary>Which norms measure from which line.</summary>
internal static class MeasuredDistances
{
    /// <summary>In the order of the text.</summary>
    public static IEnumerable<MeasuredDistance> Of(CheckedText text)
    {
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < text.Agreement.Lines.Length; index++)
        {
            lines.TryAdd(text.Agreement.Lines[index].Name, index);
        }
        foreach (var stated in lines.Count == 0 ? [] : text.Norms)
        {
            var roles = NormSlots.RolesOf(stated.Syntax).ToList();
            if (!roles.Exists(role => role.Objects.Items.Any(item => item.TermText is "distance")))
            {
                continue;
            }
            foreach (var item in roles.Where(role => role.Prepositions[0].Is("from")).SelectMany(r => r.Objects.Items))
            {
                if (lines.TryGetValue(item.WordsText(), out var line))
                {
                    yield return new MeasuredDistance(stated, What(stated), line, item.Span);
                    break;
                }
            }
        }
    }

    private static string What(StatedNorm stated)
    {
        var head = (stated.Syntax.Predicate as ModalPredicateSyntax)?.Act.Object?.Items.FirstOrDefault()?.Head;
        return $"{stated.Norm.Verb} {head?.TermText}{head?.String?.Value}";
    }
}
