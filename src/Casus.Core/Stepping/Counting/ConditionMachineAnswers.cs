using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>What may be asked of the record as it stands; nothing here changes it.</summary>
public sealed partial class ConditionMachine
{
    /// <summary>
    /// The verdicts of each condition that stands, for each key, on the present record for all instants up to the last
    /// judged. At the end of a run this is hindsight, and what is announced agrees with it.
    /// </summary>
    public ImmutableArray<ConditionTimeline> Hindsight()
    {
        var timelines = ImmutableArray.CreateBuilder<ConditionTimeline>();
        for (var condition = 0; condition < announcers.Length; condition++)
        {
            for (var key = 0; key < announcers[condition].Length; key++)
            {
                timelines.Add(
                    new ConditionTimeline(
                        condition,
                        graph.Tracked(condition)!.Keys[key],
                        [.. Segments(condition, key)],
                        [.. (announcers[condition][key]?.Runs ?? []).Select(HindsightReading.Run)]
                    )
                );
            }
        }
        return timelines.ToImmutable();
    }

    /// <summary>
    /// What a condition's being met at an instant rests on, on the present record: the rows that surely count then, in
    /// order of arrival, and their lower count; no rows where it is not met then, or rests on none.
    /// </summary>
    public ConditionGrounds GroundsOf(int condition, ConditionKey key, Moment at)
    {
        var grounds = new Grounds();
        var node = graph.Tracked(condition);
        for (var place = 0; place < node?.Keys.Count; place++)
        {
            if (node.Keys[place] == key && node.Timelines[place].At(at.Second) == Verdict.Met)
            {
                node.Explain(place, at.Second, grounds);
            }
        }
        var rows = grounds.Rows.OrderBy(row => row.Index).Select(row => row.Row.Id);
        return new ConditionGrounds([.. rows], grounds.Count, grounds.Supposed);
    }

    /// <summary>The numbers of a condition on the present record; zeros for one that does not stand.</summary>
    public ConditionSummary Summary(int condition)
    {
        var runs = announcers[condition].SelectMany(announcer => announcer?.Runs ?? []).ToList();
        var arisings = runs.Select(run => run.Arose).OfType<long>().ToList();
        var met = 0;
        var undetermined = 0;
        for (var key = 0; key < announcers[condition].Length; key++)
        {
            var counted = HindsightReading.Days(Segments(condition, key), days, lastJudged);
            met += counted.Met;
            undetermined += counted.Undetermined;
        }
        return new ConditionSummary(
            condition,
            arisings.Count,
            runs.Count - arisings.Count,
            met,
            undetermined,
            arisings.Count == 0 ? null : new Moment(arisings.Min()),
            arisings.Count == 0 ? null : new Moment(arisings.Max())
        );
    }

    /// <summary>
    /// The standing of a row; null for an id that no row has. A row that breaches any prohibition is a breach.
    /// </summary>
    public StandingOfRow? Standing(string rowId)
    {
        if (record.Find(rowId) is not { } row)
        {
            return null;
        }
        return new StandingOfRow(reading.Locate(row.Row), row.Established, Attributed(row), Breach(row));
    }

    /// <summary>The rows of the present record, in order of arrival, each as it stands.</summary>
    public IEnumerable<RecordStanding> Standings() =>
        from row in record.Rows
        where row.Present
        select new RecordStanding(
            row.Row,
            agreement.Zones.IsEmpty ? Verdict.Undetermined : reading.Zone(row.Place, 0),
            reading.SectorSet(row.Sectors),
            row.Established,
            Attributed(row),
            Breach(row)
        );

    private static Verdict Attributed(RecordedRow row) => row.Attributed ? Verdict.Met : Verdict.Undetermined;

    private Verdict Breach(RecordedRow row)
    {
        var breach = Verdict.NotMet;
        for (var norm = 0; norm < agreement.Norms.Length; norm++)
        {
            breach = agreement.Norms[norm].Stands ? breach.Or(patterns.StandingBreach(row, norm)) : breach;
        }
        return breach;
    }

    /// <summary>
    /// Of the rows of the present record that are not surely outside a zone (null: wherever they lie): how many have a
    /// doubtful place, no party, a doubtful establishment.
    /// </summary>
    public (int Place, int Party, int Establishment) Doubts(int? zone)
    {
        var (place, party, establishment) = (0, 0, 0);
        foreach (var row in record.Rows.Where(row => row.Present))
        {
            var inside = zone is { } index ? reading.Zone(row.Place, index) : Verdict.Met;
            if (inside != Verdict.NotMet)
            {
                place += inside == Verdict.Undetermined ? 1 : 0;
                party += row.Attributed ? 0 : 1;
                establishment += row.Established == Verdict.Undetermined ? 1 : 0;
            }
        }
        return (place, party, establishment);
    }

    /// <summary>Whether a row is in the present record: of the life, and not superseded.</summary>
    public bool InRecord(string rowId) => record.Find(rowId) is { Present: true };

    /// <summary>Rows of the present record, by zone in the order declared.</summary>
    public ImmutableArray<ZoneTotal> ZoneTotals()
    {
        var totals = ImmutableArray.CreateBuilder<ZoneTotal>();
        for (var zone = 0; zone < agreement.Zones.Length; zone++)
        {
            var counts = new int[3];
            foreach (var row in record.Rows)
            {
                if (row.Present)
                {
                    counts[(int)reading.Zone(row.Place, zone)]++;
                }
            }
            totals.Add(new ZoneTotal(zone, counts[0] + counts[1] + counts[2], counts[2], counts[0], counts[1]));
        }
        return totals.DrainToImmutable();
    }

    /// <summary>The number of rows in the present record.</summary>
    public int RowCount => record.Rows.Count(row => row.Present);

    private IEnumerable<VerdictSegment> Segments(int condition, int key) =>
        HindsightReading.Segments(
            graph.Tracked(condition)!.Timelines[key],
            record.LifeFrom ?? long.MaxValue,
            lastJudged
        );
}
