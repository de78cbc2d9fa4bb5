using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Facts;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>
/// Replays of one history with other facts, within a number of replays. What the first replay supposed of the
/// entry into force, and how far
/// it judged, stays, so that nothing but the facts differs.
/// </summary>
internal sealed class Variants
{
    private readonly BacktestInput input;
    private readonly EntryIntoForce entry;

    public Variants(BacktestInput input, int mostReplays)
    {
        this.input = input;
        entry = EntryIntoForce.Of(input) ?? throw new ArgumentException("There is nothing to replay.", nameof(input));
        MostReplays = mostReplays;
        Base = ReplayedHistory.Of(input, entry, input);
    }

    public ReplayedHistory Base { get; }
    public int MostReplays { get; }

    /// <summary>Replays made, the first not counted.</summary>
    public int Replays { get; private set; }
    public bool IsExhausted => Replays >= MostReplays;

    public ReplayedHistory Replay(ImmutableArray<IncidentRow> rows, ImmutableArray<Act>? acts)
    {
        Replays++;
        var changed = input with { Incidents = rows, Acts = acts };
        var last = new LifeSpan(changed, entry.Stated).LastKnown ?? Base.Judged;
        return ReplayedHistory.Of(changed, entry, input, horizon: Moment.Max(Base.Judged, last));
    }

    public ReplayedHistory Without(IReadOnlySet<FactRef> facts)
    {
        var ids = facts.Where(fact => fact.Finding is null).Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        var findings = facts.Where(fact => fact.Finding is not null).ToHashSet();
        var rows = input
            .Incidents.Where(row => !ids.Contains(row.Id))
            .Select(row => findings.Count == 0 ? row : RowCopies.Without(row, findings));
        return Replay([.. rows], input.Acts is { } acts ? [.. acts.Where(act => !ids.Contains(act.Id))] : null);
    }

    /// <summary>What was known at an instant, judged there.</summary>
    public ReplayedHistory AsKnownAt(Moment instant, ImmutableArray<IncidentRow>? rows = null)
    {
        Replays++;
        var changed = input with { Incidents = rows ?? input.Incidents };
        return ReplayedHistory.Of(changed, entry, input, until: instant);
    }
}
