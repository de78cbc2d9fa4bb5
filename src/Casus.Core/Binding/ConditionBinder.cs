using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Syntax;
using Casus.Core.Time;

namespace Casus.Core.Binding;

/// <summary>
/// Grades: `at least 10 violations by one party in one sector within any 24 hours`, `significant violations in at least
/// 2 sectors on each of 3 consecutive days`, `violations by one party with gaps of at most 7 days`.
/// </summary>
internal sealed class ConditionBinder(BindingContext context, Binders binders)
{
    /// <summary>
    /// What a definition means, or a condition asks for: rows where nothing is counted, else a condition through time.
    /// </summary>
    public BoundEvent? Bind(ListSyntax list, Numbered place)
    {
        if (list.Items is [var only])
        {
            return Bind(only, place);
        }
        var parts = list.Items.Select(item => Bind(item, place)).ToList();
        if (parts.Contains(null))
        {
            return null;
        }
        if (parts.TrueForAll(part => part is BoundEvent.Incident) && list.Joining == Joining.Or)
        {
            return Either([.. parts.Cast<BoundEvent.Incident>()], list);
        }
        var conditions = parts.Select(part => ConditionOf(part!)).ToImmutableArray();
        Condition joined = list.Joining == Joining.Or ? new Condition.Or(conditions) : new Condition.And(conditions);
        return new BoundEvent.Graded(list.WordsText(), context.ConditionOf(joined), []);
    }

    public BoundEvent? Bind(NounPhraseSyntax phrase, Numbered place)
    {
        var shape = Shape.Of(phrase);
        var measure = MeasureOf(phrase);
        // `violations in one sector that continue`: counted by sector first, then followed.
        var continues =
            shape.IsGrade && phrase.Relative is { Negated: false, FixedVerb.Value: "continue" or "continues" };
        var plain = continues
            ? new NounPhraseSyntax(phrase.Elements) { Head = phrase.Head, Roles = phrase.Roles }
            : phrase;
        var bound =
            measure == CountMeasure.Acts
                ? binders.Events.Bind(plain, place, shape.Read)
                : Measured(plain, place, shape);
        if (bound is null || (!shape.IsGrade && phrase.Head.Quantity is null))
        {
            return bound;
        }
        if (continues)
        {
            var counted = Grade(bound, phrase, shape, measure);
            return counted is null ? null : binders.Relatives.Apply(counted, phrase, place);
        }
        return Grade(bound, phrase, shape, measure);
    }

    /// <summary>A condition of a bound event, wherever one is asked for: rows are met by one, ever.</summary>
    public Condition ConditionOf(BoundEvent bound) =>
        bound switch
        {
            BoundEvent.Graded graded => new Condition.Of(graded.Condition, graded.Parties),
            BoundEvent.Incident incident => new Condition.Of(
                context.ConditionOf(
                    new Condition.Count(
                        context.PatternOf(incident.Pattern),
                        CountMeasure.Acts,
                        1,
                        PlaceScope.Everywhere,
                        new Window.Ever()
                    )
                ),
                []
            ),
            BoundEvent.Acted acted => new Condition.Held(acted.Act),
            BoundEvent.Comes comes => new Condition.Reached(comes.Point),
            _ => new Condition.OpenTextured(bound.Noun),
        };

    private BoundEvent? Grade(BoundEvent bound, NounPhraseSyntax phrase, Shape shape, CountMeasure measure)
    {
        var number = phrase.Head.Quantity is null ? null : binders.Quantities.Number(phrase.Head);
        if (phrase.Head.Quantity is not null && number is null)
        {
            return null;
        }
        if (number is { Value: < 0 or > 1_000_000_000 })
        {
            context.Report(Codes.BadNumber, phrase.Head, $"`{phrase.Head.WordsText()}` is no count.");
            return null;
        }
        var leaf = bound switch
        {
            BoundEvent.Incident incident => Count(incident, phrase, shape, measure, number),
            BoundEvent.Graded graded when number is null or { AtLeast: <= 1, IsFromAbove: false } => graded.Condition,
            _ => Refuse(phrase, "Arisings of a grade are not counted; count the acts themselves."),
        };
        if (leaf is not { } condition || shape.NeedsSectors && !HasSectors(phrase))
        {
            return null;
        }
        var composed = Compose(condition, shape, phrase);
        return composed is { } index
            ? new BoundEvent.Graded(
                bound.Noun,
                index,
                bound is BoundEvent.Graded { Parties: var parties } ? parties : []
            )
            : null;
    }

    private int? Count(
        BoundEvent.Incident incident,
        NounPhraseSyntax phrase,
        Shape shape,
        CountMeasure measure,
        BoundQuantity? number
    )
    {
        var pattern = context.PatternOf(incident.Pattern);
        var scope = shape.OneSector || shape.Sectors is not null ? PlaceScope.OneSector : PlaceScope.Everywhere;
        if (shape.Gap is { } gap)
        {
            return binders.Quantities.Seconds(gap) is { } seconds
                ? context.ConditionOf(new Condition.Series(pattern, seconds, scope))
                : null;
        }
        if (WindowOf(shape, phrase) is not { } window)
        {
            return null;
        }
        var least = number?.AtLeast ?? 1;
        if (number is { IsFromAbove: true } above)
        {
            least = above.Comparator == "at most" ? (long)Math.Floor(above.Value) + 1 : (long)Math.Ceiling(above.Value);
        }
        var count = context.ConditionOf(new Condition.Count(pattern, measure, least, scope, window));
        return number is { IsFromAbove: true }
            ? context.ConditionOf(new Condition.Not(new Condition.Of(count, [])))
            : count;
    }

