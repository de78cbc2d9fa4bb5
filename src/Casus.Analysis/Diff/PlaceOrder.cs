using Casus.Core.Geography;

namespace Casus.Analysis.Diff;

/// <summary>Whether a place that was in an area before is in it now: areas, lines and sectors (S4, S5).</summary>
internal sealed class PlaceOrder(Lens lens)
{
    /// <summary>The area of a pattern's place test.</summary>
    public Order Zone(int old, int now, UnitPair? owner)
    {
        var before = lens.Old.Zones[old];
        var after = lens.New.Zones[now];
        var order = Area(before.Area, after.Area);
        var label = before.Declared && after.Declared ? lens.Map.Labelled("Zone", before.Name, after.Name) : owner;
        return lens.From(label ?? owner, order, "the place is another, and neither lies within the other for sure");
    }

    /// <summary>
    /// What is outside every zone has no sector, so a count by sector reads all zones, whichever it names.
    /// </summary>
    public Order AllZones()
    {
        if (lens.Old.Zones.Length != lens.New.Zones.Length)
        {
            return lens.From(
                null,
                Order.Unknown,
                "the zones are others, and what lies outside every zone has no sector"
            );
        }
        var order = Order.Same;
        for (var i = 0; i < lens.Old.Zones.Length; i++)
        {
            order = order.With(Zone(i, i, null));
        }
        return order;
    }

    public Order Sectors()
    {
        var (old, now) = (lens.Old.Sectors, lens.New.Sectors);
        if (old is null || now is null)
        {
            return old is null && now is null ? Order.Same : Divided();
        }
        return old.Metres == now.Metres && SameLine(old.Line, now.Line) ? Order.Same : Divided();
    }

    /// <summary>A line by itself: across it, or its side.</summary>
    public bool SameLine(int old, int now)
    {
        var (before, after) = (lens.Old.Lines[old], lens.New.Lines[now]);
        return lens.Name(before.Name) == after.Name
            && before.File == after.File
            && before.Moving == after.Moving
            && before.Left == after.Left
            && before.Right == after.Right
            && before.Vertices.SequenceEqual(after.Vertices);
    }

    private Order Divided() =>
        lens.From(
            lens.Map.Pairs.FirstOrDefault(pair => (pair.New ?? pair.Old)!.Verb == "Sectors"),
            lens.Doubt("the sectors are cut otherwise, so other acts fall together")
        );

    private Order Area(Area old, Area now)
    {
        switch (old, now)
        {
            case (Area.WithinOfLine one, Area.WithinOfLine other) when SameLine(one.Line, other.Line):
                return Orders.Of(one.Metres, other.Metres);
            case (Area.BeyondLine one, Area.BeyondLine other) when SameLine(one.Line, other.Line):
                return Orders.Of(other.Metres, one.Metres);
            case (Area.SideOfLine one, Area.SideOfLine other) when SameLine(one.Line, other.Line):
                return one.Left == other.Left ? Order.Same : Order.Unknown;
            case (Area.Polygons one, Area.Polygons other):
                return SameRings(one, other) ? Order.Same : Order.Unknown;
            case (Area.Named one, Area.Named other):
                return lens.Name(one.Name) == other.Name ? Order.Same : Order.Unknown;
            case (Area.Union one, Area.Union other) when one.Of.Length == other.Of.Length:
                return one
                    .Of.Zip(other.Of)
                    .Aggregate(Order.Same, (order, part) => order.With(Area(part.First, part.Second)));
            case (Area.Difference one, Area.Difference other):
                return Area(one.Of, other.Of).With(Area(one.Except, other.Except).Turned());
            default:
                return Order.Unknown;
        }
    }

    private static bool SameRings(Area.Polygons one, Area.Polygons other) =>
        one.Rings.Length == other.Rings.Length
        && one.Rings.Zip(other.Rings)
            .All(pair =>
                pair.First.Length == pair.Second.Length
                && pair.First.Zip(pair.Second).All(ring => ring.First.SequenceEqual(ring.Second))
            );
}
