using System.Collections.Immutable;
using Casus.Core.Conduct;
using Casus.Core.Facts;
using Casus.Core.Time;
using Casus.Data.Tables;

namespace Casus.Data.Incidents;

/// <summary>
/// Reads a draft as a row, by the rules of S1 and S2. Each fault names the column to blame; the first one found
/// rejects the row.
/// </summary>
internal sealed class DraftParser(AgreementCalendar calendar, ConductTaxonomy taxonomy)
{
    private static readonly string[] Targets = ["civilian", "military", "monitor", "infrastructure"];

    private readonly TextPool pool = new();
    private readonly Dictionary<string, string> conducts = new(StringComparer.Ordinal);
    private IncidentDraft draft = new();

    /// <summary>The column to blame, and why; null while nothing is wrong.</summary>
    public (IncidentColumn Column, string Reason)? Fault { get; private set; }

    /// <summary>What stood in the row and was left out, since it says nothing by itself. Told once a file.</summary>
    public SortedSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The names that <paramref name="ids"/> gives are the row's; the file and line are for messages.
    /// </summary>
    public IncidentRow? Read(IncidentDraft read, RowNaming ids)
    {
        draft = read;
        Fault = null;
        if (
            !ReadTimes(out var occurred, out var knownAt)
            || !ReadPlace(out var place)
            || !ReadConduct(out var conduct)
            || !ReadCounts(out var count, out var least, out var most)
            || !ReadTarget(out var target)
            || !ReadPeople(IncidentColumn.Deaths, out var deaths)
            || !ReadPeople(IncidentColumn.Injured, out var injured)
            || !ReadCalibre(out var calibre)
            || !ReadFindings(occurred.From, knownAt, out var findings)
        )
        {
            return null;
        }
        return new IncidentRow
        {
            Ordinal = ids.Ordinal,
            Id = ids.Id,
            Occurred = occurred,
            KnownAt = knownAt,
            Place = place,
            Conduct = conduct,
            Count = count,
            CountMin = least,
            CountMax = most,
            Party = Pooled(IncidentColumn.Party),
            Against = Pooled(IncidentColumn.Against),
            OriginSide = Pooled(IncidentColumn.OriginSide),
            Findings = findings,
            Source = Pooled(IncidentColumn.Source),
            Organisation = Pooled(IncidentColumn.Organisation),
            File = ids.File,
            Line = ids.Line,
            Incident = Pooled(IncidentColumn.Incident),
            Supersedes = ids.Supersedes,
            Target = target,
            Deaths = deaths,
            Injured = injured,
            CalibreMm = calibre,
            Assumed = draft.Assumed,
        };
    }

    /// <summary>
    /// The place alone, for conditions of assumptions on the side and the sector; null where it is unknown or at
    /// fault.
    /// </summary>
    public Place? PlaceOf(IncidentDraft read)
    {
        draft = read;
        var found = ReadPlace(out var place) ? place : null;
        Fault = null;
        return found;
    }

    public string? Pooled(IncidentColumn column) => pool.Of(draft.Text(column));

    private bool Refuse(IncidentColumn column, string? reason)
    {
        if (reason is null)
        {
            return true;
        }
        Fault ??= (column, reason);
        return false;
    }

    private bool ReadTimes(out TimeInterval occurred, out Moment knownAt)
    {
        occurred = default;
        knownAt = default;
        if (!draft.Has(IncidentColumn.OccurredFrom))
        {
            return Refuse(IncidentColumn.OccurredFrom, "it is empty; a row says when its acts happened");
        }
        if (!ReadTime(IncidentColumn.OccurredFrom, out var first))
        {
            return false;
        }
        var last = first;
        if (draft.Has(IncidentColumn.OccurredTo) && !ReadTime(IncidentColumn.OccurredTo, out last))
        {
            return false;
        }
        if (last.To < first.From)
        {
            return Refuse(IncidentColumn.OccurredTo, "the end is before the start");
        }
        knownAt = last.To;
        if (draft.Has(IncidentColumn.KnownAt))
        {
            if (!ReadTime(IncidentColumn.KnownAt, out var known))
            {
                return false;
            }
            knownAt = known.To;
        }
        if (knownAt < first.From)
        {
            return Refuse(IncidentColumn.KnownAt, "nothing is known before it happens");
        }
        occurred = new TimeInterval(first.From, Moment.Min(last.To, knownAt));
        return true;
    }

    private bool ReadTime(IncidentColumn column, out TimeInterval time) =>
        Refuse(column, TimeText.Read(draft.Text(column), calendar, out time, out _));

    private bool ReadConduct(out string conduct)
    {
        conduct = "";
        var text = draft.Text(IncidentColumn.Conduct);
        if (text.IsEmpty)
        {
            return Refuse(IncidentColumn.Conduct, "it is empty; a row says what was done");
        }
        var written = pool.Of(text)!;
        if (conducts.TryGetValue(written, out var known))
        {
            conduct = known;
            return true;
        }
        if (taxonomy.IndexOf(written) is >= 0 and var index)
        {
            conduct = taxonomy.Names[index];
            conducts.Add(written, conduct);
            return true;
        }
        var meant = NearMiss.Question(written, taxonomy.Names);
        return Refuse(IncidentColumn.Conduct, $"no term of the conduct taxonomy{meant}");
    }

    private bool ReadCounts(out long count, out long least, out long most)
    {
        count = least = most = 0;
        if (
            !ReadCount(IncidentColumn.Count, open: false, out var stated)
            || !ReadCount(IncidentColumn.CountMin, open: false, out var statedLeast)
            || !ReadCount(IncidentColumn.CountMax, open: true, out var statedMost)
        )
        {
            return false;
        }
        count = stated ?? statedLeast ?? Math.Min(1, statedMost ?? 1);
        least = statedLeast ?? count;
        most = statedMost ?? count;
        return Refuse(
            statedMost is null ? IncidentColumn.CountMin : IncidentColumn.CountMax,
            least > most ? "count_min is more than count_max"
                : count < least || count > most ? "count does not lie from count_min to count_max"
                : null
        );
    }

