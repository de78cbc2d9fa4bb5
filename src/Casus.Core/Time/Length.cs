namespace Casus.Core.Time;

/// <summary>
/// Units of a stated length of time. Seconds to hours are elapsed; days to years are of the calendar (S1).
/// </summary>
public enum LengthUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>A stated length of time, such as 24 hours or 12 months.</summary>
public readonly record struct Length(int Amount, LengthUnit Unit)
{
    /// <summary>Whether the length is the same number of seconds wherever it starts.</summary>
    public bool IsElapsed => Unit <= LengthUnit.Hour;

    /// <summary>
    /// The length in seconds, with a day of 86,400 s; for counting windows and gaps, which are elapsed whatever their
    /// unit. Months and years have no such length: null.
    /// </summary>
    public long? Seconds =>
        Unit switch
        {
            LengthUnit.Second => Amount,
            LengthUnit.Minute => Amount * 60L,
            LengthUnit.Hour => Amount * 3600L,
            LengthUnit.Day => Amount * 86_400L,
            LengthUnit.Week => Amount * 604_800L,
            _ => null,
        };

    public override string ToString() => $"{Amount} {Unit.ToString().ToLowerInvariant()}{(Amount == 1 ? "" : "s")}";
}
