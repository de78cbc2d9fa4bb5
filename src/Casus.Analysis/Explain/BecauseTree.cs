using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Facts;

namespace Casus.Analysis.Explain;

/// <summary>Lays out an effect, the facts and the earlier effects on which it rests, each told once.</summary>
internal sealed class BecauseTree(
    Agreement agreement,
    Sentences sentences,
    ReplayedHistory history,
    IReadOnlyDictionary<string, IncidentRow> rows,
    IReadOnlyDictionary<string, Act> acts,
    int mostFacts
)
{
    private readonly HashSet<long> told = [];
    private readonly HashSet<string> shownFacts = new(StringComparer.Ordinal);
    private readonly FactDescriber describer = new(agreement, history.Conditions);

    public BecauseNode Of(Effect effect)
    {
        if (!told.Add(effect.Seq))
        {
            return Bare(effect) with { ToldAbove = true };
        }
        ImmutableArray<BecauseNode> because = [.. Earlier(effect).Select(Of)];
        var shown = Facts(effect);
        return Bare(effect) with
        {
            Sentence = sentences.Quote(effect.Clause),
            Also = Also(effect),
            Bindings = Bindings(effect),
            Facts = [.. shown.Take(mostFacts).Select(Shown)],
            MoreFacts = Math.Max(0, shown.Length - mostFacts),
            Because = because,
        };
    }

    /// <summary>Ids of all facts beneath an effect that are rows or acts of the tables.</summary>
    public ImmutableArray<string> Closure(Effect effect)
    {
        var seen = new HashSet<long>();
        var ids = new List<string>();
        void Visit(Effect one)
        {
            if (!seen.Add(one.Seq))
            {
                return;
            }
            foreach (var before in Earlier(one))
            {
                Visit(before);
            }
            ids.AddRange(FactsOf(one));
        }
        Visit(effect);
        return [.. ids.Distinct(StringComparer.Ordinal).Where(id => rows.ContainsKey(id) || acts.ContainsKey(id))];
    }

    private static BecauseNode Bare(Effect effect) =>
        new()
        {
            Seq = effect.Seq,
            Kind = effect.Kind.ToString(),
            Words = EffectWords.Of(effect),
            Supposed = effect.Supposed,
        };

    /// <summary>What it names; and of a lapse, which rests on nothing but time, the arising that it ends.</summary>
    private ImmutableArray<Effect> Earlier(Effect effect)
    {
        ImmutableArray<Effect> named = [.. effect.Because.Effects.Select(seq => history.Effects[(int)seq - 1])];
        if (!named.IsEmpty || effect.Kind is not (EffectKind.Lapsed or EffectKind.Withdrawn or EffectKind.Revised))
        {
            return named;
        }
        var arising = history
            .Effects.Take((int)effect.Seq - 1)
            .LastOrDefault(one =>
                one.Kind == EffectKind.Arose
                && one.View == effect.View
                && one.Grade == effect.Grade
                && one.Party == effect.Party
                && one.Sector == effect.Sector
            );
        return arising is null ? [] : [arising];
    }

    private static ImmutableArray<string> FactsOf(Effect effect) => effect.Because.Facts;

    /// <summary>Facts that an earlier effect brings are told there.</summary>
    private ImmutableArray<string> Facts(Effect effect) => [.. FactsOf(effect).Where(shownFacts.Add)];

    private FactShown Shown(string id) =>
        rows.TryGetValue(id, out var row) ? describer.Of(row)
        : acts.TryGetValue(id, out var act) ? FactDescriber.Of(act)
        : new FactShown(id, "act", "a fact that is supposed", default, default, default, null, "supposed", []);

    private ImmutableArray<SentenceQuote> Also(Effect effect)
    {
        if (FactsOf(effect).IsEmpty || effect.Kind is not (EffectKind.Arose or EffectKind.DutyArose))
        {
            return [];
        }
        var clauses = new List<string?>();
        if (PatternOf(effect) is { } pattern)
        {
            clauses.AddRange(pattern.BreachOf.Select(norm => agreement.Norms[norm].Clause));
            clauses.Add(pattern.Established ? agreement.Established?.Clause : null);
            clauses.Add(pattern.Attributed || pattern.By is not null ? agreement.Attributed?.Clause : null);
        }
        return [.. clauses.OfType<string>().Distinct().Select(sentences.Quote).OfType<SentenceQuote>()];
    }

    private IncidentPattern? PatternOf(Effect effect)
    {
        var condition = GradeLookup.ConditionOf(agreement, effect);
        return condition < 0 ? null : ConditionParts.PatternOf(agreement, condition);
    }

    private ImmutableArray<Binding> Bindings(Effect effect)
    {
        var bindings = ImmutableArray.CreateBuilder<Binding>();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                bindings.Add(new Binding(name, value));
            }
        }
        Add("known", PlainTime.Of(effect.KnownAt));
        Add("party", effect.Grade is null ? effect.Party : null);
        AddCount(effect, Add);
        bindings.AddRange(sentences.Brackets(effect.Clause));
        Add("note", effect.Note);
        return bindings.ToImmutable();
    }

    private void AddCount(Effect effect, Action<string, string?> add)
    {
        var condition = GradeLookup.ConditionOf(agreement, effect);
        if (condition < 0 || effect.At is not { } at)
        {
            return;
        }
        var inner = agreement.Conditions[GradeLookup.Plain(agreement, condition)].Condition;
        if (inner is Condition.Count count)
        {
            add("threshold", FactDescriber.Number(count.AtLeast));
            add("window", GradeLookup.WindowWords(count.Window));
        }
        else if (inner is Condition.Series series)
        {
            add("gap", $"at most {PlainTime.Length(series.GapSeconds)}");
        }
        if (effect.Count is { } counted)
        {
            add("counted", $"{FactDescriber.Number(counted)} for sure, as known");
        }
        if (history.Conditions.CountAt(condition, GradeLookup.KeyOf(effect), at) is { } reading)
        {
            var most = reading.Unbounded ? "any number" : FactDescriber.Number(reading.Upper);
            add("in hindsight", $"{FactDescriber.Number(reading.Lower)} for sure, {most} at most");
        }
        else if (effect.Kind == EffectKind.Arose)
        {
            AddDays(effect, add);
        }
    }

    /// <summary>Of a grade that is made of days and sectors: how many rows each gives.</summary>
    private void AddDays(Effect effect, Action<string, string?> add)
    {
        var found = FactsOf(effect).Where(rows.ContainsKey).Select(id => rows[id]);
        var days = found.GroupBy(row => agreement.Calendar.DayOf(row.Occurred.To)).OrderBy(day => day.Key);
        foreach (var day in days.Take(10))
        {
            var sectors = day.GroupBy(row => SectorOf(row.Id)).OrderBy(group => group.Key, StringComparer.Ordinal);
            var date = Core.Time.AgreementCalendar.LocalDateOf(day.Key);
            add(
                FormattableString.Invariant($"{date:uuuu-MM-dd}"),
                string.Join("; ", sectors.Select(group => $"{group.Key}: {group.Count()} rows"))
            );
        }
    }

    private string SectorOf(string row) =>
        history.Conditions.StandingNow(row)?.Location.Sectors is { IsDefault: false, Length: 1 } sure
            ? $"sector {sure[0]}"
            : "no one sector";
}
