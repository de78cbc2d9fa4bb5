using Casus.Core.Facts;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>All orders over one lens: each sees what the others find.</summary>
internal sealed class Comparison
{
    private readonly Dictionary<int, bool> moved = [];
    private readonly HashSet<int> asking = [];
    private readonly HashSet<string> procedures = new(StringComparer.Ordinal);

    public Comparison(Lens lens)
    {
        Lens = lens;
        Places = new PlaceOrder(lens);
        Evidence = new EvidenceOrder(lens);
        Points = new PointOrder(lens, ActsMoved, ProcedureMoved)
        {
            Evidence = Evidence,
            Conditions = (old, now, owner) => Conditions!.Of(old, now, owner),
            Entry = () => Life!.Entry(),
        };
        Patterns = new PatternOrder(lens, Places, Evidence, Points);
        Conditions = new ConditionOrder(lens, Patterns, Places, Evidence, Points, ActsMoved, ProcedureMoved);
        Life = new LifeOrder(lens, Conditions, Points);
        Procedures = new ProcedureOrder(lens, Points);
        Norms = new NormOrder(lens, Patterns, Conditions, Points, Life, ActsMoved, ProcedureMoved, NormMoved);
    }

    public Lens Lens { get; }
    public PlaceOrder Places { get; }
    public EvidenceOrder Evidence { get; }
    public PointOrder Points { get; }
    public PatternOrder Patterns { get; }
    public ConditionOrder Conditions { get; }
    public LifeOrder Life { get; }
    public ProcedureOrder Procedures { get; }
    public NormOrder Norms { get; }

    /// <summary>
    /// Whether anything of a norm of the old text is changed. A circle of norms that read each other is unchanged if
    /// nothing in it is, so a question that comes back to itself answers no.
    /// </summary>
    public bool NormMoved(int old)
    {
        if (moved.TryGetValue(old, out var known))
        {
            return known;
        }
        if (!asking.Add(old))
        {
            return false;
        }
        var norm = Lens.Old.Norms[old];
        var answer = Lens.Map.Norms.TryGetValue(old, out var twin)
            ? !Norms.Of(old, twin).IsSame
                || Lens.From(Lens.Map.ItemOf(norm.Clause, null), Bearers(norm, Lens.New.Norms[twin])) != Order.Same
            : norm.Stands && Lens.In(Lens.Map.ItemOf(norm.Clause, null), Order.Less) != Order.Same;
        asking.Remove(old);
        // Inside a circle the answer may rest on a question that is still open: it is asked anew outside.
        if (asking.Count == 0 || answer)
        {
            moved[old] = answer;
        }
        return answer;
    }

    private Order Bearers(Norm old, Norm now) =>
        old.Bearers.Actors.Role != now.Bearers.Actors.Role
            ? Order.Unknown
            : Lens.OfSets(old.Bearers.Actors.Names, now.Bearers.Actors.Names);

    /// <summary>
    /// Whether the acts of a kind come about otherwise: they are performances of duties, done or supposed.
    /// </summary>
    private bool ActsMoved(ActPattern old, ActPattern now)
    {
        var before = Lens.Old.Norms;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i].IsDuty && Performs(before[i], old) && NormMoved(i))
            {
                return true;
            }
        }
        var known = Lens.Map.Norms.Values.ToHashSet();
        return Enumerable
            .Range(0, Lens.New.Norms.Length)
            .Any(i =>
                !known.Contains(i)
                && Lens.New.Norms[i] is { IsDuty: true, Stands: true } norm
                && Performs(norm, now)
                && Lens.In(Lens.Map.ItemOf(null, norm.Clause), Order.More) != Order.Same
            );
    }

    private static bool Performs(Norm norm, ActPattern act) =>
        string.Equals(norm.Verb, act.Verb, StringComparison.OrdinalIgnoreCase)
        || (norm.IsProcedural && KindOf(norm.Verb) == act.Kind);

    private static ActKind? KindOf(string verb) =>
        verb switch
        {
            "warn" => ActKind.Warning,
            "request" or "call" => ActKind.Request,
            "notify" or "inform" or "report" => ActKind.Notice,
            "state" or "declare" => ActKind.Statement,
            "consult" => ActKind.Consultation,
            _ => null,
        };

    private bool ProcedureMoved(string old, string now)
    {
        if (!procedures.Add(old))
        {
            return false;
        }
        try
        {
            var before = Lens.Old.Procedures.FirstOrDefault(each => each.Clause == old);
            var after = Lens.New.Procedures.FirstOrDefault(each => each.Clause == now);
            if (before is null || after is null)
            {
                return before is not null || after is not null;
            }
            return !Procedures.Same(before, after)
                || Lens.Old.Life.Withdrawals.Length != Lens.New.Life.Withdrawals.Length
                || BlockMoved(before.Block, after.Block)
                || Life.Of(before.Article, after.Article, after.Deciders.Names) != Order.Same;
        }
        finally
        {
            procedures.Remove(old);
        }
    }

    private bool BlockMoved(int? old, int? now) =>
        old is null || now is null
            ? old is not null || now is not null
            : Norms.Block(Lens.Old.Blocks[old.Value], Lens.New.Blocks[now.Value]) != Order.Same;
}
