using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping.Counting;
using Casus.Core.Text;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>
/// Explains a run by replaying it: why an effect stands, why a sentence did not, what would be otherwise with
/// other facts. It reads no clock:
/// what it may spend is a number of replays.
/// </summary>
public sealed class Explainer
{
    /// <summary>Facts shown beneath one effect; the rest are counted.</summary>
    private const int MostFacts = 12;

    /// <summary>Rows that may be replayed in all where no number of replays is given.</summary>
    private const int RowsToReplay = 400_000;
    private const int MostReplays = 400;

    private readonly BacktestInput input;
    private readonly Variants variants;
    private readonly Sentences sentences;
    private readonly Dictionary<string, IncidentRow> rows;
    private readonly Dictionary<string, Act> acts;

    /// <param name="input">An input without a <see cref="BacktestRun.Problem"/>.</param>
    /// <param name="source">The text of its agreement.</param>
    /// <param name="mostReplays">Null: as many as the length of the history leaves cheap.</param>
    public Explainer(BacktestInput input, SourceText source, int? mostReplays = null)
    {
        this.input = input;
        variants = new Variants(
            input,
            mostReplays ?? Math.Min(MostReplays, RowsToReplay / Math.Max(1, input.Incidents.Length))
        );
        sentences = new Sentences(input.Agreement, source);
        rows = input.Incidents.ToDictionary(row => row.Id, StringComparer.Ordinal);
        acts = (input.Acts ?? []).DistinctBy(act => act.Id).ToDictionary(act => act.Id, StringComparer.Ordinal);
    }

    /// <summary>Effects are numbered from 1 to this.</summary>
    public long Effects => variants.Base.Effects.Count;

    /// <summary>The hash of the replay, which is that of the run where nothing has changed.</summary>
    public string StateHash => variants.Base.StateHash;

    /// <summary>The last instant judged.</summary>
    public Moment Judged => variants.Base.Judged;

    /// <summary>Null where there is no effect of that number.</summary>
    public Explanation? Why(long seq)
    {
        if (seq < 1 || seq > Effects)
        {
            return null;
        }
        var effect = variants.Base.Effects[(int)seq - 1];
        var tree = new BecauseTree(input.Agreement, sentences, variants.Base, rows, acts, MostFacts);
        var node = tree.Of(effect);
        var search = new NecessarySearch(input.Agreement, variants, tree, rows);
        return new Explanation
        {
            Effect = node,
            OtherView = OtherViewOf.Say(input.Agreement, variants.Base, effect),
            Suppositions = Suppositions(effect),
            Without = search.Of(effect),
        };
    }

    /// <summary>Why a sentence did not stand at an instant, or that it did.</summary>
    public WhyNot WhyNot(AskedSentence asked, Moment at, string? party = null, int? sector = null)
    {
        var keys = new Asked(party is null ? [] : [party], sector);
        var known = variants.AsKnownAt(at);
        var asKnown = Standing(known, at, asked, keys, rows => variants.AsKnownAt(at, rows));
        var hindsight = Standing(variants.Base, at, asked, keys, rows => variants.Replay(rows, input.Acts));
        return new WhyNot
        {
            Asked = asked.Name,
            Sentence = sentences.Quote(asked.Clause),
            At = at,
            AsKnown = asKnown,
            Hindsight = hindsight,
            Replays = variants.Replays,
        };
    }

    /// <summary>
    /// What would be without some facts and with others. Ids that the history does not have are the caller's to
    /// refuse.
    /// </summary>
    public WhatIf WhatIf(
        IReadOnlyCollection<string> without,
        ImmutableArray<IncidentRow> withRows,
        ImmutableArray<Act> withActs
    )
    {
        var gone = without.ToHashSet(StringComparer.Ordinal);
        ImmutableArray<IncidentRow> kept = [.. input.Incidents.Where(row => !gone.Contains(row.Id)), .. withRows];
        ImmutableArray<Act>? done =
            input.Acts is null && withActs.IsEmpty
                ? null
                : [.. (input.Acts ?? []).Where(act => !gone.Contains(act.Id)), .. withActs];
        var after = variants.Replay(kept, done);
        return Explain.WhatIf.Of(
            variants.Base,
            after,
            [.. without],
            [.. withRows.Select(row => row.Id), .. withActs.Select(act => act.Id)]
        );
    }

    /// <summary>An effect in plain words, with no full stop.</summary>
    public static string Words(Effect effect) => EffectWords.Of(effect);

    public bool HasFact(string id) => rows.ContainsKey(id) || acts.ContainsKey(id);

    private Standing Standing(
        ReplayedHistory history,
        Moment at,
        AskedSentence asked,
        Asked keys,
        Func<ImmutableArray<IncidentRow>, ReplayedHistory> replay
    )
    {
        var supplied = new SuppliedFacts(input.Agreement, input.Incidents, variants.Base.Conditions);
        LackChecked Check(
            LackGroup group,
            Core.Stepping.ConditionKey key,
            int pattern,
            Func<ConditionMachine, Core.Conditions.Verdict> ask
        )
        {
            if (variants.IsExhausted || supplied.Of(group, key, pattern) is not { } given)
            {
                return new LackChecked(Lack.Counted, group.Facts);
            }
            var isMet = ask(replay(given).Conditions) == Core.Conditions.Verdict.Met;
            if (group.Facts.HasFlag(Shortfall.Excused))
            {
                // Nothing was given that says it was no self-defence: where it is met, that followed from the rest.
                return isMet
                    ? new LackChecked(Lack.Replayed, group.Facts & ~Shortfall.Excused)
                    : new LackChecked(Lack.Counted, group.Facts);
            }
            return new LackChecked(isMet ? Lack.Replayed : Lack.ReplayedNotSo, group.Facts);
        }
        var conditions = new ConditionStanding(
            input.Agreement,
            sentences,
            history.Conditions,
            variants.Base.Conditions,
            input.Acts ?? [],
            Check
        );
        return new SentenceStanding(input.Agreement, sentences, history, conditions, Check).Of(asked, keys, at);
    }

    private ImmutableArray<string> Suppositions(Effect effect)
    {
        var supposed = ImmutableArray.CreateBuilder<string>();
        if (EntryIntoForce.Of(input)?.Supposition is { } entry)
        {
            supposed.Add(entry);
        }
        if (effect.Supposed)
        {
            supposed.Add("something of procedure beneath it is supposed, not stated (--suppose)");
        }
        return supposed.ToImmutable();
    }
}
