using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>What is asked about: keys of this party and this sector; null: whatever comes nearest.</summary>
internal readonly record struct Asked(ImmutableArray<string> Parties, int? Sector)
{
    public bool Has(ConditionKey key)
    {
        var asked = this;
        return (asked.Sector is null || key.Sector == 0 || key.Sector == asked.Sector)
            && (
                asked.Parties.IsDefaultOrEmpty
                || key.Party == ConditionKey.AnyParty
                || key.Party.Split(" or ").Any(asked.Parties.Contains)
            );
    }
}

/// <summary>What a check of a lack found, and the facts that did; those that proved needless are left out.</summary>
internal readonly record struct LackChecked(string Words, Shortfall Facts);

/// <summary>A check of a lack by replay: whether what is asked is met when the rows have what they lack.</summary>
internal delegate LackChecked LackCheck(
    LackGroup group,
    ConditionKey key,
    int pattern,
    Func<ConditionMachine, Verdict> ask
);

/// <summary>
/// How a tracked condition stands at an instant, down to its counts, for the key that comes nearest.
/// </summary>
internal sealed class ConditionStanding(
    Agreement agreement,
    Sentences sentences,
    ConditionMachine conditions,
    ConditionMachine whole,
    ImmutableArray<Act> acts,
    LackCheck check
)
{
    private const int MostLacks = 4;
    private const int MostReplayed = 2;

    public Standing Of(int condition, Asked asked, Moment at)
    {
        var tracked = agreement.Conditions[condition];
        var standing = tracked.Condition switch
        {
            Condition.Count or Condition.Series => Counted(condition, asked, at),
            Condition.Of of => Of(of.Condition, of.Parties.IsEmpty ? asked : asked with { Parties = of.Parties }, at),
            Condition.Spread spread => Spread(condition, spread, asked, at),
            Condition.OnDays days => OnDays(condition, days, asked, at),
            Condition.Persists persists => Persists(condition, persists, asked, at),
            _ => Joined(condition, tracked.Condition, asked, at),
        };
        return standing.Sentence is null ? standing with { Sentence = sentences.Quote(tracked.Clause) } : standing;
    }

    private Standing Counted(int condition, Asked asked, Moment at)
    {
        var readings = conditions
            .KeysOf(condition)
            .Where(asked.Has)
            .Select(key => conditions.CountAt(condition, key, at))
            .OfType<CountReading>()
            .ToList();
        if (readings.Count == 0)
        {
            return Words(
                "it does not stand under the choices, or nothing of that party or sector is counted",
                Verdict.NotMet
            );
        }
        var reading = readings
            .OrderByDescending(one => one.Verdict)
            .ThenByDescending(one => one.Lower)
            .ThenBy(one => Lacks(condition, one, at))
            .ThenByDescending(one => one.Upper)
            .First();
        var verdict = conditions.VerdictAt(condition, reading.Key, at);
        return Say(condition, reading, verdict, at, $"{GradeLookup.KeyWords(reading.Key)}: ");
    }

    private Standing Say(int condition, CountReading reading, Verdict verdict, Moment at, string who)
    {
        var finder = new LackFinder(agreement, reading, at, rows => conditions.LowerOf(condition, reading.Key, rows));
        var most = reading.Unbounded
            ? "any number"
            : FactDescriber.Number(Math.Min(reading.Upper, IncidentRow.Unbounded));
        most = reading.Upper >= IncidentRow.Unbounded ? "any number" : most;
        var words =
            $"{who}{FactDescriber.Number(reading.Lower)} for sure, {most} at most; {FactDescriber.Number(reading.AtLeast)} needed";
        var lacks =
            verdict == Verdict.Met
                ? []
                : finder
                    .Groups()
                    .Take(MostLacks)
                    .Select((group, i) => finder.Say(group, Checked(group, i, condition, reading)))
                    .ToImmutableArray();
        return Words(reading.Unbounded ? $"{words}; no table is complete for that time" : words, verdict) with
        {
            Lacks = lacks,
            NotCounted = verdict == Verdict.Met ? [] : [.. finder.NotCounted(), .. KnownLater(condition, reading, at)],
        };
    }

    /// <summary>
    /// Kinds of facts that the nearest rows lack, then how many rows; a large number where no fact would do.
    /// </summary>
    private (int, int) Lacks(int condition, CountReading reading, Moment at)
    {
        var finder = new LackFinder(agreement, reading, at, rows => conditions.LowerOf(condition, reading.Key, rows));
        return finder.Groups().FirstOrDefault() is { LeastRows: > 0 } nearest
            ? (LackWords.Number(nearest.Facts), nearest.LeastRows)
            : (int.MaxValue, 0);
    }

    private LackChecked Checked(LackGroup group, int rank, int condition, CountReading reading) =>
        group.LeastRows > 0 && rank < MostReplayed
            ? check(group, reading.Key, reading.Pattern, machine => machine.VerdictAt(condition, reading.Key, group.At))
            : new LackChecked(Lack.Counted, group.Facts);

    /// <summary>Rows that the whole record counts there, and that were not known yet.</summary>
    private IEnumerable<Binding> KnownLater(int condition, CountReading reading, Moment at)
    {
        if (ReferenceEquals(whole, conditions) || whole.CountAt(condition, reading.Key, at) is not { } later)
        {
            yield break;
        }
        var here = reading
            .Rows.Where(row => row.Verdict == Verdict.Met)
            .Select(row => row.Row)
            .ToHashSet(StringComparer.Ordinal);
        var rows = later.Rows.Count(row => row.Verdict == Verdict.Met && !here.Contains(row.Row));
        if (rows > 0)
        {
            yield return new Binding("known, or established or attributed, only later", $"{rows} rows");
        }
    }

    private Standing Spread(int condition, Condition.Spread spread, Asked asked, Moment at)
    {
        var key = Nearest(condition, asked, at);
        var inner = conditions.KeysOf(spread.Condition).Where(one => one.Party == key.Party).ToList();
        var verdicts = inner.ConvertAll(one => conditions.VerdictAt(spread.Condition, one, at));
        var met = verdicts.Count(verdict => verdict == Verdict.Met);
        var possible = verdicts.Count(verdict => verdict != Verdict.NotMet);
        var verdict = conditions.VerdictAt(condition, key, at);
        return Words(
            $"{GradeLookup.KeyWords(key)}: {met} sectors for sure, {possible} at most; {spread.AtLeast} needed",
            verdict
        ) with
        {
            Parts = verdict == Verdict.Met ? [] : [Missing(spread.Condition, key.Party, inner, verdicts, at)],
        };
    }

    private Standing Missing(int inner, string party, List<ConditionKey> keys, List<Verdict> verdicts, Moment at)
    {
        var open = keys.Where((_, i) => verdicts[i] != Verdict.Met).ToList();
        var best = open.Select(key =>
                (Key: key, Peak: conditions.Peak(inner, one => one == key, new TimeInterval(at, at)))
            )
            .Where(one => one.Peak is not null)
            .OrderByDescending(one => one.Peak!.Upper >= one.Peak.AtLeast)
            .ThenByDescending(one => one.Peak!.Lower)
            .ThenByDescending(one => one.Peak!.Upper)
            .Select(one => (int?)one.Key.Sector)
            .FirstOrDefault();
        return Of(inner, new Asked(Names(party), best), at);
    }

    private Standing OnDays(int condition, Condition.OnDays days, Asked asked, Moment at)
    {
        var key = Nearest(condition, asked, at);
        var verdict = conditions.VerdictAt(condition, key, at);
        var calendar = agreement.Calendar;
        var today = calendar.DayOf(at);
        var parts = new List<Standing>();
        var stood = 0;
        for (var day = today - days.Days + 1; day <= today; day++)
        {
            var span = new TimeInterval(calendar.StartOfDay(day), Moment.Min(calendar.EndOfDay(day), at));
            var sectors = conditions
                .KeysOf(days.Condition)
                .Where(one => one.Party == key.Party)
                .Count(one => Stood(days.Condition, one, span));
            if (sectors >= (days.Sectors ?? 1))
            {
                stood++;
            }
            else if (verdict != Verdict.Met && parts.Count == 0)
            {
                parts.Add(OfDay(days, key, day, sectors, span, verdict));
            }
        }
        var last = AgreementCalendar.LocalDateOf(today);
        return Words(
            FormattableString.Invariant(
                $"{GradeLookup.KeyWords(key)}: of the {days.Days} days to {last:uuuu-MM-dd} it stood on {stood}"
            ),
            verdict
        ) with
        {
            Parts = [.. parts],
        };
    }

    /// <summary>
    /// The first of the days that fails, at the instant at which its count came nearest in the sector that
    /// comes next.
    /// </summary>
    private Standing OfDay(
        Condition.OnDays days,
        ConditionKey key,
        int day,
        int stood,
        TimeInterval span,
        Verdict verdict
    )
    {
        var counts = ConditionParts.Counts(agreement, days.Condition);
        var date = AgreementCalendar.LocalDateOf(day);
        var needed = days.Sectors is { } sectors ? $" in {stood} sectors; {sectors} needed" : " at no time";
        var words = Words(FormattableString.Invariant($"on {date:uuuu-MM-dd} it stood{needed}"), verdict);
        if (counts.IsEmpty)
        {
            return words;
        }
        var names = Names(key.Party);
        var peak = conditions.Peak(
            counts[0],
            one => new Asked(names, null).Has(one) && !Stood(counts[0], one, span),
            span
        );
        return peak is null
            ? words with
            {
                Parts = [Words("nothing that could count is known of that day", Verdict.NotMet)],
            }
            : words with
            {
                Parts = [Of(counts[0], new Asked(Names(peak.Key.Party), peak.Key.Sector), peak.At)],
            };
    }

    /// <summary>Whether a key was met at some instant of a span.</summary>
    private bool Stood(int condition, ConditionKey key, TimeInterval span) =>
        conditions.Peak(condition, one => one == key, span) is { } peak
            ? peak.Lower >= peak.AtLeast
            : conditions.VerdictAt(condition, key, span.To) == Verdict.Met;

    private Standing Persists(int condition, Condition.Persists persists, Asked asked, Moment at)
    {
        var key = Nearest(condition, asked, at);
        var verdict = conditions.VerdictAt(condition, key, at);
        var parts = ImmutableArray.CreateBuilder<Standing>();
        if (verdict != Verdict.Met)
        {
            parts.Add(Of(persists.Condition, asked, at));
            if (persists.After is Point.OfAct(var act, _))
            {
                parts.Add(Anchor(act, at));
            }
        }
        return Words(
            $"{GradeLookup.KeyWords(key)}: it goes on {persists.Length} after the point that is named",
            verdict
        ) with
        {
            Parts = parts.ToImmutable(),
        };
    }

    public Standing Anchor(ActPattern act, Moment at)
    {
        var by = act.By.IsEmpty ? "" : $" by {string.Join(" or ", act.By)}";
        var known = acts.Where(one =>
                one.KnownAt <= at && one.Kind == act.Kind && (act.By.IsEmpty || one.By.Any(act.By.Contains))
            )
            .ToList();
        return known.Count > 0
            ? Words(
                $"a {act.Kind.ToString().ToLowerInvariant()}{by} is on record ({known[0].Id}, {PlainTime.Of(known[0].At)})",
                Verdict.Met
            )
            : Words(
                $"no {act.Kind.ToString().ToLowerInvariant()}{by} is stated by then; a table of incidents cannot give one (--acts can)",
                Verdict.NotMet
            );
    }

    private Standing Joined(int condition, Condition shape, Asked asked, Moment at)
    {
        var key = Nearest(condition, asked, at);
        var parts = ConditionParts.Beneath(agreement, shape).Select(part => Of(part, asked, at));
        var words = shape switch
        {
            Condition.And => "all of its parts are needed",
            Condition.Or => "one of its parts is needed",
            Condition.Not => "its part must not be met",
            Condition.OpenTextured open => $"`{open.Text}` has no measure: no fact settles it",
            Condition.Held held => Anchor(held.Act, at).Words,
            Condition.Decided decided =>
                $"the decision of {decided.Procedure} must have {(decided.Carried ? "carried" : "failed")}",
            _ => "a point in time must have come",
        };
        return Words(words, conditions.VerdictAt(condition, key, at)) with { Parts = [.. parts] };
    }

    private ConditionKey Nearest(int condition, Asked asked, Moment at) =>
        conditions
            .KeysOf(condition)
            .Where(asked.Has)
            .OrderByDescending(key => conditions.VerdictAt(condition, key, at))
            .ThenByDescending(key => Near(condition, key, at))
            .FirstOrDefault(new ConditionKey(ConditionKey.AnyParty, 0));

    /// <summary>Of two keys in like case, that whose counts are higher.</summary>
    private long Near(int condition, ConditionKey key, Moment at) =>
        ConditionParts
            .Counts(agreement, condition)
            .Select(count =>
                conditions.Peak(count, one => one.Party == key.Party, new TimeInterval(at.Plus(-86_400), at))
            )
            .DefaultIfEmpty(null)
            .Max(peak => peak is null ? 0 : peak.Lower * 1_000_000 + Math.Min(peak.Upper, 999_999));

    private static ImmutableArray<string> Names(string party) =>
        party == ConditionKey.AnyParty ? [] : [.. party.Split(" or ")];

    private static Standing Words(string words, Verdict verdict) =>
        new() { Words = words, Verdict = Standing.WordOf(verdict) };
}
