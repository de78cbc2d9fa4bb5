using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>Why a condition stands, or does not, on the present record; nothing here changes it.</summary>
public sealed partial class ConditionMachine
{
    /// <summary>The keys of a condition that is followed; none where it does not stand.</summary>
    public IReadOnlyList<ConditionKey> KeysOf(int condition) => graph.Tracked(condition)?.Keys ?? [];

    /// <summary>The verdict of a key at an instant up to the last judged; not met outside the life.</summary>
    public Verdict VerdictAt(int condition, ConditionKey key, Moment at)
    {
        if (graph.Tracked(condition) is not { } node || !(record.LifeFrom <= at.Second))
        {
            return Verdict.NotMet;
        }
        var index = IndexOf(node, key);
        return index < 0 ? Verdict.NotMet : node.Timelines[index].At(at.Second);
    }

    /// <summary>
    /// The count beneath a condition that is one (or a series, or one of these by some parties); null for any
    /// other.
    /// </summary>
    public CountReading? CountAt(int condition, ConditionKey key, Moment at) =>
        Counted(condition, key) is var (node, index) ? node.Read(index, at.Second, record.Rows, patterns) : null;

    /// <summary>What the key would count at least if these rows, and no others, counted for sure.</summary>
    public long LowerOf(int condition, ConditionKey key, IEnumerable<string> rows) =>
        Counted(condition, key) is var (node, _)
            ? node.Function.Joint.Lower([.. rows.Select(record.Find).OfType<RecordedRow>()])
            : 0;

    /// <summary>
    /// Where, in the life and in a span, a count came nearest to its threshold, over those of its keys that are
    /// asked for; null where it is no
    /// count, or nothing was ever possible.
    /// </summary>
    public CountPeak? Peak(int condition, Func<ConditionKey, bool> isAsked, TimeInterval? span = null)
    {
        var from = Math.Max(record.LifeFrom ?? long.MaxValue, span?.From.Second ?? long.MinValue);
        var to = Math.Min(lastJudged, span?.To.Second ?? long.MaxValue);
        CountPeak? nearest = null;
        foreach (var key in KeysOf(condition).Where(isAsked))
        {
            if (Counted(condition, key) is not var (node, index))
            {
                return null;
            }
            var peak = node.Peak(index, from, to, lastJudged);
            nearest = peak is not null && (nearest is null || IsNearer(peak, nearest)) ? peak : nearest;
        }
        return nearest;
    }

    /// <summary>
    /// Rows of the present record that began by an instant, against a pattern that a trigger watches: what each
    /// lacks.
    /// </summary>
    public CountReading RowsOf(int pattern, string? party, Moment at)
    {
        var key = patterns.AnyParties[pattern];
        if (party is not null)
        {
            key = new PartyKey(party, [reading.PartyOf(party)]);
        }
        var rows = ImmutableArray.CreateBuilder<RowReason>();
        foreach (var row in record.Rows.Where(row => row.Present && row.From <= at.Second))
        {
            rows.Add(Reason(row, patterns.Facets(row, pattern, key)));
        }
        var lower = rows.Where(row => row.Verdict == Verdict.Met).Sum(row => Math.Min(row.Least, 1));
        var upper = rows.LongCount(row => row.Verdict != Verdict.NotMet);
        return new CountReading(
            pattern,
            new ConditionKey(party ?? ConditionKey.AnyParty, 0),
            1,
            lower,
            upper,
            Unbounded: false,
            rows.ToImmutable()
        );
    }

    /// <summary>What the record says of a row as such; null for an id that it does not have.</summary>
    public RowStanding? StandingNow(string rowId)
    {
        if (record.Find(rowId) is not { } row)
        {
            return null;
        }
        return new RowStanding(
            reading.Locate(row.Row),
            row.Present,
            row.Scope,
            row.Established,
            row.NotRejected,
            row.Attributed,
            reading.NameOf(row.Party),
            evidence.EstablishedAt(row, lastJudged) is { } established ? new Moment(established) : null,
            evidence.AttributedAt(row, lastJudged) is { } attributed ? new Moment(attributed) : null,
            [.. (row.Links ?? []).Select(link => link.Other.Row.Id)]
        );
    }

    internal static RowReason Reason(RecordedRow row, (Shortfall Doubtful, Shortfall Failing) facets) =>
        new(
            row.Row.Id,
            facets.Doubtful | (row.Existence == Verdict.Undetermined ? Shortfall.Count : Shortfall.None),
            facets.Failing | (row.Existence == Verdict.NotMet ? Shortfall.Count : Shortfall.None),
            row.Row.CountMin,
            row.Row.CountMax
        );

    /// <summary>A count that could be met is nearer than one that could not; then the surer one.</summary>
    private static bool IsNearer(CountPeak a, CountPeak b) => CountNode.Rank(a).CompareTo(CountNode.Rank(b)) > 0;

    private (CountNode Node, int Key)? Counted(int condition, ConditionKey key)
    {
        while (agreement.Conditions[condition].Condition is Condition.Of of)
        {
            condition = of.Condition;
        }
        return graph.Tracked(condition) is CountNode node && IndexOf(node, key) is >= 0 and var index
            ? (node, index)
            : null;
    }

    private static int IndexOf(ConditionNode node, ConditionKey key)
    {
        for (var index = 0; index < node.Keys.Count; index++)
        {
            if (node.Keys[index] == key)
            {
                return index;
            }
        }
        return -1;
    }
}

/// <summary>A row as the record has it: where it lies, whether it stands, and the findings that settled it.</summary>
/// <param name="Present">In the life, and not superseded.</param>
/// <param name="Party">To whom it is attributed; null where nobody is known.</param>
/// <param name="Linked">Rows that are, or may be, about the same incident.</param>
public sealed record RowStanding(
    Geography.Location Location,
    bool Present,
    Verdict Scope,
    Verdict Established,
    Verdict NotRejected,
    bool Attributed,
    string? Party,
    Moment? EstablishedAt,
    Moment? AttributedAt,
    ImmutableArray<string> Linked
);
