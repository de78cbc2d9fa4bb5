namespace Casus.Analysis.Diff;

/// <summary>What changed in the standards by which an incident is established or attributed.</summary>
internal sealed class EvidenceDetails(DraftMap map, List<Detail> details)
{
    public void Of(UnitPair pair)
    {
        var (before, after) = (pair.Old!.Clause, pair.New!.Clause);
        if (
            map.Old.Established is { } old
            && old.Clause == before
            && map.New.Established is { } now
            && now.Clause == after
        )
        {
            Names(pair, old.VerifiedBy, now.VerifiedBy, "others can verify");
            if (old.Sources != now.Sources)
            {
                var more = (now.Sources ?? int.MaxValue) > (old.Sources ?? int.MaxValue);
                Add(
                    $"{old.Sources} sources",
                    $"{now.Sources} sources",
                    more ? "more sources must report it" : "fewer sources need report it"
                );
            }
            if (old.Within != now.Within)
            {
                var less = PointOrder.Length(old.Within ?? default, now.Within ?? default) == Order.Less;
                Add(
                    $"within {old.Within}",
                    $"within {now.Within}",
                    less ? "they must report closer together" : "they may report farther apart"
                );
            }
        }
        if (
            map.Old.Attributed is { } was
            && was.Clause == before
            && map.New.Attributed is { } becomes
            && becomes.Clause == after
        )
        {
            Names(pair, was.By, becomes.By, "others can attribute");
            if (was.MinConfidence != becomes.MinConfidence)
            {
                var more = becomes.MinConfidence > was.MinConfidence;
                Add(
                    $"at least {was.MinConfidence.ToString().ToLowerInvariant()} confidence",
                    $"at least {becomes.MinConfidence.ToString().ToLowerInvariant()} confidence",
                    more ? "the body must be surer" : "the body need be less sure"
                );
            }
            if (was.BySideOfOrigin != becomes.BySideOfOrigin)
            {
                Names(
                    pair,
                    [was.BySideOfOrigin ? "side" : ""],
                    [becomes.BySideOfOrigin ? "side" : ""],
                    "the side from which fire came attributes it, or no longer does"
                );
            }
        }
        var predicate = (
            map.Old.Predicates.FirstOrDefault(each => each.Clause == before),
            map.New.Predicates.FirstOrDefault(each => each.Clause == after)
        );
        if (predicate is ({ } one, { } other))
        {
            Names(pair, one.FoundBy, other.FoundBy, "others must find it");
        }
    }

    private void Names(UnitPair pair, IEnumerable<string> old, IEnumerable<string> now, string meaning)
    {
        if (!old.Select(map.Renames.NameOf).ToHashSet(StringComparer.Ordinal).SetEquals(now))
        {
            var (before, after) = WordDiff.Core(pair.Old!.Text, pair.New!.Text);
            Add(before, after, meaning);
        }
    }

    private void Add(string old, string now, string meaning) =>
        details.Add(new Detail(Aspect.Evidence, old, now, meaning));
}
