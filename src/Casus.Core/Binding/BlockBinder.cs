using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Norms;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>`On E: ...` and `If C: ...`, with their items.</summary>
internal sealed class BlockBinder(BindingContext context, Binders binders)
{
    public void Bind(Numbered place, BlockSyntax syntax)
    {
        var index = context.Blocks.Count;
        var block = new Block
        {
            Clause = place.Clause,
            Article = place.Article,
            Order = place.Order,
            Stands = place.Stands,
            Written = Written(syntax),
        };
        context.Blocks.Add(block);
        var events = Events(syntax, place);
        context.Blocks[index] = block with { Triggers = [.. events.Select(TriggerOf)], While = While(syntax, place) };
        context.Blocks[index] = Spans(context.Blocks[index], syntax, place with { Events = events });
        for (var i = 0; i < syntax.Items.Length; i++)
        {
            var item = syntax.Items[i];
            var at = binders.Slots.ItemPlace(place, syntax, i) with { BlockIndex = index, Events = events };
            Item(at, item);
        }
    }

    private void Item(Numbered place, ItemSyntax item)
    {
        if (binders.Slots.Of(item.Clause) is { } slot)
        {
            binders.Norms.Bind(slot, place);
        }
        else if (item.Clause.Predicate is FixedPredicateSyntax { Verb.Value: "decides" or "decide" })
        {
            binders.Procedures.Bind(place, item.Clause, item);
        }
        else
        {
            context.Report(
                Codes.NotUnderstood,
                item.Clause,
                "An item binds somebody, permits something or has something decided."
            );
        }
    }

    private ImmutableArray<BoundEvent> Events(BlockSyntax syntax, Numbered place)
    {
        var events = ImmutableArray.CreateBuilder<BoundEvent>();
        foreach (var what in syntax.Events.Select(each => each.What))
        {
            if (what.Joining == Joining.And)
            {
                context.Report(
                    Codes.NotUnderstood,
                    what,
                    "`On A and B` arises at neither; write two blocks, or `On A or on B`."
                );
                continue;
            }
            foreach (var item in what.Items)
            {
                if (binders.Conditions.Bind(item, place) is { } bound)
                {
                    events.Add(bound);
                }
            }
        }
        return events.ToImmutable();
    }

    private Trigger TriggerOf(BoundEvent bound) =>
        bound switch
        {
            BoundEvent.Incident incident => new Trigger.Incident(context.PatternOf(incident.Pattern)),
            BoundEvent.Graded graded => new Trigger.Arises(graded.Condition, graded.Parties),
            BoundEvent.Acted acted => new Trigger.Acted(acted.Act),
            BoundEvent.Comes comes => new Trigger.Comes(comes.Point),
            _ => new Trigger.OpenTextured(bound.Noun),
        };

    private int? While(BlockSyntax syntax, Numbered place)
    {
        if (syntax.Condition is null || binders.Facts.Bind(syntax.Condition, place) is not { } condition)
        {
            return null;
        }
        return condition is Condition.Of { Parties.IsEmpty: true } of ? of.Condition : context.ConditionOf(condition);
    }

    /// <summary>`after P`: from P on; `before P` and `within 72 hours after P`: up to then.</summary>
    private Block Spans(Block block, BlockSyntax syntax, Numbered place)
    {
        foreach (var span in syntax.Events.SelectMany(each => each.Spans))
        {
            var point = span.Point is null ? null : binders.Points.Bind(span.Point, place);
            if (point is null)
            {
                if (span.Point is null)
                {
                    context.Report(
                        Codes.NotUnderstood,
                        span,
                        "An event happens after or before something named.",
                        "after 10 years after entry into force"
                    );
                }
                continue;
            }
            if (span.Kind == SpanKind.Within && span.Length is { } stated)
            {
                block = binders.Quantities.Time(stated) is { } length
                    ? block with
                    {
                        Before = new Point.Offset(length, false, point),
                    }
                    : block;
                continue;
            }
            block = span.Kind == SpanKind.After ? block with { After = point } : block with { Before = point };
        }
        return block;
    }

    private static string Written(BlockSyntax syntax) =>
        syntax.Condition?.WordsText() ?? string.Join(" or on ", syntax.Events.Select(each => each.WordsText()));
}
