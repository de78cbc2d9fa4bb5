using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Unreachable;

/// <summary>The text waits until an act is established or attributed, and no sentence says when it is.</summary>
internal sealed class StandardMissing : Rule
{
    public override string Code => "CAS3104";
    public override string Title => "A standard that no sentence sets";
    public override RuleGroup Group => RuleGroup.Unreachable;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Nobody has the power to say so. A replay takes each row at its word; at a table each side takes its own.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement is { Established: not null, Attributed: not null })
        {
            yield break;
        }
        var asked = text.Phrases.States.SelectMany(state => state.Words).ToLookup(word => word.Value);
        if (text.Agreement.Established is null && Of("established", "verified it") is { } established)
        {
            yield return established;
        }
        if (text.Agreement.Attributed is null && Of("attributed", "attributed it") is { } attributed)
        {
            yield return attributed;
        }

        Finding? Of(string word, string done)
        {
            var places = asked[word].ToList();
            if (places.Count == 0)
            {
                return null;
            }
            var body = text.Agreement.Bodies.FirstOrDefault(one => !one.Outside)?.Name ?? "Commission";
            var finding = At(
                places[0].Span,
                $"No sentence says who finds that an act is {word}, or when it is.",
                $"An incident is {word} when {body} has {done}."
            );
            foreach (var other in places.Skip(1))
            {
                finding = finding.With(new RelatedPlace(other.Span, "It is asked for here too."));
            }
            return finding;
        }
    }
}
