using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// The nodes of all conditions that stand, each once, what is beneath before what rests on it; and the counts at the
/// bottom.
/// </summary>
internal sealed class ConditionGraph
{
    private readonly Agreement agreement;
    private readonly PatternJudge patterns;
    private readonly RowReading reading;
    private readonly LocalDays days;
    private readonly List<RecordedRow> rows;
    private readonly JointMarks marks = new();
    private readonly Func<long?> lifeFrom;
    private readonly Dictionary<CountedActs, CountFunction> functions = [];
    private readonly Dictionary<int, ConditionNode> tracked = [];
    private readonly Dictionary<ConditionNode, CountNode[]> leaves = [];

    public ConditionGraph(
        Agreement agreement,
        PatternJudge patterns,
        RowReading reading,
        List<RecordedRow> rows,
        Func<long?> lifeFrom
    )
    {
        this.agreement = agreement;
        this.patterns = patterns;
        this.reading = reading;
        this.rows = rows;
        this.lifeFrom = lifeFrom;
        days = new LocalDays(agreement.Calendar);
        for (var index = 0; index < agreement.Conditions.Length; index++)
        {
            if (agreement.Conditions[index].Stands)
            {
                NodeOf(index);
            }
        }
    }

    public List<ConditionNode> Nodes { get; } = [];
    public List<CountFunction> Functions { get; } = [];

    /// <summary>The node of a tracked condition; null for one that does not stand and on which nothing rests.</summary>
    public ConditionNode? Tracked(int index) => tracked.GetValueOrDefault(index);

    private ConditionNode NodeOf(int index)
    {
        if (!tracked.TryGetValue(index, out var node))
        {
            node = Build(agreement.Conditions[index].Condition);
            tracked.Add(index, node);
        }
        return node;
    }

    private ConditionNode Build(Condition condition) =>
        condition switch
        {
            Condition.Count count => BuildCount(count, ofOneDay: false),
            Condition.Series series => BuildSeries(series),
            Condition.Of of => BuildOf(of),
            Condition.Spread spread => BuildSpread(spread),
            Condition.OnDays onDays => BuildOnDays(onDays),
            Condition.Persists persists => BuildPersists(persists),
            Condition.And and => BuildJoined(Joining.And, and.Parts),
            Condition.Or or => BuildJoined(Joining.Or, or.Parts),
            Condition.Not not => BuildNot(Build(not.Part)),
            Condition.Reached { Point: Point.Stated stated } => Added(new GivenNode(stated.First.Second)),
            _ => Added(new GivenNode(null)),
        };

    private T Added<T>(T node, params ConditionNode[] beneath)
        where T : ConditionNode
    {
        Nodes.Add(node);
        leaves[node] = node is CountNode count ? [count] : [.. beneath.SelectMany(below => leaves[below]).Distinct()];
        return node;
    }

    private CountNode BuildCount(Condition.Count count, bool ofOneDay)
    {
        var counting = new CountedActs(count.Pattern, count.Measure, count.Scope, count.Window, ofOneDay);
        return Added(new CountNode(FunctionOf(counting), count.AtLeast, rows));
    }

    private CountNode BuildSeries(Condition.Series series)
    {
        // Acts exactly a gap apart still belong together; the window leaves out its start.
        var window = new Window.Sliding(series.GapSeconds + 1);
        var counting = new CountedActs(series.Pattern, CountMeasure.Acts, series.Scope, window, OfOneDay: false);
        return Added(new CountNode(FunctionOf(counting), 1, rows));
    }

    private CountFunction FunctionOf(CountedActs counting)
    {
        if (!functions.TryGetValue(counting, out var function))
        {
            function = new CountFunction(counting, patterns, reading, days, agreement.Sectors?.Count ?? 0, rows, marks);
            functions.Add(counting, function);
            Functions.Add(function);
        }
        return function;
    }

    private ConditionNode BuildOf(Condition.Of of)
    {
        var inner = NodeOf(of.Condition);
        var kept = KeysOf(
            inner,
            key => of.Parties.IsEmpty || key.Party == ConditionKey.AnyParty || of.Parties.Contains(key.Party)
        );
        if (kept.Length == inner.Keys.Count)
        {
            return inner;
        }
        return Added(
            new JoinedNode(
                [.. kept.Select(key => inner.Keys[key])],
                Joining.Or,
                0,
                [
                    .. kept.Select(key =>
                        (Input[][])
                            [
                                [new Input(inner, key)],
                            ]
                    ),
                ]
            ),
            inner
        );
    }

