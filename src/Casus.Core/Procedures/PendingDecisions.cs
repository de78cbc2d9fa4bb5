using System.Collections.Immutable;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Procedures;

/// <summary>A decision whose trigger is met, and which is not open yet.</summary>
internal sealed record PendingDecision(
    Procedure Procedure,
    Arising Arising,
    bool Supposed,
    ImmutableArray<long> Effects
);

/// <summary>
/// Decisions that wait for their anchor (S18): until it has happened no vote counts, and if it never comes they never
/// open. Asked again only where something has happened that they may wait for.
/// </summary>
internal sealed class PendingDecisions(Court court)
{
    private readonly SortedDictionary<long, List<PendingDecision>> pending = [];
    private readonly SortedSet<long> touched = [];
    private bool touchedAll;
    private Moment? wakeAt;

    /// <summary>Something happened that a decision may have waited for.</summary>
    public bool IsTouched => pending.Count > 0 && (touchedAll || touched.Count > 0);

    public void Add(Procedure procedure, Arising arising, bool supposed, ImmutableArray<long> effects)
    {
        if (!pending.TryGetValue(arising.Id, out var items))
        {
            pending[arising.Id] = items = [];
        }
        items.Add(new PendingDecision(procedure, arising, supposed, effects));
        touched.Add(arising.Id);
    }

    /// <summary>Something has happened in an arising; none given: anywhere.</summary>
    public void Touch(Arising? arising)
    {
        if (arising is null)
        {
            touchedAll = true;
        }
        else
        {
            touched.Add(arising.Id);
        }
    }

    public void Close(string? article)
    {
        foreach (var items in pending.Values)
        {
            items.RemoveAll(item => article is null || item.Procedure.Article == article);
        }
    }

    /// <summary>Takes out, in text order, those that open now, with what their anchor supposes.</summary>
    public IReadOnlyList<(PendingDecision Item, bool Supposed)> Take()
    {
        if (wakeAt <= court.Now)
        {
            (touchedAll, wakeAt) = (true, null);
        }
        if (!IsTouched)
        {
            touched.Clear();
            touchedAll = false;
            return [];
        }
        long[] concerned = touchedAll ? [.. pending.Keys] : [.. touched];
        touched.Clear();
        touchedAll = false;
        List<PendingDecision> items = [];
        foreach (var id in concerned)
        {
            if (pending.TryGetValue(id, out var waiting))
            {
                items.AddRange(waiting);
            }
        }
        var taken = new List<(PendingDecision, bool)>();
        foreach (var item in items.OrderBy(item => item.Procedure.Order))
        {
            if (IsBarred(item))
            {
                Forget(item);
            }
            else if (IsAnchored(item, out var supposed))
            {
                Forget(item);
                taken.Add((item, supposed));
            }
        }
        return taken;
    }

    /// <summary>Its trigger is gone, or lies where nothing arises: it never opens.</summary>
    private bool IsBarred(PendingDecision item) =>
        item.Arising.Withdrawn
        || !court.Life.IsInForce(item.Procedure.Article, item.Arising.At)
        || court.Suspensions.Holds(item.Procedure.Article, item.Arising.At);

    private bool IsAnchored(PendingDecision item, out bool supposed)
    {
        supposed = item.Supposed;
        var procedure = item.Procedure;
        if (court.Suspensions.IsActive(procedure.Article))
        {
            return false;
        }
        if ((procedure.OpensAfter ?? procedure.Deadline?.From) is not { } anchor)
        {
            return true;
        }
        var context = new PointReader.Context(item.Arising, court.Now, null);
        if (court.Points.Read(anchor, context) is not { } instant)
        {
            return false;
        }
        if (procedure.OpensAfter is not null && instant.First > court.Now)
        {
            wakeAt = wakeAt is { } sooner ? Moment.Min(sooner, instant.First) : instant.First;
            court.Agenda.Wake(instant.First);
            return false;
        }
        supposed |= instant.Supposed;
        return true;
    }

    private void Forget(PendingDecision item)
    {
        var items = pending[item.Arising.Id];
        items.Remove(item);
        if (items.Count == 0)
        {
            pending.Remove(item.Arising.Id);
        }
    }
}
