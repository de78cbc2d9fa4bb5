using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>Matches what was done to what is owed (S17 Performance, Quantity).</summary>
internal sealed class Performances(Court court)
{
    /// <summary>An act by one name that has performed nothing yet.</summary>
    private sealed record Unspent(Act Act, string By)
    {
        public bool Spent { get; set; }
    }

    /// <summary>Instances in the order in which they arose; those before the head are closed.</summary>
    private sealed class Queue
    {
        public List<Duty> Duties { get; } = [];
        public int Head { get; set; }
    }

    private readonly Dictionary<(string Clause, string Name), Queue> byClause = [];
    private readonly Dictionary<(ActKind Kind, string Name), Queue> byVerb = [];
    private readonly Dictionary<(string Clause, string Name), List<Unspent>> unspentByClause = [];
    private readonly Dictionary<(ActKind Kind, string Name), List<Unspent>> unspentByVerb = [];

    /// <summary>
    /// The kind of act that performs a duty of a verb without naming its clause; null: only a performance does.
    /// </summary>
    public static ActKind? KindOfVerb(string verb) =>
        verb.ToLowerInvariant() switch
        {
            "warn" => ActKind.Warning,
            "request" or "ask" => ActKind.Request,
            "notify" or "report" or "inform" => ActKind.Notice,
            "state" or "declare" => ActKind.Statement,
            "consult" => ActKind.Consultation,
            _ => null,
        };

    /// <summary>Whether a norm is the duty of a point's verb: `the consultation` of `shall consult`.</summary>
    public static bool IsOfVerb(Norm norm, ActPattern pattern) =>
        string.Equals(norm.Verb, pattern.Verb, StringComparison.OrdinalIgnoreCase)
        || (KindOfVerb(norm.Verb) is { } kind && kind == pattern.Kind);

    /// <summary>Whether `about` names the instance: by its effect, or by an incident that it arose from.</summary>
    public static bool IsAbout(Duty duty, string about) =>
        duty.Arising.Facts.Contains(about)
        || about == duty.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public void Watch(Duty duty)
    {
        if (!duty.IsToDo)
        {
            return;
        }
        foreach (var name in NamesOf(duty))
        {
            Add(byClause, (duty.Norm.Clause, name), duty);
            if (KindOfVerb(duty.Norm.Verb) is { } kind)
            {
                Add(byVerb, (kind, name), duty);
            }
        }
    }

    /// <summary>
    /// An act discharges, or adds to, the oldest instance that it may perform; else it waits for one to arise.
    /// </summary>
    public void Perform(Act act)
    {
        foreach (var name in act.By)
        {
            if (Oldest(act, name) is { } duty)
            {
                Apply(duty, act, name);
            }
            else
            {
                Keep(act, name);
            }
        }
    }

    /// <summary>Help given after the act and before it was known counts when both are known.</summary>
    public void MatchEarlier(Duty duty)
    {
        if (!duty.IsToDo)
        {
            return;
        }
        foreach (var name in NamesOf(duty))
        {
            Match(duty, unspentByClause.GetValueOrDefault((duty.Norm.Clause, name)), byVerb: false);
            if (KindOfVerb(duty.Norm.Verb) is { } kind)
            {
                Match(duty, unspentByVerb.GetValueOrDefault((kind, name)), byVerb: true);
            }
        }
    }

    private void Match(Duty duty, List<Unspent>? acts, bool byVerb)
    {
        if (acts is null)
        {
            return;
        }
        foreach (var unspent in acts)
        {
            if (!unspent.Spent && duty.IsOwed && Fits(duty, unspent.Act, unspent.By, byVerb))
            {
                unspent.Spent = true;
                Apply(duty, unspent.Act, unspent.By);
            }
        }
        acts.RemoveAll(unspent => unspent.Spent);
    }

    private Duty? Oldest(Act act, string name)
    {
        if (act.Clause is { } clause)
        {
            return Oldest(byClause.GetValueOrDefault((clause, name)), act, name, byVerb: false);
        }
        if (act.Kind != ActKind.Performance)
        {
            return Oldest(byVerb.GetValueOrDefault((act.Kind, name)), act, name, byVerb: true);
        }
        return null;
    }

    private static Duty? Oldest(Queue? queue, Act act, string name, bool byVerb)
    {
        if (queue is null)
        {
            return null;
        }
        while (queue.Head < queue.Duties.Count && IsClosed(queue.Duties[queue.Head]))
        {
            queue.Head++;
        }
        for (var i = queue.Head; i < queue.Duties.Count; i++)
        {
            if (Fits(queue.Duties[i], act, name, byVerb))
            {
                return queue.Duties[i];
            }
        }
        return null;
    }

