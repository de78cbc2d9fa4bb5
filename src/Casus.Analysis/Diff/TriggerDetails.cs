using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>What changed in the occasion on which a block's items arise.</summary>
internal sealed class TriggerDetails(DraftMap map, Comparison comparison, List<Detail> details)
{
    public void Block(UnitPair pair)
    {
        var old = map.Old.Blocks.FirstOrDefault(each => each.Clause == pair.Old!.Clause);
        var now = map.New.Blocks.FirstOrDefault(each => each.Clause == pair.New!.Clause);
        if (old is null || now is null)
        {
            return;
        }
        var conditions = new ConditionDetails(map, comparison, details);
        var count = details.Count;
        if (old.While is { } one && now.While is { } other)
        {
            conditions.Tracked(one, other, pair);
        }
        foreach (var (before, after) in old.Triggers.Zip(now.Triggers))
        {
            switch (before, after)
            {
                case (Trigger.Incident first, Trigger.Incident second):
                    conditions.Pattern(first.Pattern, second.Pattern, pair);
                    break;
                case (Trigger.Arises first, Trigger.Arises second):
                    conditions.Tracked(first.Condition, second.Condition, pair);
                    if (!comparison.Lens.SameSet(first.Parties, second.Parties))
                    {
                        Words(pair, "acts of other parties trigger it");
                    }
                    break;
            }
        }
        if (details.Count == count && !Same(old, now))
        {
            Words(pair, "something else triggers it");
        }
    }

    private bool Same(Block old, Block now) =>
        old.Triggers.Length == now.Triggers.Length
        && old.While is null == now.While is null
        && old.Stands == now.Stands
        && comparison.Norms.Block(old, now) == Order.Same;

    private void Words(UnitPair pair, string meaning)
    {
        var (before, after) = WordDiff.Core(pair.Old!.Text, pair.New!.Text);
        details.Add(new Detail(Aspect.Trigger, before, after, meaning));
    }
}
