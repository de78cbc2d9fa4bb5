namespace Casus.Core.Time;

/// <summary>
/// An instant: a whole second of UTC, counted from 1970-01-01T00:00:00Z. Fractions are floored where a text is read
/// (S1).
/// </summary>
public readonly record struct Moment(long Second) : IComparable<Moment>
{
    /// <summary>Before every instant that a fact can name.</summary>
    public static readonly Moment Never = new(long.MinValue / 4);

    /// <summary>After every instant that a fact can name.</summary>
    public static readonly Moment Forever = new(long.MaxValue / 4);

    public int CompareTo(Moment other) => Second.CompareTo(other.Second);

    public Moment Plus(long seconds) => this == Forever || this == Never ? this : new(Second + seconds);

    public static bool operator <(Moment left, Moment right) => left.Second < right.Second;

    public static bool operator >(Moment left, Moment right) => left.Second > right.Second;

    public static bool operator <=(Moment left, Moment right) => left.Second <= right.Second;

    public static bool operator >=(Moment left, Moment right) => left.Second >= right.Second;

    public static Moment Min(Moment a, Moment b) => a < b ? a : b;

    public static Moment Max(Moment a, Moment b) => a > b ? a : b;

    /// <summary>ISO 8601 in UTC, such as 2017-01-30T08:00:00Z.</summary>
    public override string ToString() =>
        this == Forever ? "forever"
        : this == Never ? "never"
        : NodaTime
            .Instant.FromUnixTimeSeconds(Second)
            .ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// A closed interval of instants: the act happened at one second from From to To, both included (S1).
/// </summary>
public readonly record struct TimeInterval(Moment From, Moment To)
{
    public bool Contains(Moment moment) => From <= moment && moment <= To;

    public bool Overlaps(TimeInterval other) => From <= other.To && other.From <= To;
}
