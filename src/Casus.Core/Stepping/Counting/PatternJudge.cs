using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Conduct;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// The keys' parties of a pattern: its name, and the indexes that any of will do; null: none is asked.
/// </summary>
internal readonly record struct PartyKey(string Name, ImmutableArray<int>? Parties);

/// <summary>A norm as far as rows can be contrary to it.</summary>
internal sealed record ContraryNorm(
    int Index,
    int Pattern,
    ImmutableArray<string> AddresseeNames,
    ImmutableArray<int> Addressees,
    Point? AsFrom,
    ImmutableArray<SelfDefence> Exceptions,
    bool Doubted
)
{
    /// <summary>Position among the norms with self-defence; -1: it has none.</summary>
    public int Defence { get; init; } = -1;
}

/// <summary>Judges rows against patterns (S2, S3, S9), from tables that are made once.</summary>
internal sealed partial class PatternJudge
{
    private readonly Agreement agreement;
    private readonly RowReading reading;
    private readonly Verdict[][] conducts;
    private readonly ContraryNorm?[] norms;
    private readonly ImmutableArray<ContraryNorm>[] breaches;
    private Moment? lifeFrom;

    public PatternJudge(Agreement agreement, RowReading reading)
    {
        this.agreement = agreement;
        this.reading = reading;
        conducts = [.. agreement.Patterns.Select(pattern => Conducts(agreement.Conduct, pattern))];
        norms = new ContraryNorm?[agreement.Norms.Length];
        var defences = 0;
        for (var index = 0; index < norms.Length; index++)
        {
            norms[index] = Compile(index, ref defences);
        }
        Defences = [.. norms.OfType<ContraryNorm>().Where(norm => norm.Defence >= 0)];
        breaches =
        [
            .. agreement.Patterns.Select(pattern =>
                pattern.BreachOf.Select(norm => norms[norm]).OfType<ContraryNorm>().ToImmutableArray()
            ),
        ];
        Keys = [.. agreement.Patterns.Select(KeysOf)];
        AnyParties = [.. agreement.Patterns.Select(pattern => new PartyKey("", Named(pattern)))];
    }

    public ImmutableArray<ContraryNorm> Defences { get; }

    /// <summary>The keys of each pattern, by party.</summary>
    public ImmutableArray<ImmutableArray<PartyKey>> Keys { get; }

    /// <summary>For triggers: any of the pattern's parties will do.</summary>
    public ImmutableArray<PartyKey> AnyParties { get; }

    public void SetLife(Moment? from) => lifeFrom = from;

    /// <summary>
    /// Whether the row is what the pattern asks for, by any of the key's parties, wherever it lies in sectors.
    /// </summary>
    public Verdict Judge(RecordedRow row, int pattern, in PartyKey key)
    {
        var verdict = row.Scope.And(row.NotRejected);
        if (!row.Present || verdict == Verdict.NotMet)
        {
            return Verdict.NotMet;
        }
        verdict = verdict.And(Asked(row, pattern));
        if (verdict == Verdict.NotMet)
        {
            return verdict;
        }
        if (key.Parties is { } parties)
        {
            verdict = verdict.And(ByAny(row, parties));
        }
        if (verdict == Verdict.NotMet || agreement.Patterns[pattern].BreachOf.IsEmpty)
        {
            return verdict;
        }
        var breach = Verdict.NotMet;
        foreach (var norm in breaches[pattern])
        {
            breach = breach.Or(Breach(row, norm, key.Parties));
        }
        return verdict.And(breach);
    }

    /// <summary>Conduct and places alone.</summary>
    public Verdict ConductAndPlace(RecordedRow row, int pattern) =>
        conducts[pattern][row.Conduct].And(reading.PlaceVerdict(row.Place, pattern));

    public static Verdict By(RecordedRow row, int party) =>
        row.Party == RecordedRow.UnknownParty ? Verdict.Undetermined : VerdictLogic.Of(row.Party == party);

    /// <summary>A row's breach of a norm as such, whatever is established of it: `standing.breach`.</summary>
    public Verdict StandingBreach(RecordedRow row, int norm) =>
        norms[norm] is not { } contrary
            ? Verdict.NotMet
            : ConductAndPlace(row, contrary.Pattern)
                .And(ByAny(row, contrary.Addressees))
                .And(Excused(row, contrary, null).Not());

    public bool CanBeBreached(int norm) => norms[norm] is not null;

    private static Verdict ByAny(RecordedRow row, ImmutableArray<int> parties)
    {
        if (row.Party == RecordedRow.UnknownParty)
        {
            return parties.IsEmpty ? Verdict.NotMet : Verdict.Undetermined;
        }
        foreach (var party in parties)
        {
            if (party == row.Party)
            {
                return Verdict.Met;
            }
        }
        return Verdict.NotMet;
    }

