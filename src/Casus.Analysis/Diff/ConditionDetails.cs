using System.Globalization;
using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Analysis.Diff;

/// <summary>What changed in a definition: its count, window, place, and what kind of act it counts.</summary>
internal sealed class ConditionDetails(DraftMap map, Comparison comparison, List<Detail> details)
{
    public void Definition(UnitPair pair)
    {
        var (before, after) = (pair.Old!.Clause, pair.New!.Clause);
        var old = map.Old.Conditions.FirstOrDefault(each => each.Name is not null && each.Clause == before);
        var now = map.New.Conditions.FirstOrDefault(each => each.Name is not null && each.Clause == after);
        if (old is not null && now is not null)
        {
            Of(old.Condition, now.Condition, pair);
        }
        else if (pair.New.Verb == "means")
        {
            Defined(pair);
        }
    }

    public void Of(Condition old, Condition now, UnitPair pair)
    {
        switch (old, now)
        {
            case (Condition.Count one, Condition.Count other):
                if (one.AtLeast != other.AtLeast || one.Measure != other.Measure)
                {
                    Number(Aspect.Threshold, one.AtLeast, other.AtLeast, "it takes more acts", "it takes fewer acts");
                }
                Window(one.Window, other.Window, pair);
                Pattern(one.Pattern, other.Pattern, pair);
                if (one.Scope != other.Scope)
                {
                    Add(
                        Aspect.Scope,
                        Scope(one.Scope),
                        Scope(other.Scope),
                        "acts are counted together over another place"
                    );
                }
                break;
            case (Condition.Series one, Condition.Series other):
                if (one.GapSeconds != other.GapSeconds)
                {
                    var less = other.GapSeconds < one.GapSeconds;
                    Add(
                        Aspect.Window,
                        $"gaps of at most {Span(one.GapSeconds, pair.Old!)}",
                        $"gaps of at most {Span(other.GapSeconds, pair.New!)}",
                        less ? "the series lapses sooner" : "the series goes on through longer pauses"
                    );
                }
                Pattern(one.Pattern, other.Pattern, pair);
                break;
            case (Condition.OnDays one, Condition.OnDays other):
                Number(
                    Aspect.Window,
                    one.Days,
                    other.Days,
                    "it must go on for more days",
                    "it need go on for fewer days",
                    " days"
                );
                Number(
                    Aspect.Scope,
                    one.Sectors ?? 1,
                    other.Sectors ?? 1,
                    "in more sectors at once",
                    "in fewer sectors at once",
                    " sectors"
                );
                if (one.SameSectors != other.SameSectors)
                {
                    Add(
                        Aspect.Scope,
                        Sectors(one),
                        Sectors(other),
                        other.SameSectors ? "it must be the same sectors each day" : "other sectors will do each day"
                    );
                }
                Tracked(one.Condition, other.Condition, pair);
                break;
            case (Condition.Spread one, Condition.Spread other):
                Number(
                    Aspect.Scope,
                    one.AtLeast,
                    other.AtLeast,
                    "in more sectors at once",
                    "in fewer sectors at once",
                    " sectors"
                );
                Tracked(one.Condition, other.Condition, pair);
                break;
            case (Condition.Persists one, Condition.Persists other):
                if (PointOrder.Length(one.Length, other.Length) != Order.Same)
                {
                    Add(
                        Aspect.Window,
                        one.Length.ToString(),
                        other.Length.ToString(),
                        "it is tested once, at another instant"
                    );
                }
                Tracked(one.Condition, other.Condition, pair);
                break;
            case (Condition.Of one, Condition.Of other):
                Tracked(one.Condition, other.Condition, pair);
                break;
            case (Condition.Not one, Condition.Not other):
                Of(one.Part, other.Part, pair);
                break;
            default:
                if (!comparison.Conditions.Of(old, now, pair).IsSame)
                {
                    Words(pair, "the condition is another");
                }
                break;
        }
    }

    public void Tracked(int old, int now, UnitPair pair)
    {
        var (before, after) = (map.Old.Conditions[old], map.New.Conditions[now]);
        if (before.Name is null && after.Name is null)
        {
            Of(before.Condition, after.Condition, pair);
        }
        else if (
            !ReferenceEquals(map.SentenceOf(before.Clause, null), map.SentenceOf(null, after.Clause))
            || before.Name is null != after.Name is null
        )
        {
            Add(Aspect.Trigger, before.Name ?? "acts", after.Name ?? "acts", "another grade is asked for");
        }
    }

