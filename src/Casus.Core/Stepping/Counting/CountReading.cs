using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>In what a row can fall short of what a count asks for; several at once.</summary>
[Flags]
public enum Shortfall
{
    None = 0,

    /// <summary>Its interval is not wholly within the window.</summary>
    Time = 1 << 0,
    Conduct = 1 << 1,
    Place = 1 << 2,
    Sector = 1 << 3,

    /// <summary>Whose act it was: named by the row where the text has no standard, else by an attribution.</summary>
    Party = 1 << 4,
    Attributed = 1 << 5,
    Established = 1 << 6,
    Rejected = 1 << 7,

    /// <summary>It may be, or is, an act of self-defence.</summary>
    Excused = 1 << 8,

    /// <summary>The life of the agreement, a suspension, or an `as from`.</summary>
    Life = 1 << 9,

    /// <summary>Whom or what it struck, or with what calibre.</summary>
    Details = 1 << 10,

    /// <summary>A word of the sentence that has no measure.</summary>
    OpenTextured = 1 << 11,

    /// <summary>The row may report no act at all.</summary>
    Count = 1 << 12,
}

/// <summary>A row that lies, or may lie, in a window, as one count takes it.</summary>
/// <param name="Doubtful">What is undetermined of it.</param>
/// <param name="Failing">What it surely is not. With neither it counts for sure; with none failing it may
/// count.</param>
/// <param name="Least">Acts (or deaths, or injured) that it is at least; and at most.</param>
public sealed record RowReason(string Row, Shortfall Doubtful, Shortfall Failing, long Least, long Most)
{
    public Verdict Verdict =>
        Failing != Shortfall.None ? Verdict.NotMet
        : Doubtful != Shortfall.None ? Verdict.Undetermined
        : Verdict.Met;
}

/// <summary>
/// A count for one key at one instant, with every row of the present record that may lie in its window (S3).
/// </summary>
/// <param name="Unbounded">No table is complete for the window, so that any number is possible (S16).</param>
public sealed record CountReading(
    int Pattern,
    ConditionKey Key,
    long AtLeast,
    long Lower,
    long Upper,
    bool Unbounded,
    ImmutableArray<RowReason> Rows
)
{
    public Verdict Verdict =>
        Lower >= AtLeast ? Verdict.Met
        : Upper >= AtLeast || Unbounded ? Verdict.Undetermined
        : Verdict.NotMet;
}

/// <summary>The instant at which a count came nearest to its threshold, and the bounds there.</summary>
public sealed record CountPeak(ConditionKey Key, Moment At, long Lower, long Upper, long AtLeast);
