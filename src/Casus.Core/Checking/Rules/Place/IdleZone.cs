using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Place;

/// <summary>A zone that no sentence refers to.</summary>
internal sealed class IdleZone : Rule
{
    public override string Code => "CAS3609";
    public override string Title => "A zone in which nothing is asked of anybody";
    public override RuleGroup Group => RuleGroup.Place;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "It is drawn and nothing depends on it: a reader believes that it protects, and no sentence says so.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var used = text
            .Uses.SelectMany(use => use.Pattern.Places)
            .Where(test => !test.Relations.Contains(Conditions.PlaceRelation.Across))
            .Select(test => test.Index)
            .ToHashSet();
        List<(string Name, LabelSyntax? Label)> left = [];
        for (var index = 0; index < text.Agreement.Zones.Length; index++)
        {
            var zone = text.Agreement.Zones[index];
            if (zone.Declared && !used.Contains(index))
            {
                left.Add((zone.Name, text.Labels("zone").FirstOrDefault(label => label.WordsText() == zone.Written)));
            }
        }
        if (left.Count == 0)
        {
            yield break;
        }
        // A sentence may name a zone that no row is tested against: a deployment, a caveat, another zone.
        var sentences = text
            .Tree.Sentences.Where(sentence => sentence.Body is not ArticleSyntax)
            .Select(sentence => (sentence.Body, Words: sentence.WordsText()))
            .ToList();
        foreach (var (name, label) in left)
        {
            if (
                label is not null
                && !sentences.Exists(each =>
                    each.Body != label && each.Words.Contains(name, StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                yield return At(
                    label.Span,
                    $"No sentence says what may or may not be done in {name}.",
                    $"... shall not commit an attack from or into {name}."
                );
            }
        }
    }
}