    private static int[] KeysOf(ConditionNode node, Func<ConditionKey, bool> kept) =>
        [.. Enumerable.Range(0, node.Keys.Count).Where(key => kept(node.Keys[key]))];

    private static ConditionKey[] WholeLine(ConditionNode node) =>
        [.. node.Keys.Select(key => key with { Sector = 0 }).Distinct()];

    private JoinedNode BuildSpread(Condition.Spread spread)
    {
        var inner = NodeOf(spread.Condition);
        var keys = WholeLine(inner);
        return Added(
            new JoinedNode(
                keys,
                Joining.Spread,
                spread.AtLeast,
                [
                    .. keys.Select(key =>
                        KeysOf(inner, own => own.Party == key.Party)
                            .Select(own => (Input[])[new Input(inner, own)])
                            .ToArray()
                    ),
                ]
            ),
            inner
        );
    }

    private OnDaysNode BuildOnDays(Condition.OnDays onDays)
    {
        var whole = NodeOf(onDays.Condition);
        IReadOnlyList<ConditionKey> keys = onDays.Sectors is null ? whole.Keys : WholeLine(whole);
        var (index, sectors) = (onDays.Condition, onDays.Sectors);
        while (agreement.Conditions[index].Condition is Condition.Of or Condition.Spread)
        {
            (index, sectors) = agreement.Conditions[index].Condition switch
            {
                Condition.Of of => (of.Condition, sectors),
                Condition.Spread spread => (spread.Condition, spread.AtLeast),
                _ => (index, sectors),
            };
        }
        var inner = agreement.Conditions[index].Condition is Condition.Count count
            ? BuildCount(count, ofOneDay: true)
            : NodeOf(index);
        var innerKeys = keys.Select(key => KeysOf(inner, own => sectors is null ? own == key : own.Party == key.Party));
        return Added(new OnDaysNode(keys, onDays, sectors, inner, [.. innerKeys], days, lifeFrom), inner);
    }

    private AnchoredNode BuildPersists(Condition.Persists persists)
    {
        var outer = NodeOf(persists.Condition);
        var index = persists.Condition;
        while (agreement.Conditions[index].Condition is Condition.Of of)
        {
            index = of.Condition;
        }
        var inner = NodeOf(index);
        int[] innerKeys = [.. outer.Keys.Select(key => KeysOf(inner, own => own == key)[0])];
        return agreement.Conditions[index].Condition is Condition.Series
            ? Added(
                new SeriesPersistsNode(outer.Keys, persists, (CountNode)inner, innerKeys, agreement.Calendar),
                inner
            )
            : Added(new PersistsNode(outer.Keys, persists, inner, innerKeys, leaves[inner], agreement.Calendar), inner);
    }

    private JoinedNode BuildNot(ConditionNode part) =>
        Added(
            new JoinedNode(
                part.Keys,
                Joining.Not,
                0,
                [
                    .. Enumerable
                        .Range(0, part.Keys.Count)
                        .Select(key =>
                            (Input[][])
                                [
                                    [new Input(part, key)],
                                ]
                        ),
                ]
            ),
            part
        );

    /// <summary>
    /// The finest keys of the parts; a part that is coarser, or finer, takes part with whatever keys of its own fit.
    /// </summary>
    private JoinedNode BuildJoined(Joining joining, IEnumerable<Condition> conditions)
    {
        var parts = conditions.Select(Build).ToArray();
        var all = parts.SelectMany(part => part.Keys).Distinct().ToList();
        var byParty = all.Exists(key => key.Party != ConditionKey.AnyParty);
        var bySector = all.Exists(key => key.Sector != 0);
        ConditionKey[] keys =
        [
            .. all.Where(key => (!byParty || key.Party != ConditionKey.AnyParty) && (!bySector || key.Sector != 0)),
        ];
        return Added(
            new JoinedNode(
                keys,
                joining,
                0,
                [.. keys.Select(key => parts.Select(part => InputsOf(part, key)).ToArray())]
            ),
            parts
        );
    }

    private static Input[] InputsOf(ConditionNode part, ConditionKey key)
    {
        var own = KeysOf(part, candidate => candidate == key);
        if (own.Length == 0)
        {
            own = KeysOf(
                part,
                candidate =>
                    (candidate.Party == key.Party || Any(candidate.Party) || Any(key.Party))
                    && (candidate.Sector == key.Sector || candidate.Sector == 0 || key.Sector == 0)
            );
        }
        return [.. own.Select(index => new Input(part, index))];
    }

    private static bool Any(string party) => party == ConditionKey.AnyParty;
}
