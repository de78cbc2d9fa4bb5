using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Geography;
using Casus.Core.Norms;

namespace Casus.Core.Checking;

/// <summary>
/// Whether whatever meets one thing meets another. Says no where it cannot tell: a yes is sure for every history.
/// </summary>
internal sealed class Implication(Agreement agreement)
{
    private const long LongestDaySeconds = 25 * 3600;

    /// <summary>Each row that meets the first meets the second, whoever did it.</summary>
    public bool Conduct(IncidentPattern narrow, IncidentPattern wide) =>
        Kinds(narrow, wide)
        && (wide.Against.IsEmpty || Within(narrow.Against, wide.Against))
        && wide.Places.All(place => narrow.Places.Any(own => Place(own, place)))
        && (narrow.Established || !wide.Established)
        && (narrow.Attributed || !wide.Attributed)
        && wide.Predicates.All(narrow.Predicates.Contains)
        && wide.OpenTextured.All(narrow.OpenTextured.Contains)
        && Calibre(narrow, wide)
        && (wide.Target is null || wide.Target == narrow.Target);

    /// <summary>Each row that meets the first meets the second.</summary>
    public bool Rows(IncidentPattern narrow, IncidentPattern wide) =>
        Conduct(narrow, wide) && (wide.By is null || (narrow.By is not null && Within(narrow.By.Names, wide.By.Names)));

    /// <summary>Whenever the first holds the second does.</summary>
    public bool Holds(Condition narrow, Condition wide)
    {
        var (first, second) = (Inner(narrow), Inner(wide));
        return (first, second) switch
        {
            (Condition.Count a, Condition.Count b) => a.Measure == b.Measure
                && a.AtLeast >= b.AtLeast
                && (a.Scope == b.Scope || b.Scope == PlaceScope.Everywhere)
                && Window(a.Window, b.Window)
                && Rows(agreement.Patterns[a.Pattern], agreement.Patterns[b.Pattern]),
            (Condition.Series a, Condition.Series b) => a.GapSeconds <= b.GapSeconds
                && (a.Scope == b.Scope || b.Scope == PlaceScope.Everywhere)
                && Rows(agreement.Patterns[a.Pattern], agreement.Patterns[b.Pattern]),
            (Condition.OnDays a, Condition.OnDays b) => a.Condition == b.Condition
                && a.Days >= b.Days
                && (b.Sectors ?? 0) <= (a.Sectors ?? 0)
                && (a.Sectors is null) == (b.Sectors is null)
                && (a.SameSectors || !b.SameSectors),
            (Condition.Spread a, Condition.Spread b) => a.Condition == b.Condition && a.AtLeast >= b.AtLeast,
            _ => ReferenceEquals(first, second),
        };
    }

    /// <summary>The first cannot arise unless the second has arisen.</summary>
    public bool Arises(Trigger narrow, Trigger wide) =>
        (narrow, wide) switch
        {
            (Trigger.Incident a, Trigger.Incident b) => Rows(
                agreement.Patterns[a.Pattern],
                agreement.Patterns[b.Pattern]
            ),
            (Trigger.Arises a, Trigger.Arises b) => Parties(a.Parties, b.Parties)
                && Chain(a.Condition).Any(inner => Holds(inner, agreement.Conditions[b.Condition].Condition)),
            (Trigger.Arises a, Trigger.Incident b) => agreement.Patterns[b.Pattern] is var row
                && Chain(a.Condition).Select(Pattern).FirstOrDefault(found => found is not null) is { } leaf
                && Rows(a.Parties.IsEmpty ? leaf : leaf with { By = new PartyTest(true, a.Parties) }, row),
            _ => false,
        };

    private static bool Parties(ImmutableArray<string> narrow, ImmutableArray<string> wide) =>
        wide.IsEmpty || (!narrow.IsEmpty && Within(narrow, wide));

    /// <summary>A condition, and those without which it cannot have arisen.</summary>
    private IEnumerable<Condition> Chain(int index)
    {
        var condition = Inner(agreement.Conditions[index].Condition);
        yield return condition;
        int? within = condition switch
        {
            Condition.Spread spread => spread.Condition,
            Condition.OnDays days => days.Condition,
            Condition.Persists persists => persists.Condition,
            _ => null,
        };
        foreach (var inner in within is { } next ? Chain(next) : [])
        {
            yield return inner;
        }
    }

    private IncidentPattern? Pattern(Condition condition) =>
        condition switch
        {
            Condition.Count count => agreement.Patterns[count.Pattern],
            Condition.Series series => agreement.Patterns[series.Pattern],
            _ => null,
        };

    private Condition Inner(Condition condition)
    {
        while (condition is Condition.Of { Parties.IsEmpty: true } of)
        {
            condition = agreement.Conditions[of.Condition].Condition;
        }
        return condition;
    }

    private bool Kinds(IncidentPattern narrow, IncidentPattern wide)
    {
        if (!wide.BreachOf.IsEmpty)
        {
            return !narrow.BreachOf.IsEmpty && narrow.BreachOf.All(wide.BreachOf.Contains);
        }
        var taxonomy = agreement.Conduct;
        return wide.Conducts.IsEmpty
            ? narrow.Conducts.IsEmpty && narrow.BreachOf.IsEmpty
            : !narrow.Conducts.IsEmpty
                && narrow.Conducts.All(conduct =>
                    wide.Conducts.Any(other =>
                        taxonomy.IndexOf(conduct) >= 0
                        && taxonomy.IndexOf(other) >= 0
                        && taxonomy.Match(conduct, other) == Verdict.Met
                    )
                );
    }

    private bool Place(PlaceTest narrow, PlaceTest wide)
    {
        if (!narrow.Relations.All(wide.Relations.Contains))
        {
            return false;
        }
        return narrow.Index == wide.Index
            || (
                !wide.Relations.Contains(PlaceRelation.Across)
                && (agreement.Zones[narrow.Index].Area, agreement.Zones[wide.Index].Area)
                    is (Area.WithinOfLine a, Area.WithinOfLine b)
                && a.Line == b.Line
                && a.Metres <= b.Metres
            );
    }

    private static bool Calibre(IncidentPattern narrow, IncidentPattern wide)
    {
        var least = Math.Max(narrow.CalibreAtLeastMm ?? 0, narrow.CalibreMoreThanMm + 1 ?? 0);
        var asked = Math.Max(wide.CalibreAtLeastMm ?? 0, wide.CalibreMoreThanMm + 1 ?? 0);
        return least >= asked;
    }

    private static bool Window(Window narrow, Window wide) =>
        (narrow, wide) switch
        {
            (_, Conditions.Window.Ever) => true,
            (Conditions.Window.Sliding a, Conditions.Window.Sliding b) => a.Seconds <= b.Seconds,
            (Conditions.Window.OneDay, Conditions.Window.OneDay) => true,
            (Conditions.Window.OneDay, Conditions.Window.Sliding b) => b.Seconds >= LongestDaySeconds,
            _ => false,
        };

    private static bool Within(ImmutableArray<string> narrow, ImmutableArray<string> wide) =>
        !narrow.IsEmpty && narrow.All(wide.Contains);
}
