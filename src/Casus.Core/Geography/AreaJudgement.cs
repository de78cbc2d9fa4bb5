using Casus.Core.Conditions;

namespace Casus.Core.Geography;

/// <summary>How a disc (of radius 0: a point) lies to the agreement's lines and areas, in whole metres.</summary>
internal interface IPlacedDisc
{
    int RadiusMetres { get; }

    /// <summary>To the nearest point of the line; null where the line was never drawn.</summary>
    int? MetresFrom(int line);

    /// <summary>Whether the whole disc is left of the line.</summary>
    Verdict Left(int line);

    /// <summary>To the nearest border, and whether the centre is inside.</summary>
    (int BorderMetres, bool Inside) To(Area.Polygons area);
}

/// <summary>Whether a place is in an area (S4).</summary>
internal static class AreaJudgement
{
    public static Verdict Of<TDisc>(Area area, TDisc disc, StatedPlace stated)
        where TDisc : IPlacedDisc =>
        area switch
        {
            Area.WithinOfLine within => Within(disc.MetresFrom(within.Line), disc.RadiusMetres, within.Metres),
            Area.BeyondLine beyond => Beyond(disc.MetresFrom(beyond.Line), disc.RadiusMetres, beyond.Metres),
            Area.SideOfLine side => Side(side, disc.Left(side.Line), stated),
            Area.Polygons polygons => Inside(disc.To(polygons), disc.RadiusMetres),
            Area.Union union => AnyOf(union, disc, stated),
            Area.Difference difference => Of(difference.Of, disc, stated)
                .And(Of(difference.Except, disc, stated).Not()),
            _ => OfNowhere(area, stated),
        };

    /// <summary>
    /// The verdict that a row without coordinates can have: by its district, and by the side that it states.
    /// </summary>
    public static Verdict OfNowhere(Area area, StatedPlace stated) =>
        area switch
        {
            Area.Named named when stated.Names(named.Name) => Verdict.Met,
            Area.SideOfLine side => Side(side, Verdict.Undetermined, stated),
            Area.Union union => union.Of.Aggregate(Verdict.NotMet, (any, part) => any.Or(OfNowhere(part, stated))),
            Area.Difference difference => OfNowhere(difference.Of, stated)
                .And(OfNowhere(difference.Except, stated).Not()),
            _ => Verdict.Undetermined,
        };

    private static Verdict AnyOf<TDisc>(Area.Union union, TDisc disc, StatedPlace stated)
        where TDisc : IPlacedDisc
    {
        var any = Verdict.NotMet;
        foreach (var part in union.Of)
        {
            any = any.Or(Of(part, disc, stated));
        }
        return any;
    }

    private static Verdict Within(int? metres, int radius, long limit)
    {
        if (metres is not { } distance)
        {
            return Verdict.Undetermined;
        }
        if ((long)distance + radius <= limit)
        {
            return Verdict.Met;
        }
        return distance - radius > limit ? Verdict.NotMet : Verdict.Undetermined;
    }

    private static Verdict Beyond(int? metres, int radius, long limit)
    {
        if (metres is not { } distance)
        {
            return Verdict.Undetermined;
        }
        if (distance - radius >= limit)
        {
            return Verdict.Met;
        }
        return (long)distance + radius < limit ? Verdict.NotMet : Verdict.Undetermined;
    }

    private static Verdict Side(Area.SideOfLine side, Verdict left, StatedPlace stated)
    {
        // The row's word counts only where the geometry of all that it gives leaves the side open.
        var settled = stated.Left.IsDefaultOrEmpty || left != Verdict.Undetermined ? left : stated.Left[side.Line];
        return side.Left ? settled : settled.Not();
    }

    private static Verdict Inside((int BorderMetres, bool Inside) place, int radius)
    {
        // The border belongs to the area: a place on it, to the metre, is inside.
        if (place.Inside || place.BorderMetres == 0)
        {
            return place.BorderMetres >= radius ? Verdict.Met : Verdict.Undetermined;
        }
        return place.BorderMetres > radius ? Verdict.NotMet : Verdict.Undetermined;
    }
}