    private Window? WindowOf(Shape shape, NounPhraseSyntax phrase)
    {
        if (shape.Window is { } sliding)
        {
            return SecondsOf(sliding) is { } seconds ? new Window.Sliding(seconds) : null;
        }
        if (shape.OneDay || shape.Days is not null)
        {
            return new Window.OneDay();
        }
        // What continues after X is counted in the length for which it does (S6).
        if (phrase.Relative?.FixedObject is { } length && phrase.Relative.FixedVerb is not null)
        {
            return binders.Quantities.Time(length) is { Seconds: { } seconds } ? new Window.Sliding(seconds) : null;
        }
        return new Window.Ever();
    }

    private long? SecondsOf(AnyWindowSyntax window)
    {
        var number =
            window.Quantity.Number?.Text ?? (window.Quantity.Bracket is { } b ? context.Brackets.Value(b) : "");
        var words = $"{number} {string.Join(' ', window.Unit.Select(word => word.Value))}".Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        var amount =
            words.Length > 0
            && int.TryParse(words[0], System.Globalization.CultureInfo.InvariantCulture, out var parsed)
            && parsed > 0
                ? parsed
                : 0;
        if (amount == 0 || words.Length < 2 || QuantityBinder.UnitOf(words[1]) is not { } unit)
        {
            context.Report(Codes.BareNumber, window, $"`{window.WordsText()}` is not a window.", "within any 24 hours");
            return null;
        }
        if (new Length(amount, unit).Seconds is { } seconds)
        {
            return seconds;
        }
        context.Report(Codes.BareNumber, window, "A sliding window has one length everywhere.", "within any 30 days");
        return null;
    }

    private int? Compose(int condition, Shape shape, NounPhraseSyntax phrase)
    {
        int? sectors = null;
        if (shape.Sectors is { } spread)
        {
            if (binders.Quantities.Number(spread) is not { Value: >= 1 } number)
            {
                context.Report(Codes.BadNumber, spread, $"`{spread.WordsText()}` is no number of sectors.");
                return null;
            }
            sectors = number.LeastMembers;
        }
        if (shape.Days is { } days)
        {
            if (binders.Quantities.Number(days) is not { Value: >= 1 and <= 10_000 } number)
            {
                context.Report(Codes.BadNumber, days, $"`{days.WordsText()}` is no number of days.");
                return null;
            }
            return context.ConditionOf(new Condition.OnDays(condition, (int)number.Value, sectors, shape.SameSectors));
        }
        return sectors is { } least ? context.ConditionOf(new Condition.Spread(condition, least)) : condition;
    }

    private BoundEvent? Measured(NounPhraseSyntax phrase, Numbered place, Shape shape)
    {
        var roles = phrase.Roles.OfType<RoleSyntax>().ToList();
        var from = roles.Find(role => role.Prepositions[0].Value is "from" or "in" && !shape.Read.Contains(role));
        var others = roles.Where(role => role != from && !shape.Read.Contains(role));
        var acts = from is null
            ? new BoundEvent.Incident("attack", new IncidentPattern { Name = "any act" })
            : binders.Events.Bind(Bare(from.Objects.Items[0]), place);
        return acts is null ? null : binders.Roles.Apply(acts, others, phrase, place);
    }

    private static NounPhraseSyntax Bare(SimpleSyntax simple) => new([simple]) { Head = simple, Roles = [] };

    private static CountMeasure MeasureOf(NounPhraseSyntax phrase) =>
        Inflection.Singular(phrase.Head.TermText) switch
        {
            "death" => CountMeasure.Deaths,
            "injury" or "casualty" => CountMeasure.Injured,
            _ => CountMeasure.Acts,
        };

    private bool HasSectors(NounPhraseSyntax phrase)
    {
        if (context.Sectors is null)
        {
            context.Report(Codes.NoSectors, phrase, "The text counts by sector and declares none.");
        }
        return context.Sectors is not null;
    }

    private BoundEvent.Incident? Either(IReadOnlyList<BoundEvent.Incident> parts, ListSyntax list)
    {
        var first = parts[0].Pattern;
        var plain = parts.All(part =>
            Canonical.Of(part.Pattern with { Name = "", Conducts = [] })
            == Canonical.Of(first with { Name = "", Conducts = [] })
        );
        if (!plain)
        {
            context.Report(
                Codes.NotUnderstood,
                list,
                "These differ in more than their conduct.",
                "Conduct NAME: A, B."
            );
            return null;
        }
        var conducts = parts.SelectMany(part => part.Pattern.Conducts).Distinct(StringComparer.Ordinal);
        return new BoundEvent.Incident(
            list.WordsText(),
            first with
            {
                Name = list.WordsText(),
                Conducts = [.. conducts],
            }
        );
    }

    private int? Refuse(NounPhraseSyntax phrase, string why)
    {
        context.Report(Codes.NotUnderstood, phrase, why);
        return null;
    }
}
