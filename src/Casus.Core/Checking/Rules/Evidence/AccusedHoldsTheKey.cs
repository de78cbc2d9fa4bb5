using System.Collections.Immutable;

namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>
/// The finding is made by a party that may be accused, or by a body that such a party chairs, sits in or may veto.
/// </summary>
internal sealed class AccusedHoldsTheKey : Rule
{
    public override string Code => "CAS3511";
    public override string Title => "The accused holds the monitor's key";
    public override RuleGroup Group => RuleGroup.Evidence;

    public override string Why =>
        "Who may be found out can delay, colour or refuse the finding, and all that waits for it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var accused = AccusedOf(text);
        var agreement = text.Agreement;
        foreach (var (clause, by) in Standards(text))
        {
            // Where another body suffices by itself, the accused holds no key.
            var held = by.Select(name => (Name: name, How: Hold(text, name, accused))).ToList();
            if (held.Count > 0 && held.TrueForAll(each => each.How is not null))
            {
                yield return At(
                    text.SpanOf(clause),
                    $"{string.Join(" ", held.Select(each => each.How))}",
                    "Let a body decide it in which no party that may be accused sits, chairs or has a veto."
                );
            }
        }
    }

    private static IEnumerable<(string Clause, ImmutableArray<string> By)> Standards(CheckedText text)
    {
        var agreement = text.Agreement;
        if (agreement.Established is { Sources: null, VerifiedBy.IsEmpty: false } established)
        {
            yield return (established.Clause, established.VerifiedBy);
        }
        if (agreement.Attributed is { BySideOfOrigin: false, By.IsEmpty: false } attributed)
        {
            yield return (attributed.Clause, attributed.By);
        }
        foreach (var predicate in agreement.Predicates)
        {
            yield return (predicate.Clause, predicate.FoundBy);
        }
    }

    /// <summary>Whose breach there can be, or whose act sets something going.</summary>
    private static HashSet<string> AccusedOf(CheckedText text) =>
        text.Uses.SelectMany(use => use.Pattern.By?.Names ?? []).ToHashSet(StringComparer.Ordinal);

    private static string? Hold(CheckedText text, string name, HashSet<string> accused)
    {
        if (accused.Contains(name))
        {
            return $"{name} may be accused, and makes the finding itself.";
        }
        if (text.Agreement.Bodies.FirstOrDefault(body => body.Name == name) is not { } body)
        {
            return null;
        }
        if (body.Chair is { } chair && accused.Contains(chair))
        {
            return $"{chair} may be accused, and chairs {name}.";
        }
        if (body.Vetoes.FirstOrDefault(accused.Contains) is { } veto)
        {
            return $"{veto} may be accused, and has a veto in {name}.";
        }
        return body.Members.FirstOrDefault(accused.Contains) is { } member
            ? $"{member} may be accused, and sits in {name}."
            : null;
    }
}
