using Casus.Core.Diagnostics;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>One side is forbidden, or has to keep, what the other side is not.</summary>
internal sealed class OneSided : Rule
{
    public override string Code => "CAS3711";
    public override string Title => "Only one side is bound";
    public override RuleGroup Group => RuleGroup.Coverage;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "It may be what was agreed. A reader, and each parliament, will ask what the other side is held to in return.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var sides = Standing.Sides(text);
        if (sides.Count < 2)
        {
            yield break;
        }
        var kept = text.Norms.Where(stated => stated.Norm.Kind is NormKind.Refrain or NormKind.Keep).ToList();
        var bound = kept.SelectMany(stated =>
                stated.Norm.Bearers.Actors.Names.Select(name => (Key: KeyOf(text, stated), Name: name))
            )
            .ToLookup(each => each.Key, each => each.Name, StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stated in kept)
        {
            var names = stated.Norm.Bearers.Actors.Names;
            var key = KeyOf(text, stated);
            var free = sides.Where(side => !bound[key].Contains(side)).ToList();
            if (!names.All(sides.Contains) || names.IsEmpty || free.Count == 0 || !told.Add(key))
            {
                continue;
            }
            yield return At(
                stated.Syntax.Span,
                $"{stated.Norm.Clause} binds {string.Join(", ", bound[key].Where(sides.Contains).Distinct())} alone; nothing of the kind "
                    + $"binds {string.Join(", ", free)}.",
                $"{string.Join(" and ", sides)} shall {(stated.Norm.Kind == NormKind.Refrain ? "not " : "")}{stated.Norm.Verb} ..."
            );
        }
    }

    /// <summary>Norms of one kind: by the conduct that breaks them, or by verb and object.</summary>
    private static string KeyOf(CheckedText text, StatedNorm stated)
    {
        if (stated.Norm.Contrary is { } contrary)
        {
            return string.Join('|', text.Agreement.Patterns[contrary].Conducts.Order(StringComparer.Ordinal));
        }
        var predicate = stated.Syntax.Predicate as Syntax.ModalPredicateSyntax;
        var head = predicate?.Act.Object?.Items.FirstOrDefault()?.Head;
        return $"{stated.Norm.Kind} {stated.Norm.Verb} {head?.TermText}{head?.String?.Value}";
    }
}