    private bool ReadCount(IncidentColumn column, bool open, out long? count)
    {
        count = null;
        var text = draft.Text(column);
        if (text.IsEmpty)
        {
            return true;
        }
        if (text is "*")
        {
            count = IncidentRow.Unbounded;
            return Refuse(column, open ? null : "an open bound '*' belongs in the column that ends in _max");
        }
        var reason = NumberText.Read(text, IncidentRow.Unbounded, out var number);
        count = number;
        return Refuse(column, reason);
    }

    private bool ReadPeople(IncidentColumn column, out People? people)
    {
        people = null;
        if (
            !ReadCount(column, open: false, out var best)
            || !ReadCount(column + 1, open: false, out var least)
            || !ReadCount(column + 2, open: true, out var most)
        )
        {
            return false;
        }
        if ((best ?? least ?? most) is null)
        {
            return true;
        }
        if (most != IncidentRow.Unbounded && (best > int.MaxValue || least > int.MaxValue || most > int.MaxValue))
        {
            return Refuse(column, "more people than there are");
        }
        // A lower bound alone says nothing of an upper one, and the other way round.
        var low = least ?? best ?? 0;
        var high = most ?? best ?? int.MaxValue;
        var figure = best ?? low;
        if (low > figure || figure > high)
        {
            return Refuse(column, "the bounds do not hold the figure: _min, the figure and _max must ascend");
        }
        people = new People((int)low, (int)figure, (int)Math.Min(high, int.MaxValue));
        return true;
    }

    private bool ReadTarget(out string? target)
    {
        target = null;
        var text = draft.Text(IncidentColumn.Target);
        foreach (var known in Targets)
        {
            if (text.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                target = known;
            }
        }
        var isKnown = target is not null || text.IsEmpty;
        return Refuse(
            IncidentColumn.Target,
            isKnown
                ? null
                : $"not civilian, military, monitor or infrastructure{NearMiss.Question(text.ToString(), Targets)}"
        );
    }

    /// <summary>A fraction of a millimetre is floored, so that `at least 100 mm` never holds for less.</summary>
    private bool ReadCalibre(out int? calibre)
    {
        calibre = null;
        if (!draft.Has(IncidentColumn.CalibreMm))
        {
            return true;
        }
        var reason = NumberText.Read(draft.Text(IncidentColumn.CalibreMm), 1, 2000, out var number);
        calibre = reason is null ? (int)Math.Floor(number) : null;
        return Refuse(IncidentColumn.CalibreMm, reason);
    }

    private bool ReadPlace(out Place? place)
    {
        var refused = PlaceDraft.Read(draft, pool, LeftOut, out place);
        return refused is not { } fault || Refuse(fault.Column, fault.Reason);
    }

    private bool ReadFindings(Moment happened, Moment knownAt, out ImmutableArray<BodyFinding> findings)
    {
        findings = [];
        var party = draft.Has(IncidentColumn.Party);
        if (!ReadConfidence(out var confidence))
        {
            return false;
        }
        if (confidence is not null && !draft.Has(IncidentColumn.AttributedBy))
        {
            LeftOut.Add("confidence without attributed_by (how sure nobody is)");
        }
        if (draft.Has(IncidentColumn.AttributedBy) && !party)
        {
            LeftOut.Add("attributed_by without party (attributed to nobody)");
        }
        if (
            !ReadFinding(IncidentColumn.VerifiedBy, FindingKind.Verified, null, happened, knownAt, ref findings)
            || !ReadFinding(IncidentColumn.RejectedBy, FindingKind.Rejected, null, happened, knownAt, ref findings)
        )
        {
            return false;
        }
        return !party
            || ReadFinding(
                IncidentColumn.AttributedBy,
                FindingKind.Attributed,
                confidence,
                happened,
                knownAt,
                ref findings
            );
    }

    private bool ReadConfidence(out Confidence? confidence)
    {
        var text = draft.Text(IncidentColumn.Confidence);
        confidence =
            text.Equals("low", StringComparison.OrdinalIgnoreCase) ? Confidence.Low
            : text.Equals("moderate", StringComparison.OrdinalIgnoreCase) ? Confidence.Moderate
            : text.Equals("high", StringComparison.OrdinalIgnoreCase) ? Confidence.High
            : null;
        var isKnown = confidence is not null || text.IsEmpty;
        return Refuse(IncidentColumn.Confidence, isKnown ? null : "not low, moderate or high");
    }

    private bool ReadFinding(
        IncidentColumn by,
        FindingKind kind,
        Confidence? confidence,
        Moment happened,
        Moment knownAt,
        ref ImmutableArray<BodyFinding> findings
    )
    {
        var at = by + 1;
        if (!draft.Has(by))
        {
            if (draft.Has(at))
            {
                LeftOut.Add($"{IncidentColumns.NameOf(at)} without {IncidentColumns.NameOf(by)} (a finding of nobody)");
            }
            return true;
        }
        var found = knownAt;
        if (draft.Has(at))
        {
            if (!ReadTime(at, out var time))
            {
                return false;
            }
            found = time.To;
        }
        if (found < happened)
        {
            return Refuse(at, "a finding is not made before the act");
        }
        findings = findings.Add(new BodyFinding(kind, Pooled(by)!, found, confidence));
        return true;
    }
}

/// <summary>What a row is called and where it stands.</summary>
internal readonly record struct RowNaming(int Ordinal, string Id, string File, int Line, string? Supersedes);
