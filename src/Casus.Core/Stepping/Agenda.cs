using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>
/// The instants at which the machine wants to be woken, sorted; what is to be done there each part knows for itself.
/// </summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Moment, long> wakes = new();
    private Moment lastAsked = Moment.Never;

    public void Wake(Moment at)
    {
        if (at == lastAsked || at == Moment.Forever)
        {
            return;
        }
        lastAsked = at;
        wakes.Enqueue(at, at.Second);
    }

    /// <summary>The first instant after the given one that was asked for.</summary>
    public Moment? NextAfter(Moment done)
    {
        while (wakes.TryPeek(out var at, out _))
        {
            if (at > done)
            {
                return at;
            }
            wakes.Dequeue();
            lastAsked = Moment.Never;
        }
        return null;
    }
}
