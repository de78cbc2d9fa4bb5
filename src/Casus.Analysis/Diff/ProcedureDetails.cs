using Casus.Core.Procedures;

namespace Casus.Analysis.Diff;

/// <summary>What changed in how something is decided.</summary>
internal sealed class ProcedureDetails(DraftMap map, List<Detail> details)
{
    public void Of(Procedure old, Procedure now, UnitPair pair, bool same)
    {
        if (same)
        {
            return;
        }
        var (before, after) = WordDiff.Core(pair.Old!.Text, pair.New!.Text);
        if (
            old.Deadline is { } one
            && now.Deadline is { } other
            && PointOrder.Length(one.Length, other.Length) is Order.Less or Order.More
        )
        {
            details.Add(
                new Detail(
                    Aspect.Deadline,
                    $"within {one.Length}",
                    $"within {other.Length}",
                    "the decision closes at another time"
                )
            );
        }
        if (
            !old
                .Deciders.Names.Select(map.Renames.NameOf)
                .ToHashSet(StringComparer.Ordinal)
                .SetEquals(now.Deciders.Names)
        )
        {
            details.Add(new Detail(Aspect.Procedure, old.Deciders.Written, now.Deciders.Written, "others decide"));
        }
        var ease = ProcedureOrder.Ease(old, now);
        if (ease != Order.Same)
        {
            var meaning = ease switch
            {
                Order.Less => "one such decision by itself carries less easily",
                Order.More => "one such decision by itself carries more easily",
                _ => "whether a decision carries hangs on other votes",
            };
            details.Add(new Detail(Aspect.Procedure, before, after, meaning));
        }
        else if (details.Count == 0)
        {
            details.Add(new Detail(Aspect.Procedure, before, after, "it is decided otherwise"));
        }
    }
}
