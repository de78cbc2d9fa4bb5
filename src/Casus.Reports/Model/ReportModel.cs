using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Casus.Reports.Model;

/// <summary>
/// All that a report shows, and nothing of the machine: report.json is this record, and report.html is made of it
/// alone, so that runs can be shown side by side wherever their folders went. Instants are whole seconds of UTC since
/// 1970; days are of the agreement's time zone.
/// </summary>
public sealed record ReportModel
{
    /// <summary>The shape of this record; another number cannot be read.</summary>
    public const int CurrentFormat = 1;
    public int Format { get; init; } = CurrentFormat;
    public required EngineNote Engine { get; init; }
    public required AgreementNote Agreement { get; init; }

    /// <summary>The life of the agreement as cut by the span asked for: what was judged.</summary>
    public required Span Span { get; init; }

    /// <summary>The last instant that was judged; never before the last fact.</summary>
    public required long Horizon { get; init; }

    /// <summary>Words by which an input says that it is made up; empty where none does.</summary>
    [JsonRequired]
    public ImmutableArray<string> Synthetic { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<InputNote> Inputs { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<AssumptionNote> Assumptions { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<string> Suppositions { get; init; } = [];

    /// <summary>What a reader should know before trusting a figure: of lines and datums, then of the tables.</summary>
    [JsonRequired]
    public ImmutableArray<string> Warnings { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>False: the tables make no statement, and are taken as complete.</summary>
    public bool CoverageStated { get; init; }

    /// <summary>Stretches of the span in which no table is complete; ascending, apart.</summary>
    [JsonRequired]
    public ImmutableArray<Span> Uncovered { get; init; } = [];

    public required IncidentTotals Incidents { get; init; }

    [JsonRequired]
    public ImmutableArray<ZoneTotals> Zones { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<GradeRow> Grades { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<DutyRow> Duties { get; init; } = [];

    /// <summary>Null where no `On` binds a guarantor and none was chosen.</summary>
    public AlarmNote? Alarm { get; init; }

    [JsonRequired]
    public ImmutableArray<EpisodeRow> Episodes { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<UndecidedNote> Undecided { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<TextLine> Text { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<BracketNote> Brackets { get; init; } = [];

    /// <summary>Why a grade or a duty did not arise, and the nearest missing fact.</summary>
    [JsonRequired]
    public ImmutableArray<AbsenceNote> Absences { get; init; } = [];

    public required MapModel Map { get; init; }

    /// <summary>Places at which rows lie, and how many lie there when.</summary>
    public required PlaceTable Places { get; init; }

    /// <summary>The rows themselves; where there are too many, those that an effect shown here cites.</summary>
    public required RowTable Rows { get; init; }

    [JsonRequired]
    public ImmutableArray<GradeLane> Lanes { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<DutyBar> Bars { get; init; } = [];

    /// <summary>Instances of duties; more than <see cref="Bars"/> where they are too many to be shown.</summary>
    public int BarTotal { get; init; }
    public required StripTable Strips { get; init; }

    /// <summary>
    /// In order; where there are too many, <see cref="EffectTotals"/> says how many of each kind are left out.
    /// </summary>
    [JsonRequired]
    public ImmutableArray<EffectLine> Effects { get; init; } = [];

    [JsonRequired]
    public ImmutableArray<EffectTotal> EffectTotals { get; init; } = [];
}

/// <summary>From and To: both included.</summary>
public readonly record struct Span(long From, long To);

public sealed record EngineNote(string Version, string StateHash, string TimeZoneData);

/// <param name="Stage">Such as "draft 3" or "signed".</param>
/// <param name="TimeZone">An IANA name.</param>
public sealed record AgreementNote(
    string Title,
    string? Stage,
    string? TextDate,
    string File,
    string TimeZone,
    ImmutableArray<ChoiceNote> Choices
);

public sealed record ChoiceNote(string Name, string Value);

/// <param name="Kind">incidents, acts, episodes or coverage.</param>
/// <param name="Sha256">Of the bytes as read, lower-case hexadecimal.</param>
public sealed record InputNote(string Kind, string File, string Sha256, int Rows, int Rejected);

/// <param name="Rows">How many rows it filled.</param>
public sealed record AssumptionNote(string Written, int Rows);

/// <param name="ActsAtMost">Null where a row leaves it open.</param>
public sealed record IncidentTotals(
    int Total,
    int Inside,
    int Outside,
    int Undetermined,
    int BeyondSpan,
    long ActsAtLeast,
    long? ActsAtMost
);

public sealed record ZoneTotals(string Name, int Total, int Inside, int Outside, int Undetermined);

public sealed record AlarmNote(
    string Name,
    string? Clause,
    bool NeedsActs,
    FalseAlarmNote AsKnown,
    FalseAlarmNote Hindsight
);

/// <param name="Count">Null where no episodes were given.</param>
public sealed record FalseAlarmNote(int? Count, decimal? PerYear);

/// <param name="From">As the file has it.</param>
/// <param name="To">As the file has it.</param>
public sealed record EpisodeRow(
    string Name,
    string From,
    string To,
    Span Span,
    string? Source,
    EpisodeFinding AsKnown,
    EpisodeFinding Hindsight
);

/// <param name="Detected">yes, no or undetermined.</param>
/// <param name="LagHours">From the episode's start; null where it was not detected.</param>
/// <param name="Reason">Why it is not detected or is undetermined, in plain words; null where it was detected.</param>
public sealed record EpisodeFinding(string Detected, decimal? LagHours, string? Reason);

/// <param name="What">What is wanting: place, party or establishment.</param>
/// <param name="Settle">The fact that would settle it.</param>
public sealed record UndecidedNote(string What, int Rows, string Settle);

/// <summary>
/// A line of the agreement. Clause: the innermost numbered sentence or item that begins on it or runs over it.
/// </summary>
/// <param name="Begins">Whether that clause begins here: its figures stand beside this line.</param>
/// <param name="Stands">False where a bracket's choice leaves the clause out.</param>
public sealed record TextLine(int Number, string Text, string? Clause, bool Begins, bool Stands);

/// <summary>A bracket of the negotiating text and who has said what of its values.</summary>
public sealed record BracketNote(
    string Name,
    ImmutableArray<string> Values,
    string Chosen,
    int Line,
    ImmutableArray<string> Positions
);

/// <param name="Subject">A grade's name or a clause's number.</param>
/// <param name="Text">What would have had to be known, in plain words.</param>
public sealed record AbsenceNote(string Subject, string? Clause, string Text);
