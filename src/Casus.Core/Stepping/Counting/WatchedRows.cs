using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// Rows as triggers: what a watched pattern, and what is deemed to be it, says of each row, told when it changes (S17,
/// S19).
/// </summary>
internal sealed class WatchedRows
{
    private readonly PatternJudge patterns;
    private readonly EvidenceJudge evidence;
    private readonly RowReading reading;
    private readonly ImmutableArray<int> watched;
    private readonly ImmutableArray<int>[] asked;

    public WatchedRows(
        Agreement agreement,
        IReadOnlyList<int> watched,
        PatternJudge patterns,
        EvidenceJudge evidence,
        RowReading reading
    )
    {
        this.patterns = patterns;
        this.evidence = evidence;
        this.reading = reading;
        this.watched = [.. watched];
        asked =
        [
            .. watched.Select(pattern =>
                agreement
                    .Deemings.Where(deeming => deeming.To == pattern)
                    .Select(deeming => deeming.From)
                    .Prepend(pattern)
                    .ToImmutableArray()
            ),
        ];
    }

    /// <summary>The changes among these rows, by pattern and then in their order.</summary>
    public void Judge(List<RecordedRow> rows, long now, List<RowJudged> into)
    {
        for (var i = 0; i < watched.Length; i++)
        {
            foreach (var row in rows)
            {
                var before = row.Told is { } told ? told[i] : Verdict.NotMet;
                var verdict = Judge(row, i);
                if (verdict == before)
                {
                    continue;
                }
                (row.Told ??= new Verdict[watched.Length])[i] = verdict;
                into.Add(Tell(row, watched[i], before, verdict, now));
            }
        }
    }

    private Verdict Judge(RecordedRow row, int index)
    {
        var verdict = Verdict.NotMet;
        foreach (var pattern in asked[index])
        {
            verdict = verdict.Or(patterns.Judge(row, pattern, patterns.AnyParties[pattern]));
        }
        return verdict.And(row.Existence);
    }

    private RowJudged Tell(RecordedRow row, int pattern, Verdict before, Verdict verdict, long now)
    {
        var sectors = row.Sectors == RowReading.AllSectors ? [] : reading.SectorSet(row.Sectors);
        return new RowJudged(pattern, row.Row, before, verdict, new Moment(now))
        {
            Party = row.Attributed ? reading.NameOf(row.Party) ?? row.Row.Party : null,
            Sector = sectors.Length == 1 ? sectors[0] : null,
            EstablishedAt = evidence.EstablishedAt(row, now) is { } established ? new Moment(established) : null,
            AttributedAt = evidence.AttributedAt(row, now) is { } attributed ? new Moment(attributed) : null,
        };
    }
}
