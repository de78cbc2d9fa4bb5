using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>
/// Gives rows the facts that they lack, so that a replay can show what would be. What cannot be given is left
/// to the count.
/// </summary>
internal sealed class SuppliedFacts(
    Agreement agreement,
    ImmutableArray<IncidentRow> history,
    ConditionMachine conditions
)
{
    /// <summary>Whether an act was self-defence follows from the others: a replay finds out.</summary>
    private const Shortfall CanBeGiven =
        Shortfall.Attributed
        | Shortfall.Established
        | Shortfall.Party
        | Shortfall.Place
        | Shortfall.Sector
        | Shortfall.Time
        | Shortfall.Conduct
        | Shortfall.Excused;

    /// <summary>
    /// The whole history, in which the rows of the group have what they lack; null where that cannot be made.
    /// </summary>
    public ImmutableArray<IncidentRow>? Of(LackGroup group, ConditionKey key, int pattern)
    {
        if ((group.Facts & ~CanBeGiven) != Shortfall.None)
        {
            return null;
        }
        Place? place = null;
        if ((group.Facts & (Shortfall.Place | Shortfall.Sector)) != Shortfall.None && (place = PlaceIn(key)) is null)
        {
            return null;
        }
        var wanting = group.Rows.Select(row => row.Row).ToHashSet(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<IncidentRow>(history.Length);
        foreach (var row in history)
        {
            if (!wanting.Contains(row.Id))
            {
                rows.Add(row);
            }
            else if (Given(row, group, key, pattern, place) is { } given)
            {
                rows.Add(given);
            }
            else
            {
                return null;
            }
        }
        return rows.MoveToImmutable();
    }

    private IncidentRow? Given(IncidentRow row, LackGroup group, ConditionKey key, int pattern, Place? place)
    {
        var facts = group.Facts;
        var party = row.Party;
        var findings = row.Findings;
        if (facts.HasFlag(Shortfall.Established))
        {
            if (agreement.Established is not { VerifiedBy: [var verifier, ..] })
            {
                return null;
            }
            findings = findings.Add(new BodyFinding(FindingKind.Verified, verifier, row.KnownAt));
        }
        if ((facts & (Shortfall.Attributed | Shortfall.Party)) != Shortfall.None)
        {
            party = key.Party == ConditionKey.AnyParty ? party ?? agreement.Parties[0].Name : key.Party;
        }
        if (facts.HasFlag(Shortfall.Attributed))
        {
            if (agreement.Attributed is not { By: [var body, ..] } standard)
            {
                return null;
            }
            findings = findings.Add(new BodyFinding(FindingKind.Attributed, body, row.KnownAt, standard.MinConfidence));
        }
        var at = Moment.Min(row.Occurred.To, group.At);
        var conducts = LackWords.Conducts(agreement, pattern);
        return RowCopies.With(
            row,
            new RowChanges(
                facts.HasFlag(Shortfall.Time) ? new TimeInterval(at, at) : row.Occurred,
                facts.HasFlag(Shortfall.Conduct) ? conducts.FirstOrDefault(row.Conduct) : row.Conduct,
                party,
                place ?? row.Place,
                findings
            )
        );
    }

    /// <summary>
    /// A place of the history that is surely in the first zone, and in the sector that is asked for.
    /// </summary>
    private Place? PlaceIn(ConditionKey key)
    {
        foreach (var row in history)
        {
            if (row.Place is { } place && conditions.StandingNow(row.Id)?.Location is { } location)
            {
                var isInside = location.Zones.IsEmpty || location.Zones[0] == Verdict.Met;
                var isInSector =
                    location.Sectors is { IsDefault: false, Length: 1 } only
                    && (key.Sector == 0 || only[0] == key.Sector);
                if (isInside && isInSector)
                {
                    return place;
                }
            }
        }
        return null;
    }
}
