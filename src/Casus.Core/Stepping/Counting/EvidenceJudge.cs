using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Stepping.Counting;

/// <summary>Whether a row is established and to whom it is attributed, as known (S7, S8).</summary>
internal sealed class EvidenceJudge(Agreement agreement, RowReading reading)
{
    private readonly Dictionary<int, long> groups = [];

    /// <summary>Whether rows corroborate each other under this text.</summary>
    public bool Corroborates => agreement.Established?.Sources is not null;

    /// <summary>
    /// Judges the row's findings made by now, and who reports it; answers whether anything changed. Nothing is written
    /// unless write.
    /// </summary>
    public bool Judge(RecordedRow row, long now, bool write)
    {
        var word = Word(row, now);
        var established = word ?? EstablishedBySilence(row);
        var notRejected = word ?? Verdict.Met;
        var (party, attributed) = Attribution(row, now);
        var changed =
            established != row.Established
            || notRejected != row.NotRejected
            || party != row.Party
            || attributed != row.Attributed;
        if (write)
        {
            row.Established = established;
            row.NotRejected = notRejected;
            row.Party = party;
            row.Attributed = attributed;
        }
        return changed;
    }

    /// <summary>The instant of the finding, or of the report, with which the row came to be established.</summary>
    public long? EstablishedAt(RecordedRow row, long now)
    {
        if (agreement.Established is null || row.Established != Verdict.Met)
        {
            return null;
        }
        if (Word(row, now) == Verdict.Met)
        {
            var rejected = Latest(row, FindingKind.Rejected, now) ?? long.MinValue;
            return row
                .Row.Findings.Where(finding =>
                    Counts(finding, FindingKind.Verified) && Enters(row, finding) <= now && finding.At.Second > rejected
                )
                .Min(finding => (long?)finding.At.Second);
        }
        CollectGroups(row);
        return groups.Values.Order().ElementAt(agreement.Established.Sources!.Value - 1);
    }

    /// <summary>The instant of the first finding by which the row is attributed.</summary>
    public long? AttributedAt(RecordedRow row, long now)
    {
        if (agreement.Attributed is null || !row.Attributed)
        {
            return null;
        }
        return row.Row.Findings.Where(finding => Attributes(finding) && Enters(row, finding) <= now)
                .Min(finding => (long?)finding.At.Second)
            ?? row.KnownAt;
    }

    /// <summary>When a finding enters the record: at its own instant, never before its row.</summary>
    public static long Enters(RecordedRow row, BodyFinding finding) => Math.Max(finding.At.Second, row.KnownAt);

    private Verdict? Word(RecordedRow row, long now)
    {
        if (row.Row.Findings.IsDefaultOrEmpty)
        {
            return null;
        }
        var verified = Latest(row, FindingKind.Verified, now);
        var rejected = Latest(row, FindingKind.Rejected, now);
        return (verified, rejected) switch
        {
            (null, null) => null,
            (_, null) => Verdict.Met,
            (null, _) => Verdict.NotMet,
            _ => verified > rejected ? Verdict.Met
            : verified < rejected ? Verdict.NotMet
            : Verdict.Undetermined,
        };
    }

    private long? Latest(RecordedRow row, FindingKind kind, long now)
    {
        long? latest = null;
        foreach (var finding in row.Row.Findings)
        {
            if (Counts(finding, kind) && Enters(row, finding) <= now)
            {
                latest = Math.Max(latest ?? long.MinValue, finding.At.Second);
            }
        }
        return latest;
    }

    // Without a standard, and for a rejection under one that names nobody, any body will do.
    private bool Counts(BodyFinding finding, FindingKind kind)
    {
        if (finding.Kind != kind)
        {
            return false;
        }
        var named = agreement.Established?.VerifiedBy ?? [];
        return named.IsEmpty
            ? agreement.Established is null || kind == FindingKind.Rejected
            : named.Contains(finding.By);
    }

    private Verdict EstablishedBySilence(RecordedRow row)
    {
        if (agreement.Established is not { } standard)
        {
            return Verdict.Met;
        }
        if (standard.Sources is not { } sources)
        {
            return Verdict.Undetermined;
        }
        CollectGroups(row);
        return groups.Count >= sources ? Verdict.Met : Verdict.Undetermined;
    }

    // A star round the row, not a chain: each group with its first report of the incident in time.
    private void CollectGroups(RecordedRow row)
    {
        var within = agreement.Established!.Within?.Seconds;
        groups.Clear();
        groups.Add(row.Group, row.KnownAt);
        foreach (var (other, sure) in row.Links ?? [])
        {
            if (!sure || !other.Present || within is { } length && Math.Abs(other.KnownAt - row.KnownAt) > length)
            {
                continue;
            }
            var known = Math.Max(other.KnownAt, row.KnownAt);
            groups[other.Group] = groups.TryGetValue(other.Group, out var first) ? Math.Min(first, known) : known;
        }
    }

    private (int Party, bool Attributed) Attribution(RecordedRow row, long now)
    {
        if (agreement.Attributed is not { } standard)
        {
            return (reading.PartyOf(row.Row.Party), row.Row.Party is not null);
        }
        if (!row.Row.Findings.IsDefaultOrEmpty)
        {
            foreach (var finding in row.Row.Findings)
            {
                if (Attributes(finding) && Enters(row, finding) <= now)
                {
                    return (reading.PartyOf(row.Row.Party), row.Row.Party is not null);
                }
            }
        }
        if (!standard.BySideOfOrigin || agreement.Lines.IsEmpty)
        {
            return (RecordedRow.UnknownParty, false);
        }
        var side = reading.OriginLeft(row.Place) switch
        {
            Verdict.Met => agreement.Lines[0].Left,
            Verdict.NotMet => agreement.Lines[0].Right,
            _ => null,
        };
        return (reading.PartyOf(side), side is not null);
    }

    private bool Attributes(BodyFinding finding) =>
        agreement.Attributed is { } standard
        && finding.Kind == FindingKind.Attributed
        && standard.By.Contains(finding.By)
        && (finding.Confidence ?? Confidence.Low) >= standard.MinConfidence;
}
