using Casus.Core.Conditions;

namespace Casus.Core.Binding;

/// <summary>
/// A condition under which its patterns are changed: `significant violations by Russia in Buffer`, of a grade that says
/// less.
/// </summary>
internal static class ConditionRewriting
{
    public static int With(BindingContext context, int condition, Func<IncidentPattern, IncidentPattern> change) =>
        context.ConditionOf(Rewrite(context, context.Conditions[condition].Condition, change));

    public static IEnumerable<IncidentPattern> PatternsOf(BindingContext context, int condition) =>
        PatternsOf(context, context.Conditions[condition].Condition);

    private static IEnumerable<IncidentPattern> PatternsOf(BindingContext context, Condition condition) =>
        condition switch
        {
            Condition.Count count => [context.Patterns[count.Pattern]],
            Condition.Series series => [context.Patterns[series.Pattern]],
            Condition.Of of => PatternsOf(context, of.Condition),
            Condition.Spread spread => PatternsOf(context, spread.Condition),
            Condition.OnDays days => PatternsOf(context, days.Condition),
            Condition.Persists persists => PatternsOf(context, persists.Condition),
            Condition.And and => and.Parts.SelectMany(part => PatternsOf(context, part)),
            Condition.Or or => or.Parts.SelectMany(part => PatternsOf(context, part)),
            Condition.Not not => PatternsOf(context, not.Part),
            _ => [],
        };

    private static Condition Rewrite(
        BindingContext context,
        Condition condition,
        Func<IncidentPattern, IncidentPattern> change
    )
    {
        Condition Inner(Condition inner) => Rewrite(context, inner, change);
        int Tracked(int index) => With(context, index, change);
        int Pattern(int index) => context.PatternOf(change(context.Patterns[index]));
        return condition switch
        {
            Condition.Count count => count with { Pattern = Pattern(count.Pattern) },
            Condition.Series series => series with { Pattern = Pattern(series.Pattern) },
            Condition.Of of => of with { Condition = Tracked(of.Condition) },
            Condition.Spread spread => spread with { Condition = Tracked(spread.Condition) },
            Condition.OnDays days => days with { Condition = Tracked(days.Condition) },
            Condition.Persists persists => persists with { Condition = Tracked(persists.Condition) },
            Condition.And and => new Condition.And([.. and.Parts.Select(Inner)]),
            Condition.Or or => new Condition.Or([.. or.Parts.Select(Inner)]),
            Condition.Not not => new Condition.Not(Inner(not.Part)),
            _ => condition,
        };
    }
}
