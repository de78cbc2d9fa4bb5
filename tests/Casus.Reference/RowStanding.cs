using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>
/// What the record says of a row by itself: whose act it was, and whether it is established (S7, S8).
/// </summary>
internal sealed class RowStanding(RecordAt record, SameIncident same)
{
    /// <summary>Whether the act was this party's.</summary>
    public Verdict Party(IncidentRow row, string party)
    {
        var settled = SettledParty(row);
        return settled is null ? Verdict.Undetermined : VerdictLogic.Of(settled == party);
    }

    /// <summary>The party to whom the act is attributed by the text's standard; null: nobody for sure.</summary>
    public string? SettledParty(IncidentRow row)
    {
        if (record.Agreement.Attributed is not { } standard)
        {
            return row.Party;
        }
        var found = record
            .Findings(row, FindingKind.Attributed)
            .Any(finding =>
                standard.By.Contains(finding.By) && (finding.Confidence ?? Confidence.Low) >= standard.MinConfidence
            );
        if (found)
        {
            return row.Party;
        }
        if (!standard.BySideOfOrigin || record.Agreement.Lines.IsEmpty)
        {
            return null;
        }
        return record.LocationOf(row).OriginLeft[0] switch
        {
            Verdict.Met => record.Agreement.Lines[0].Left,
            Verdict.NotMet => record.Agreement.Lines[0].Right,
            _ => null,
        };
    }

    public Verdict Attributed(IncidentRow row) => SettledParty(row) is null ? Verdict.Undetermined : Verdict.Met;

    /// <summary>Established by the text's standard; without one every row is, save what a body has rejected.</summary>
    public Verdict Established(IncidentRow row)
    {
        var standard = record.Agreement.Established;
        if (Word(row) is { } word)
        {
            return word;
        }
        if (standard is null)
        {
            return Verdict.Met;
        }
        return standard.Sources is { } sources && Corroborators(row) >= sources ? Verdict.Met : Verdict.Undetermined;
    }

    /// <summary>Not rejected: what a body has refused counts nowhere, whatever the text asks (S7).</summary>
    public Verdict Stands(IncidentRow row) => Word(row) ?? Verdict.Met;

    /// <summary>The latest word of the bodies that count: yes, no, both at one instant, or none.</summary>
    private Verdict? Word(IncidentRow row)
    {
        var verified = Latest(row, FindingKind.Verified);
        var rejected = Latest(row, FindingKind.Rejected);
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

    private Moment? Latest(IncidentRow row, FindingKind kind)
    {
        var named = record.Agreement.Established?.VerifiedBy ?? [];
        var standard = record.Agreement.Established is not null;
        var findings = record
            .Findings(row, kind)
            .Where(finding => named.IsEmpty ? !standard || kind == FindingKind.Rejected : named.Contains(finding.By));
        return findings.Select(finding => (Moment?)finding.At).Max();
    }

    /// <summary>
    /// Groups that report the incident for sure, in time: a star round the row, the row's own group among them.
    /// </summary>
    private int Corroborators(IncidentRow row)
    {
        var within = record.Agreement.Established!.Within?.Seconds;
        return record
            .Rows.Where(other =>
                ReferenceEquals(other, row)
                || same.Judge(row, other) == Verdict.Met
                    && (within is null || Math.Abs(other.KnownAt.Second - row.KnownAt.Second) <= within)
            )
            .Select(other => other.Group)
            .Distinct(StringComparer.Ordinal)
            .Count();
    }
}