    private Verdict Asked(RecordedRow row, int index)
    {
        var verdict = ConductAndPlace(row, index);
        if (verdict == Verdict.NotMet)
        {
            return verdict;
        }
        var pattern = agreement.Patterns[index];
        if (!pattern.Against.IsEmpty)
        {
            verdict = verdict.And(
                row.Row.Against is { } against
                    ? VerdictLogic.Of(pattern.Against.Contains(against))
                    : Verdict.Undetermined
            );
        }
        if (pattern.CalibreAtLeastMm is { } least)
        {
            verdict = verdict.And(
                row.Row.CalibreMm is { } calibre ? VerdictLogic.Of(calibre >= least) : Verdict.Undetermined
            );
        }
        if (pattern.CalibreMoreThanMm is { } more)
        {
            verdict = verdict.And(
                row.Row.CalibreMm is { } calibre ? VerdictLogic.Of(calibre > more) : Verdict.Undetermined
            );
        }
        if (pattern.Target is { } target)
        {
            verdict = verdict.And(
                row.Row.Target is { } struck ? VerdictLogic.Of(struck == target) : Verdict.Undetermined
            );
        }
        if (!pattern.Predicates.IsEmpty || !pattern.OpenTextured.IsEmpty)
        {
            verdict = verdict.And(Verdict.Undetermined);
        }
        if (pattern.Established)
        {
            verdict = verdict.And(row.Established);
        }
        return pattern.Attributed && !row.Attributed ? verdict.And(Verdict.Undetermined) : verdict;
    }

    private Verdict Breach(RecordedRow row, ContraryNorm norm, ImmutableArray<int>? parties)
    {
        var verdict = Asked(row, norm.Pattern).And(AsFrom(row, norm));
        if (verdict == Verdict.NotMet)
        {
            return verdict;
        }
        var by = Verdict.NotMet;
        foreach (var party in norm.Addressees)
        {
            by = parties is { } asked && !asked.Contains(party) ? by : by.Or(By(row, party));
        }
        verdict = verdict.And(by);
        if (verdict != Verdict.NotMet && norm.Defence >= 0)
        {
            verdict = verdict.And(Excused(row, norm, parties).Not());
        }
        return norm.Doubted ? verdict.And(Verdict.Undetermined) : verdict;
    }

    // Settled by the party if that is settled, else only if all agree.
    private static Verdict Excused(RecordedRow row, ContraryNorm norm, ImmutableArray<int>? parties)
    {
        if (norm.Defence < 0)
        {
            return Verdict.NotMet;
        }
        Verdict? agreed = null;
        for (var i = 0; i < norm.Addressees.Length; i++)
        {
            if (parties is { } asked && !asked.Contains(norm.Addressees[i]))
            {
                continue;
            }
            if (By(row, norm.Addressees[i]) == Verdict.NotMet)
            {
                continue;
            }
            var one = SelfDefenceExcuses.Of(row, norm.Defence, i);
            if (agreed is { } before && before != one)
            {
                return Verdict.Undetermined;
            }
            agreed = one;
        }
        return agreed ?? Verdict.Undetermined;
    }

    private Verdict AsFrom(RecordedRow row, ContraryNorm norm)
    {
        if (norm.AsFrom is null || Instant(norm.AsFrom) is not { } from)
        {
            return Verdict.Met;
        }
        return row.From >= from.Second ? Verdict.Met
            : row.To < from.Second ? Verdict.NotMet
            : Verdict.Undetermined;
    }

    // Only what the calendar and the life alone can tell.
    private Moment? Instant(Point point) =>
        point switch
        {
            Point.Stated stated => stated.First,
            Point.EntryIntoForce => lifeFrom,
            Point.Offset offset when Instant(offset.From) is { } from => offset.Before
                ? agreement.Calendar.Subtract(from, offset.Length)
                : agreement.Calendar.Add(from, offset.Length),
            _ => null,
        };

    private ContraryNorm? Compile(int index, ref int defences)
    {
        var norm = agreement.Norms[index];
        if (norm.Contrary is not { } pattern)
        {
            return null;
        }
        var names = agreement.Patterns[pattern].By is { } by ? by.Names : norm.Bearers.Actors.Names;
        ImmutableArray<SelfDefence> exceptions =
        [
            .. norm.Exceptions.Select(exception => exception.SelfDefence).OfType<SelfDefence>(),
        ];
        return new ContraryNorm(
            index,
            pattern,
            names,
            reading.PartiesOf(names),
            norm.AsFrom,
            exceptions,
            norm.Exceptions.Any(exception => exception.Condition is Condition.OpenTextured)
        )
        {
            Defence = exceptions.IsEmpty ? -1 : defences++,
        };
    }

    private ImmutableArray<PartyKey> KeysOf(IncidentPattern pattern) =>
        pattern.By switch
        {
            null => [new PartyKey(ConditionKey.AnyParty, null)],
            { OneParty: true } by => [.. by.Names.Select(name => new PartyKey(name, [reading.PartyOf(name)]))],
            { } by => [new PartyKey(string.Join(" or ", by.Names), reading.PartiesOf(by.Names))],
        };

    private ImmutableArray<int>? Named(IncidentPattern pattern) =>
        pattern.By is { } by ? reading.PartiesOf(by.Names) : null;

    private static Verdict[] Conducts(ConductTaxonomy taxonomy, IncidentPattern pattern)
    {
        var verdicts = new Verdict[taxonomy.Names.Length];
        var asked = pattern.Conducts.Select(taxonomy.IndexOf).ToArray();
        for (var row = 0; row < verdicts.Length; row++)
        {
            verdicts[row] = asked.Length == 0 ? Verdict.Met : Verdict.NotMet;
            foreach (var clause in asked)
            {
                verdicts[row] = verdicts[row].Or(taxonomy.Match(row, clause));
            }
        }
        return verdicts;
    }
}
