using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>Whether a row is what a pattern asks for, on one record (S2 to S9).</summary>
internal sealed class PatternJudge
{
    private readonly RecordAt record;
    private readonly PlaceJudge places;
    private readonly Dictionary<int, SelfDefenceJudge> defences = [];

    public PatternJudge(RecordAt record)
    {
        this.record = record;
        Same = new SameIncident(record);
        Standing = new RowStanding(record, Same);
        places = new PlaceJudge(record);
    }

    public SameIncident Same { get; }

    public RowStanding Standing { get; }

    /// <summary>
    /// The verdict for the acts of a row, but for whether there are any. Parties: any of them will do; null asks for
    /// none. Sector 0 asks for none.
    /// </summary>
    public Verdict Judge(IncidentRow row, IncidentPattern pattern, IReadOnlyList<string>? parties, int sector)
    {
        var verdict = Asked(row, pattern).And(places.Sector(row, sector));
        if (parties is not null)
        {
            verdict = verdict.And(AnyParty(row, parties));
        }
        if (!pattern.BreachOf.IsEmpty)
        {
            verdict = verdict.And(
                pattern.BreachOf.Select(norm => BreachOf(row, norm, parties)).Aggregate(VerdictLogic.Or)
            );
        }
        return verdict.And(Standing.Stands(row)).And(record.Life(row));
    }

    /// <summary>
    /// `standing.breach`: contrary in conduct, place and party, and not excused; whatever is established of it.
    /// </summary>
    public Verdict StandingBreach(IncidentRow row, int norm)
    {
        var contrary = record.Agreement.Patterns[record.Agreement.Norms[norm].Contrary!.Value];
        var defence = Defence(norm);
        return places
            .Conduct(row, contrary)
            .And(places.Places(row, contrary))
            .And(AnyParty(row, defence.Addressees))
            .And(Excused(row, defence, defence.Addressees).Not());
    }

    private Verdict Asked(IncidentRow row, IncidentPattern pattern)
    {
        var verdict = places.Conduct(row, pattern).And(places.Places(row, pattern)).And(Against(row, pattern));
        if (pattern.CalibreAtLeastMm is { } least)
        {
            verdict = verdict.And(row.CalibreMm is { } mm ? VerdictLogic.Of(mm >= least) : Verdict.Undetermined);
        }
        if (pattern.CalibreMoreThanMm is { } more)
        {
            verdict = verdict.And(row.CalibreMm is { } mm ? VerdictLogic.Of(mm > more) : Verdict.Undetermined);
        }
        if (pattern.Target is not null)
        {
            verdict = verdict.And(
                row.Target is null ? Verdict.Undetermined : VerdictLogic.Of(row.Target == pattern.Target)
            );
        }
        if (!pattern.Predicates.IsEmpty || !pattern.OpenTextured.IsEmpty)
        {
            verdict = verdict.And(Verdict.Undetermined);
        }
        if (pattern.Established)
        {
            verdict = verdict.And(Standing.Established(row));
        }
        return pattern.Attributed ? verdict.And(Standing.Attributed(row)) : verdict;
    }

    private static Verdict Against(IncidentRow row, IncidentPattern pattern) =>
        pattern.Against.IsEmpty ? Verdict.Met
        : row.Against is null ? Verdict.Undetermined
        : VerdictLogic.Of(pattern.Against.Contains(row.Against));

    private Verdict AnyParty(IncidentRow row, IReadOnlyList<string> parties) =>
        parties.Select(party => Standing.Party(row, party)).Aggregate(Verdict.NotMet, VerdictLogic.Or);

    private Verdict BreachOf(IncidentRow row, int index, IReadOnlyList<string>? parties)
    {
        var norm = record.Agreement.Norms[index];
        if (norm.Contrary is not { } contrary)
        {
            return Verdict.NotMet;
        }
        var defence = Defence(index);
        var bound = parties is null ? defence.Addressees : [.. defence.Addressees.Intersect(parties)];
        var verdict = Asked(row, record.Agreement.Patterns[contrary])
            .And(AnyParty(row, bound))
            .And(AsFrom(row, norm))
            .And(Excused(row, defence, bound).Not());
        var doubted = norm.Exceptions.Any(exception => exception.Condition is Condition.OpenTextured);
        return doubted ? verdict.And(Verdict.Undetermined) : verdict;
    }

    private Verdict AsFrom(IncidentRow row, Norm norm) =>
        norm.AsFrom is null || Instant(norm.AsFrom) is not { } from ? Verdict.Met
        : row.Occurred.From >= from ? Verdict.Met
        : row.Occurred.To < from ? Verdict.NotMet
        : Verdict.Undetermined;

    /// <summary>Points that the calendar and the life alone can tell.</summary>
    private Moment? Instant(Point point) =>
        point switch
        {
            Point.Stated stated => stated.First,
            Point.EntryIntoForce => record.LifeFrom,
            Point.Offset offset when Instant(offset.From) is { } from => offset.Before
                ? record.Agreement.Calendar.Subtract(from, offset.Length)
                : record.Agreement.Calendar.Add(from, offset.Length),
            _ => null,
        };

    /// <summary>
    /// Excused whoever of these it was: settled by the party if that is settled, else only if all agree.
    /// </summary>
    private Verdict Excused(IncidentRow row, SelfDefenceJudge defence, IReadOnlyList<string> parties)
    {
        var sure = parties.Where(party => Standing.Party(row, party) == Verdict.Met).ToList();
        var possible = sure.Count > 0 ? sure : [.. parties.Where(p => Standing.Party(row, p) != Verdict.NotMet)];
        var verdicts = possible.Select(party => defence.Excused(row, party)).Distinct().ToList();
        return verdicts.Count == 1 ? verdicts[0] : Verdict.Undetermined;
    }

    private SelfDefenceJudge Defence(int norm)
    {
        if (!defences.TryGetValue(norm, out var defence))
        {
            defence = new SelfDefenceJudge(record, Standing, places, record.Agreement.Norms[norm]);
            defences[norm] = defence;
        }
        return defence;
    }
}
