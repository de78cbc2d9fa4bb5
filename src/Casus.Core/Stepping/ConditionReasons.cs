using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>
/// On what facts and effects a condition that is met now rests: the acts that it asks for, the decision, and of what is
/// counted the arising that stands. What is denied rests on nothing that could be named.
/// </summary>
internal sealed class ConditionReasons(Court court)
{
    private readonly SortedDictionary<(int Condition, string Party, int Sector), Because> standing = [];

    /// <summary>A condition's change, and the number of its effect (0: it has none).</summary>
    public void Hear(GradeChange change, long effect)
    {
        var name = (change.Condition, change.Key.Party, change.Key.Sector);
        if (change.Kind == EffectKind.Arose)
        {
            standing[name] = new Because(change.Rows, effect > 0 ? [effect] : []);
        }
        else if (change.Kind is EffectKind.Lapsed or EffectKind.Withdrawn)
        {
            standing.Remove(name);
        }
    }

    public Because Of(IEnumerable<Condition> conditions)
    {
        var facts = new List<string>();
        var effects = new SortedSet<long>();
        foreach (var condition in conditions)
        {
            Gather(condition, null, facts, effects);
        }
        return new Because([.. facts.Distinct(StringComparer.Ordinal)], [.. effects]);
    }

    /// <summary>The act that brought a point, where an act brings it.</summary>
    public Because Of(Point? point) =>
        point switch
        {
            Point.OfAct of when court.Record.First(of.Act, Moment.Never) is { } act => Court.BecauseOf(act),
            Point.Offset offset => Of(offset.From),
            Point.WhenMet met => Of([met.Condition]),
            _ => Because.Nothing,
        };

    private void Gather(
        Condition condition,
        ImmutableArray<string>? parties,
        List<string> facts,
        SortedSet<long> effects
    )
    {
        switch (condition)
        {
            case Condition.And and:
                GatherMet(and.Parts, parties, facts, effects);
                break;
            case Condition.Or or:
                GatherMet(or.Parts, parties, facts, effects);
                break;
            case Condition.Held held when court.Record.First(held.Act, Moment.Never) is { } act:
                facts.Add(act.Id);
                break;
            case Condition.Decided decided:
                effects.UnionWith(court.Procedures.OutcomesOf(decided.Procedure, decided.Carried));
                break;
            case Condition.Reached { Point: Point.OfAct } reached:
                facts.AddRange(Of(reached.Point).Facts);
                break;
            case Condition.Of of when court.Judge.RestsOnActs(court.Agreement.Conditions[of.Condition].Condition):
                Gather(court.Agreement.Conditions[of.Condition].Condition, of.Parties, facts, effects);
                break;
            case Condition.Of of:
                GatherStanding(of.Condition, of.Parties.IsEmpty ? parties : of.Parties, facts, effects);
                break;
            default:
                var index = court.Agreement.Conditions.ToList().FindIndex(tracked => tracked.Condition == condition);
                GatherStanding(index, parties, facts, effects);
                break;
        }
    }

    private void GatherMet(
        ImmutableArray<Condition> parts,
        ImmutableArray<string>? parties,
        List<string> facts,
        SortedSet<long> effects
    )
    {
        foreach (var part in parts.Where(part => court.Judge.Evaluate(part, null) == Verdict.Met))
        {
            Gather(part, parties, facts, effects);
        }
    }

    private void GatherStanding(
        int condition,
        ImmutableArray<string>? parties,
        List<string> facts,
        SortedSet<long> effects
    )
    {
        foreach (var (name, because) in standing)
        {
            var isOf =
                parties is not { IsDefaultOrEmpty: false } named
                || name.Party == ConditionKey.AnyParty
                || named.Contains(name.Party);
            if (name.Condition == condition && isOf)
            {
                facts.AddRange(because.Facts);
                effects.UnionWith(because.Effects);
            }
        }
    }
}
