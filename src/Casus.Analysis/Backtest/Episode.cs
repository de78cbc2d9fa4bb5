using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>
/// A stretch of history in which an alarm was due: whole days, or instants where the file states them; closed.
/// </summary>
/// <param name="From">As the file has it, for people.</param>
/// <param name="To">As the file has it, for people.</param>
public sealed record Episode(string Name, string From, string To, TimeInterval Span, string? Source);

/// <summary>Whether the alarm arose, or stood, within an episode.</summary>
public enum Detection
{
    Yes,
    No,

    /// <summary>The alarm was undetermined, or no complete table covers the episode (S16).</summary>
    Undetermined,
}

/// <summary>How an episode was met by the alarm.</summary>
/// <param name="LagHours">From the episode's start to the first instant at which the alarm stands; null where it was
/// not detected.</param>
/// <param name="Reason">Why it is undetermined, in plain words; null otherwise.</param>
public sealed record EpisodeOutcome(Episode Episode, Detection Detected, decimal? LagHours, string? Reason);

/// <summary>Alarms that arose outside every episode.</summary>
/// <param name="Count">Null where no episodes were given or there is no alarm: nothing can be false then.</param>
/// <param name="PerYear">By years of 365.2425 days that the tables cover; null where they cover nothing.</param>
public sealed record FalseAlarms(int? Count, decimal? PerYear)
{
    public static FalseAlarms NotCounted { get; } = new(null, null);
}