    private static bool IsClosed(Duty duty) =>
        duty.DischargedAt is not null || duty.WithoutCause || duty.Ended || duty.Excused;

    private static bool Fits(Duty duty, Act act, string name, bool byVerb)
    {
        if (!duty.IsOwed || act.At < duty.TriggerAt)
        {
            return false;
        }
        if (act.About is { } about)
        {
            return IsAbout(duty, about);
        }
        if (byVerb && act.To is { } to && duty.Beneficiary is { } owed && !AreSame(to, owed))
        {
            return false;
        }
        // What is done in one year counts for that year: it carries neither forward nor back.
        if (duty.Recurring && act.At > duty.Due)
        {
            return false;
        }
        var repeats =
            duty.IsJoint && act.Quantity is null && duty.HasParts && duty.Parts.Exists(part => part.By == name);
        return !repeats;
    }

    private void Apply(Duty duty, Act act, string name)
    {
        var amount = duty.Norm.Amount;
        if (amount is not null && act.Quantity is not null && !IsOfUnit(act.Unit, amount.Unit))
        {
            court.Refuse(act, duty.Norm.Clause, name, $"it counts {act.Unit}, and what is owed is {amount.Unit}");
            return;
        }
        var because = Court.BecauseOf(act, duty.Seq);
        if (amount is not null && act.Quantity is { } quantity)
        {
            duty.Parts.Add(new Part(act, name, quantity));
            if (ReachedAt(duty, amount.AtLeast) is { } reached)
            {
                court.Duties.Discharge(duty, reached, because, act);
            }
        }
        else if (duty.IsJoint && !IsWhole(duty, name))
        {
            duty.Parts.Add(new Part(act, name, null));
            if (duty.Members.All(member => duty.Parts.Exists(part => part.By == member)))
            {
                var last = duty.Parts.Where(part => part.Quantity is null).MaxBy(part => part.Act.At.Second)!;
                court.Duties.Discharge(duty, last.Act.At, because, act);
            }
        }
        else
        {
            court.Duties.Discharge(duty, act.At, because, act);
        }
    }

    /// <summary>
    /// The instant of the part with which the sum reaches the amount, in the order in which the parts were done.
    /// </summary>
    private static Moment? ReachedAt(Duty duty, decimal amount)
    {
        var sum = 0m;
        foreach (var part in duty.Parts.Where(part => part.Quantity is not null).OrderBy(part => part.Act.At.Second))
        {
            sum += part.Quantity!.Value;
            if (sum >= amount)
            {
                return part.Act.At;
            }
        }
        return null;
    }

    private bool IsWhole(Duty duty, string name) =>
        AreSame(name, duty.Bearer)
        || court.Agreement.Groups.Any(group =>
            AreSame(group.Name, name) && duty.Members.All(member => group.Members.Contains(member))
        );

    private IEnumerable<string> NamesOf(Duty duty)
    {
        if (!duty.IsJoint)
        {
            return duty.Members;
        }
        var groups = court.Agreement.Groups.Where(group => IsWhole(duty, group.Name)).Select(group => group.Name);
        return duty.Members.Append(duty.Bearer).Concat(groups).Distinct(StringComparer.Ordinal);
    }

    private void Keep(Act act, string name)
    {
        if (act.Clause is { } clause)
        {
            if (court.Text.Of(clause).Any(norm => norm.IsDuty))
            {
                Add(unspentByClause, (clause, name), new Unspent(act, name));
            }
        }
        else if (act.Kind != ActKind.Performance)
        {
            Add(unspentByVerb, (act.Kind, name), new Unspent(act, name));
        }
    }

    private static void Add<TKey>(Dictionary<TKey, Queue> queues, TKey key, Duty duty)
        where TKey : notnull
    {
        if (!queues.TryGetValue(key, out var queue))
        {
            queues[key] = queue = new Queue();
        }
        queue.Duties.Add(duty);
    }

    private static void Add<TKey>(Dictionary<TKey, List<Unspent>> acts, TKey key, Unspent act)
        where TKey : notnull
    {
        if (!acts.TryGetValue(key, out var list))
        {
            acts[key] = list = [];
        }
        list.Add(act);
    }

    /// <summary>Units are compared as words: exercise and exercises are one.</summary>
    private static bool IsOfUnit(string? given, string owed) =>
        given is null || AreSame(given, owed) || AreSame(given + "s", owed) || AreSame(given, owed + "s");

    private static bool AreSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
