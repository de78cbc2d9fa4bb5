using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;

namespace Casus.Reference;

/// <summary>
/// Which acts self-defence excuses under one norm (S9): the least fixed point, from undetermined, by plain iteration.
/// </summary>
internal sealed class SelfDefenceJudge
{
    private readonly RecordAt record;
    private readonly RowStanding standing;
    private readonly PlaceJudge places;
    private readonly IncidentPattern contrary;
    private readonly IReadOnlyList<SelfDefence> exceptions;
    private readonly Dictionary<(IncidentRow Row, string Party), Verdict> excused = [];

    public SelfDefenceJudge(RecordAt record, RowStanding standing, PlaceJudge places, Norm norm)
    {
        this.record = record;
        this.standing = standing;
        this.places = places;
        contrary = record.Agreement.Patterns[norm.Contrary!.Value];
        Addressees = contrary.By is { } by ? by.Names : norm.Bearers.Actors.Names;
        exceptions = [.. norm.Exceptions.Where(e => e.SelfDefence is not null).Select(e => e.SelfDefence!)];
        foreach (var row in record.Rows)
        {
            foreach (var party in Addressees)
            {
                excused[(row, party)] = exceptions.Count == 0 ? Verdict.NotMet : Verdict.Undetermined;
            }
        }
        Iterate();
    }

    public IReadOnlyList<string> Addressees { get; }

    /// <summary>Excused, if it was this party's act.</summary>
    public Verdict Excused(IncidentRow row, string party) => excused[(row, party)];

    private void Iterate()
    {
        bool moved;
        do
        {
            moved = false;
            var next = excused.Keys.ToDictionary(key => key, key => Answers(key.Row, key.Party));
            foreach (var (key, verdict) in next)
            {
                moved |= excused[key] != verdict;
                excused[key] = verdict;
            }
        } while (moved);
    }

    private Verdict Answers(IncidentRow row, string party)
    {
        var verdict = Verdict.NotMet;
        foreach (var exception in exceptions)
        {
            foreach (var other in record.Rows.Where(other => !ReferenceEquals(other, row)))
            {
                foreach (var attacker in Addressees.Where(name => name != party))
                {
                    verdict = verdict.Or(Answers(exception, row, party, other, attacker));
                }
            }
        }
        return verdict;
    }

    private Verdict Answers(SelfDefence exception, IncidentRow row, string party, IncidentRow other, string attacker) =>
        standing
            .Party(other, attacker)
            .And(Struck(other, party))
            .And(places.Conduct(other, contrary))
            .And(places.Places(other, contrary))
            .And(RecordAt.Exists(other))
            .And(record.Life(other))
            .And(excused[(other, attacker)].Not())
            .And(standing.Established(other))
            .And(exception.SameSector ? SameSector(row, other) : Verdict.Met)
            .And(Before(other, row, exception.WithinSeconds));

    private Verdict Struck(IncidentRow other, string party)
    {
        if (other.Against is not null)
        {
            return VerdictLogic.Of(other.Against == party);
        }
        return Addressees.Count == 2 ? Verdict.Met : Verdict.Undetermined;
    }

    private Verdict SameSector(IncidentRow x, IncidentRow y)
    {
        if (record.Agreement.Sectors is not { Count: > 0 })
        {
            return Verdict.Met;
        }
        var a = record.LocationOf(x).Sectors;
        var b = record.LocationOf(y).Sectors;
        if (a is { IsDefault: false, Length: 0 } || b is { IsDefault: false, Length: 0 })
        {
            // What surely lies in no sector lies in the same one as nothing.
            return Verdict.NotMet;
        }
        if (a.IsDefault || b.IsDefault)
        {
            return Verdict.Undetermined;
        }
        return !a.Intersect(b).Any() ? Verdict.NotMet
            : a.Length == 1 && b.Length == 1 ? Verdict.Met
            : Verdict.Undetermined;
    }

    /// <summary>The other strictly before the row, and at most so long before it.</summary>
    private static Verdict Before(IncidentRow other, IncidentRow row, long seconds)
    {
        var o = other.Occurred;
        var r = row.Occurred;
        if (o.To < r.From && r.To.Second - o.From.Second <= seconds)
        {
            return Verdict.Met;
        }
        return o.From >= r.To || r.From.Second - o.To.Second > seconds ? Verdict.NotMet : Verdict.Undetermined;
    }
}
