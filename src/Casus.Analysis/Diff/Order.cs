namespace Casus.Analysis.Diff;

/// <summary>
/// How what the new text says stands to what the old one says, over every history: a set of instants, or a demand.
/// </summary>
public enum Order
{
    Same,

    /// <summary>Never more than before.</summary>
    Less,

    /// <summary>Never less than before.</summary>
    More,

    /// <summary>No argument holds, or both have been given.</summary>
    Unknown,
}

/// <summary>The lattice of orders.</summary>
public static class Orders
{
    /// <summary>Both at once: what is less in one way and more in another cannot be told.</summary>
    public static Order With(this Order one, Order other) =>
        one == Order.Same ? other
        : other == Order.Same || one == other ? one
        : Order.Unknown;

    /// <summary>Of the denial, or of an exception: less excused is more owed.</summary>
    public static Order Turned(this Order order) =>
        order switch
        {
            Order.Less => Order.More,
            Order.More => Order.Less,
            _ => order,
        };

    /// <summary>Of two numbers that only grow with what is asked: more is more.</summary>
    public static Order Of(long old, long now) =>
        now < old ? Order.Less
        : now > old ? Order.More
        : Order.Same;
}

/// <summary>
/// A three-valued condition before and after: the instants at which it is met, and those at which it is met or
/// undetermined. They are kept apart because a denial exchanges them and because a duty arises of the first alone.
/// </summary>
public readonly record struct Relation(Order Met, Order Possible)
{
    public static readonly Relation Same = new(Order.Same, Order.Same);
    public static readonly Relation Unknown = new(Order.Unknown, Order.Unknown);

    public static Relation Both(Order order) => new(order, order);

    public Relation With(Relation other) => new(Met.With(other.Met), Possible.With(other.Possible));

    public Relation Turned => new(Possible.Turned(), Met.Turned());

    public bool IsSame => Met == Order.Same && Possible == Order.Same;
}
