using System.Collections.Immutable;
using Casus.Core.Effects;
using Casus.Core.Lifecycle;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Analysis.Backtest;

/// <summary>The life of the agreement as the run finds it, cut by the span that was asked for (S13).</summary>
internal sealed class LifeSpan(BacktestInput input, Moment? stated)
{
    private Moment? entry = stated;
    private Moment? ended;

    /// <summary>When the last fact became known, its findings included; null where there are no facts.</summary>
    public Moment? LastKnown { get; } = Last(input);

    public void Add(Effect effect)
    {
        if (effect.Kind == EffectKind.EnteredIntoForce)
        {
            entry ??= effect.At;
        }
        else if (effect.Kind == EffectKind.Ended && EndsWhole(effect.Clause))
        {
            ended ??= effect.At;
        }
    }

    /// <summary>
    /// Up to where the run judges: --to; else the end of the life; else the end of the last fact's local day.
    /// </summary>
    public Moment Horizon => input.To ?? End ?? EndOfRecord;

    /// <summary>
    /// Where rows are counted. Without an entry it is empty: it begins after it ends.
    /// </summary>
    public TimeInterval Span
    {
        get
        {
            var from = entry is { } began ? Moment.Max(began, input.From ?? began) : Moment.Forever;
            var to = Moment.Min(End ?? Moment.Forever, input.To ?? Moment.Forever);
            return new TimeInterval(from, to == Moment.Forever ? EndOfRecord : to);
        }
    }

    /// <summary>
    /// Whether an act of that instant lies in the life, whatever the span asked for: from the entry, before the end
    /// (S13, S19).
    /// </summary>
    public bool Holds(Moment at) => entry <= at && !(End <= at);

    /// <summary>
    /// For which an absence of rows says something: the span as far as the record goes, save where coverage is stated.
    /// </summary>
    public TimeInterval Covered =>
        input.CoverageStated ? Span : new TimeInterval(Span.From, Moment.Min(Span.To, EndOfRecord));

    /// <summary>
    /// What of the gaps can matter: from the earliest fact or the life's start, to the end of the life, the span or the
    /// record.
    /// </summary>
    public ImmutableArray<TimeInterval> Within(ImmutableArray<TimeInterval> gaps)
    {
        var first = input.Incidents.Length == 0 ? EndOfRecord : input.Incidents.Min(row => row.Occurred.From);
        var from = Moment.Min(entry ?? first, first);
        var to = Moment.Max(EndOfRecord, Moment.Min(End ?? Moment.Never, input.To ?? Moment.Forever));
        return
        [
            .. gaps.Where(gap => gap.From <= to && gap.To >= from)
                .Select(gap => new TimeInterval(Moment.Max(gap.From, from), Moment.Min(gap.To, to))),
        ];
    }

    private Moment? End => ended ?? Due;

    /// <summary>The end of `lasts so long after entry into force`.</summary>
    private Moment? Due =>
        input.Agreement.Life.Duration is { } term && StartOf(term) is { } start
            ? input.Agreement.Calendar.Add(start, term.Length)
            : null;

    private Moment EndOfRecord
    {
        get
        {
            var calendar = input.Agreement.Calendar;
            return calendar.EndOfDay(calendar.DayOf(LastKnown ?? entry ?? new Moment(0)));
        }
    }

    private Moment? StartOf(LifeTerm term) =>
        term.From switch
        {
            Point.EntryIntoForce => entry,
            Point.Stated(var first, _) => first,
            _ => null,
        };

    private bool EndsWhole(string? clause) =>
        clause is null
        || clause == input.Agreement.Life.Duration?.Clause
        || input.Agreement.Life.Ends.Any(rule => rule.Clause == clause && rule.Article is null);

    private static Moment? Last(BacktestInput input)
    {
        Moment? last = null;
        void Reach(Moment moment) => last = last is { } known ? Moment.Max(known, moment) : moment;
        foreach (var row in input.Incidents)
        {
            Reach(row.KnownAt);
            foreach (var finding in row.Findings)
            {
                Reach(finding.At);
            }
        }
        foreach (var act in input.Acts ?? [])
        {
            Reach(act.KnownAt);
        }
        return last;
    }
}
