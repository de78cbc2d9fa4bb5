using Casus.Core.Agreements;
using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Logic;

/// <summary>Each of two sentences gives way to the other; or a longer circle of such.</summary>
internal sealed class PriorityCircle : Rule
{
    public override string Code => "CAS3904";
    public override string Title => "Priorities that run in a circle";
    public override RuleGroup Group => RuleGroup.Logic;

    public override string Why =>
        "Where each gives way to the other neither prevails, and each side reads its own first.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var standing = text
            .Agreement.Priorities.Where(priority => text.ProvisionOf(priority.Clause)?.Stands != false)
            .Distinct()
            .ToList();
        var byArticle = standing.ToLookup(priority => ArticleOf(priority.Stronger), StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var first in standing)
        {
            if (told.Contains(first.Clause) || Circle(first, byArticle) is not { } circle)
            {
                continue;
            }
            told.UnionWith(circle.Select(priority => priority.Clause));
            var finding = At(
                text.SpanOf(first.Clause),
                circle.Count == 1
                    ? $"{first.Clause} gives way to {Name(first.Stronger)}, of which it is a part itself."
                    : $"{Name(first.Weaker)} gives way to {Name(first.Stronger)}, and that, by {By(circle)}, to "
                        + $"{Name(first.Weaker)}."
            );
            foreach (var other in circle.Skip(1).Where(other => other.Clause != first.Clause))
            {
                finding = finding.With(
                    new RelatedPlace(
                        text.SpanOf(other.Clause),
                        $"{Name(other.Stronger)} prevails over {Name(other.Weaker)}."
                    )
                );
            }
            yield return finding;
        }
    }

    private static string By(List<Priority> circle) =>
        Wording.And([.. circle.Skip(1).Select(priority => priority.Clause).Distinct(StringComparer.Ordinal)]);

    private static string Name(string reference) =>
        reference.Contains('.', StringComparison.Ordinal) ? reference : $"Article {reference}";

    /// <summary>The shortest way from a priority back to itself; null where there is none.</summary>
    private static List<Priority>? Circle(Priority first, ILookup<string, Priority> byArticle)
    {
        if (Overlap(first.Stronger, first.Weaker))
        {
            return [first];
        }
        var before = new Dictionary<Priority, Priority?> { [first] = null };
        var queue = new Queue<Priority>([first]);
        while (queue.TryDequeue(out var current))
        {
            foreach (
                var next in byArticle[ArticleOf(current.Weaker)].Where(next => Overlap(current.Weaker, next.Stronger))
            )
            {
                if (Overlap(next.Weaker, first.Stronger))
                {
                    var circle = new List<Priority> { next };
                    for (var at = (Priority?)current; at is not null; at = before[at])
                    {
                        circle.Insert(0, at);
                    }
                    return [.. circle.Distinct()];
                }
                if (before.TryAdd(next, current))
                {
                    queue.Enqueue(next);
                }
            }
        }
        return null;
    }

    /// <summary>The same sentence or article, or one within the other.</summary>
    private static bool Overlap(string one, string other) => Covers(one, other) || Covers(other, one);

    private static bool Covers(string whole, string part) =>
        part.StartsWith(whole, StringComparison.Ordinal)
        && (part.Length == whole.Length || part[whole.Length] is '.' or '(');

    private static string ArticleOf(string reference) =>
        reference.IndexOfAny(['.', '(']) is >= 0 and var at ? reference[..at] : reference;
}
