using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Stepping.Counting;

/// <summary>Another row that is, or may be, about the same incident (S7).</summary>
internal readonly record struct Link(RecordedRow Other, bool Sure);

/// <summary>A row of the record with its standing as known: all that the patterns ask of it, judged once.</summary>
internal sealed class RecordedRow(int index, IncidentRow row)
{
    /// <summary>No party is known; possible for every party.</summary>
    public const int UnknownParty = -1;

    /// <summary>A party that no sentence names.</summary>
    public const int StrangerParty = -2;

    public int Index { get; } = index;
    public IncidentRow Row { get; } = row;
    public long From { get; } = row.Occurred.From.Second;
    public long To { get; } = row.Occurred.To.Second;
    public long KnownAt { get; } = row.KnownAt.Second;

    /// <summary>Indexes into the tables of <see cref="RowReading"/>.</summary>
    public int Conduct { get; init; }
    public int Place { get; init; }
    public int Sectors { get; init; }
    public int Group { get; init; }
    public int IncidentKey { get; init; } = -1;

    /// <summary>In the record: its life meets it, and no row has superseded it.</summary>
    public bool Present { get; set; }
    public bool Superseded { get; set; }

    /// <summary>It has been compared with the others.</summary>
    public bool Entered { get; set; }

    /// <summary>The most that its acts can be, by life and suspension (S13).</summary>
    public Verdict Scope { get; set; }
    public Verdict Established { get; set; } = Verdict.Met;
    public Verdict NotRejected { get; set; } = Verdict.Met;
    public int Party { get; set; } = UnknownParty;

    /// <summary>Attributed to someone at all.</summary>
    public bool Attributed { get; set; }

    /// <summary>Rows that are or may be about the same incident; null: none, it counts by itself.</summary>
    public List<Link>? Links { get; set; }

    /// <summary>For each norm with self-defence; null: it concerns none of them.</summary>
    public DefenceRecord[]? Defences { get; set; }

    /// <summary>Its steps stand in the counts.</summary>
    public bool Counted { get; set; }

    /// <summary>To be counted anew at the end of this judgement.</summary>
    public bool Touched { get; set; }

    /// <summary>What was last told of it, by watched pattern; null: not met under all of them.</summary>
    public Verdict[]? Told { get; set; }

    /// <summary>Scratch of one walk over components.</summary>
    public long Mark { get; set; }

    public bool Joint => Links is not null;

    public Verdict Existence =>
        Row.CountMax == 0 ? Verdict.NotMet
        : Row.CountMin == 0 ? Verdict.Undetermined
        : Verdict.Met;
}

/// <summary>What self-defence under one norm makes of a row, a bit for each addressee.</summary>
internal record struct DefenceRecord
{
    /// <summary>Surely excused, if it was that addressee's act; surely not. Neither bit: undetermined.</summary>
    public ulong Excused { get; set; }
    public ulong NotExcused { get; set; }

    /// <summary>Whether the row is surely, or possibly, an attack by that addressee that others may answer.</summary>
    public ulong SureAttacks { get; set; }
    public ulong PossibleAttacks { get; set; }
}