    /// <summary>Compares what a row must be, and says which part of it is another.</summary>
    public void Pattern(int old, int now, UnitPair pair)
    {
        var (one, other) = (map.Old.Patterns[old], map.New.Patterns[now]);
        var lens = comparison.Lens;
        Flag(
            Aspect.Evidence,
            one.Established,
            other.Established,
            "established",
            "it must be established",
            "it need not be established"
        );
        Flag(
            Aspect.Evidence,
            one.Attributed,
            other.Attributed,
            "attributed",
            "it must be attributed",
            "it need not be attributed"
        );
        if (!lens.SameSet(one.Conducts, other.Conducts))
        {
            Add(Aspect.Scope, List(one.Conducts), List(other.Conducts), "another conduct is asked for");
        }
        if (!lens.SameSet(one.Against, other.Against))
        {
            Add(Aspect.Scope, List(one.Against), List(other.Against), "it must strike another");
        }
        if (!lens.SameSet(one.OpenTextured, other.OpenTextured))
        {
            Add(
                Aspect.Evidence,
                List(one.OpenTextured),
                List(other.OpenTextured),
                "a word without a measure: nobody can say whether it is met"
            );
        }
        if (!lens.SameSet(one.Predicates, other.Predicates))
        {
            Add(
                Aspect.Evidence,
                List(one.Predicates),
                List(other.Predicates),
                "what a body must have found is another"
            );
        }
        var by = (one.By?.Names ?? [], other.By?.Names ?? []);
        if (!lens.SameSet(by.Item1, by.Item2) || one.By?.OneParty != other.By?.OneParty)
        {
            Add(Aspect.Scope, List(by.Item1), List(by.Item2), "acts of other parties count");
        }
        if (
            one.CalibreAtLeastMm != other.CalibreAtLeastMm
            || one.CalibreMoreThanMm != other.CalibreMoreThanMm
            || one.Target != other.Target
        )
        {
            Words(pair, "other weapons, or another target, count", Aspect.Scope);
        }
        var places =
            one.Places.Length == other.Places.Length
            && one.Places.Zip(other.Places)
                .All(places =>
                    places.First.Relations.SequenceEqual(places.Second.Relations)
                    && SameZone(places.First, places.Second)
                );
        if (!places)
        {
            Words(pair, "another place is asked for", Aspect.Scope);
        }
        if (
            one.BreachOf.Length != other.BreachOf.Length
            || !one.BreachOf.All(norm => map.Norms.TryGetValue(norm, out var twin) && other.BreachOf.Contains(twin))
        )
        {
            Words(pair, "a breach of other norms is asked for", Aspect.Scope);
        }
    }

    // An area that the sentence makes by its own distance is compared by that; a named zone by its name.
    private bool SameZone(PlaceTest one, PlaceTest other)
    {
        if (one.Relations.Contains(PlaceRelation.Across))
        {
            return one.Index == other.Index;
        }
        var (before, after) = (map.Old.Zones[one.Index], map.New.Zones[other.Index]);
        return before.Declared && after.Declared
            ? map.Renames.NameOf(before.Name) == after.Name
            : before.Area.Equals(after.Area) || comparison.Places.Zone(one.Index, other.Index, null) == Order.Same;
    }

    private void Defined(UnitPair pair)
    {
        var old = PatternOf(map.Old.Patterns, pair.Old!);
        var now = PatternOf(map.New.Patterns, pair.New!);
        if (old >= 0 && now >= 0)
        {
            Pattern(old, now, pair);
        }
        else
        {
            Words(pair, "the definition is another");
        }
    }

    private static int PatternOf(IReadOnlyList<IncidentPattern> patterns, DiffUnit unit)
    {
        var name = string.Join(
            ' ',
            unit.Tokens.TakeWhile(token => token != "means").SkipWhile(token => token is "a" or "an" or "the")
        );
        for (var i = 0; i < patterns.Count; i++)
        {
            if (string.Equals(patterns[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }
        return -1;
    }

    private void Window(Window old, Window now, UnitPair pair)
    {
        if (old == now)
        {
            return;
        }
        var meaning = (old, now) switch
        {
            (Core.Conditions.Window.Sliding one, Core.Conditions.Window.Sliding other) => other.Seconds > one.Seconds
                ? "acts farther apart are counted together"
                : "acts must come closer together",
            _ => "acts are counted in another kind of window",
        };
        Add(Aspect.Window, Named(old, pair.Old!), Named(now, pair.New!), meaning);
    }

    private static string Named(Window window, DiffUnit unit) =>
        window switch
        {
            Core.Conditions.Window.Sliding sliding => $"within any {Span(sliding.Seconds, unit)}",
            Core.Conditions.Window.OneDay => "in one day",
            _ => "ever",
        };

    /// <summary>In the unit that the sentence has.</summary>
    private static string Span(long seconds, DiffUnit unit)
    {
        var lengths = new[] { LengthUnit.Minute, LengthUnit.Hour, LengthUnit.Day, LengthUnit.Week }
            .Select(each => (Unit: each, Seconds: new Length(1, each).Seconds!.Value))
            .Where(each => seconds % each.Seconds == 0)
            .Select(each => new Length((int)(seconds / each.Seconds), each.Unit).ToString())
            .ToList();
        var written = lengths.Find(length => unit.Text.Contains(length, StringComparison.OrdinalIgnoreCase));
        return written ?? (lengths.Count > 0 ? lengths[^1] : new Length((int)seconds, LengthUnit.Second).ToString());
    }

    private void Number(Aspect aspect, long old, long now, string more, string fewer, string unit = "")
    {
        if (old != now)
        {
            Add(aspect, $"at least {Text(old)}{unit}", $"at least {Text(now)}{unit}", now > old ? more : fewer);
        }
    }

    private void Flag(Aspect aspect, bool old, bool now, string word, string must, string need)
    {
        if (old != now)
        {
            Add(aspect, old ? word : "", now ? word : "", now ? must : need);
        }
    }

    private static string Scope(PlaceScope scope) => scope == PlaceScope.OneSector ? "in one sector" : "anywhere";

    private static string Sectors(Condition.OnDays days) => days.SameSectors ? "the same sectors" : "any sectors";

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private void Words(UnitPair pair, string meaning, Aspect aspect = Aspect.Trigger)
    {
        var (before, after) = WordDiff.Core(pair.Old!.Text, pair.New!.Text);
        Add(aspect, before, after, meaning);
    }

    private void Add(Aspect aspect, string old, string now, string meaning) =>
        details.Add(new Detail(aspect, old, now, meaning));
}
