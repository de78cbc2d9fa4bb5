using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using NodaTime.Text;

namespace Casus.Core.Binding;

/// <summary>
/// Points in time: which instant `after the violation is attributed`, `after the first warning` or a date names (S12,
/// S18).
/// </summary>
internal sealed class PointBinder(BindingContext context, Binders binders)
{
    public Point? Bind(PointSyntax point, Numbered place)
    {
        if (point.Offset is null)
        {
            return Anchor(point, place);
        }
        var length = binders.Quantities.Time(point.Offset.Head);
        var from = Anchor(point, place);
        return length is { } stated && from is not null
            ? new Point.Offset(stated, point.OffsetRelation?.Is("before") == true, from)
            : null;
    }

    public Point? Date(SyntaxToken token)
    {
        var parsed = LocalDatePattern.Iso.Parse(token.Text);
        if (parsed.Success)
        {
            var day = context.Calendar.Day(parsed.Value);
            return new Point.Stated(day.From, day.To);
        }
        var instant = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(token.Text);
        if (instant.Success)
        {
            var at = context.Calendar.FromLocal(instant.Value);
            return new Point.Stated(at, at);
        }
        context.Report(Codes.BadNumber, token, $"`{token.Text}` is no date.", "2026-01-06");
        return null;
    }

    private Point? Anchor(PointSyntax point, Numbered place)
    {
        var head = point.Anchor.Head;
        if (head.Date is { } date)
        {
            return Date(date);
        }
        if (point.Act is { } act)
        {
            return Done(point, act, place);
        }
        if (point.State is { } state)
        {
            return Qualified(point, state, place);
        }
        if (point.FixedVerb is not null || Inflection.Singular(head.TermText) == "decision")
        {
            return binders.Procedures.Nearest(place, point) is { } procedure ? new Point.OutcomeOf(procedure) : null;
        }
        return Noun(point.Anchor, place, point);
    }

    private Point? Noun(NounPhraseSyntax anchor, Numbered place, SyntaxNode at)
    {
        var head = anchor.Head;
        var noun = Inflection.Singular(head.TermText);
        if (noun == "entry")
        {
            return new Point.EntryIntoForce();
        }
        if (noun == "signature")
        {
            return new Point.Signature();
        }
        var first = head.Determiners.Any(word => word.Is("first"));
        if (first && place.Events.OfType<BoundEvent.Graded>().Any() && Lexicon.VerbOf(noun) is null && IsEvent(noun))
        {
            return new Point.FirstAct();
        }
        if (place.Events.Any(bound => Names(bound, noun)))
        {
            return new Point.TriggerAct();
        }
        if (first && head.Of is [var whole] && context.Definitions.ContainsKey(Inflection.Singular(whole.TermText)))
        {
            // The first act of a grade that is not the trigger: nothing says which of its arisings is meant.
            return Unknown(head, at);
        }
        if (Lexicon.VerbOf(noun) is { } verb)
        {
            return OfAct(verb, noun, first, head, place);
        }
        return IsEvent(noun) ? NoAntecedent(head, noun) : Unknown(head, at);
    }

    /// <summary>
    /// `the warning`: the act, by whom the text has it done; same block first, then the same article, then the whole
    /// text.
    /// </summary>
    private Point? OfAct(string verb, string noun, bool first, SimpleSyntax head, Numbered place)
    {
        var duties = binders.Slots.OfVerb(verb).Where(slot => slot.Place.Stands).ToList();
        var near = new[]
        {
            duties.Where(slot => place.Block is not null && ReferenceEquals(slot.Place.Block, place.Block)),
            duties.Where(slot => slot.Place.Article == place.Article),
            duties,
        };
        var scope = near.Select(each => each.ToList()).FirstOrDefault(each => each.Count > 0) ?? [];
        var actors = scope.Select(slot => binders.Actors.Bind(slot.Clause.Subject, slot.Place)).ToList();
        if (actors.Select(actor => actor?.Written).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            context.Report(
                Codes.NoAntecedent,
                head,
                $"`{head.WordsText()}` may be that of {string.Join(" or ", scope.Select(slot => slot.Place.Clause))}."
            );
            return null;
        }
        var kind = noun == "withdrawal" && scope.Count > 0 ? ActKind.Performance : Lexicon.ActOf(verb);
        if (kind is null && scope.Count == 0)
        {
            return Unknown(head, head);
        }
        var act = new ActPattern
        {
            Kind = kind ?? ActKind.Performance,
            Verb = verb,
            By = actors.FirstOrDefault()?.Names ?? [],
            Matter = noun,
        };
        return new Point.OfAct(act, first);
    }

    private Point? Qualified(PointSyntax point, StateSyntax state, Numbered place)
    {
        var noun = Inflection.Singular(point.Anchor.Head.TermText);
        var ofTrigger = place.Events.Any(bound => Names(bound, noun));
        if (!ofTrigger && IsEvent(noun))
        {
            return NoAntecedent(point.Anchor.Head, noun);
        }
        return state.Words[0].Value switch
        {
            "established" or "verified" when ofTrigger => new Point.TriggerEstablished(),
            "attributed" when ofTrigger => new Point.TriggerAttributed(),
            "reported" or "known" when ofTrigger => new Point.AsKnown(),
            _ => Unknown(point.Anchor.Head, point),
        };
    }

    private Point? Done(PointSyntax point, ActSyntax act, Numbered place)
    {
        var noun = Inflection.Singular(point.Anchor.Head.TermText);
        if (
            Lexicon.Verb(act.Verb.Value) is "end" or "begin" or "start" or "finish" or "complete"
            && Lexicon.VerbOf(noun) is { } verb
        )
        {
            return OfAct(verb, noun, first: false, point.Anchor.Head, place);
        }
        var subject = new ListSyntax([point.Anchor]) { Items = [point.Anchor], Joining = Joining.None };
        if (binders.Facts.Act(subject, act, place) is not { } pattern)
        {
            return null;
        }
        return pattern.Kind == ActKind.Performance && !binders.Slots.OfVerb(pattern.Verb).Any()
            ? Unknown(point.Anchor.Head, point)
            : new Point.WhenMet(new Condition.Held(pattern));
    }

    private bool IsEvent(string noun) =>
        context.Definitions.ContainsKey(noun) || context.Conduct.IndexOf(noun) >= 0 || noun is "breach" or "incident";

    private static bool Names(BoundEvent bound, string noun) =>
        noun.Length > 0
        && (
            bound.Noun == noun
            || bound.Noun.EndsWith(" " + noun, StringComparison.Ordinal)
            || noun is "event" or "incident"
        );

    private Point? NoAntecedent(SimpleSyntax head, string noun)
    {
        context.Report(
            Codes.NoAntecedent,
            head,
            $"`{head.WordsText()}` refers to no {noun} that the same block introduces."
        );
        return null;
    }

    private Point? Unknown(SimpleSyntax head, SyntaxNode at)
    {
        if (!binders.Terms.Check(head))
        {
            return null;
        }
        context.Observe(ObservationKind.UnreportedInstant, at, at.WordsText(), $"No fact reports `{at.WordsText()}`.");
        return new Point.Unknown(at.WordsText());
    }
}
