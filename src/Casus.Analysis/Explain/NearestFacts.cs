using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>
/// For each grade and each sentence that binds, the nearest missing fact over the whole span. One pass over the
/// counts of each; no replay.
/// </summary>
public static class NearestFacts
{
    private const int MostLacks = 2;

    /// <summary>Beyond so many rows, those of a trigger that one row meets are not looked through.</summary>
    private const int MostRows = 200_000;

    /// <param name="conditions">The counting side at the end of a run.</param>
    /// <param name="judged">The last instant judged.</param>
    public static ImmutableArray<NearestFact> Of(Agreement agreement, ConditionMachine conditions, Moment judged)
    {
        var facts = ImmutableArray.CreateBuilder<NearestFact>();
        for (var i = 0; i < agreement.Conditions.Length; i++)
        {
            if (agreement.Conditions[i] is { IsGrade: true, Stands: true } grade)
            {
                facts.Add(OfCondition(agreement, conditions, i, [], grade.Clause, "grade") with { Name = grade.Name! });
            }
        }
        foreach (
            var norm in agreement
                .Norms.Where(norm => norm is { Stands: true, Kind: NormKind.Do })
                .OrderBy(norm => norm.Order)
        )
        {
            if (norm.ForEach is { } pattern)
            {
                facts.Add(OfRows(agreement, conditions, pattern, norm.Clause, "duty", judged));
            }
            else if (norm.Block is { } block && agreement.Blocks[block].Stands)
            {
                facts.AddRange(
                    agreement
                        .Blocks[block]
                        .Triggers.Select(trigger =>
                            OfTrigger(agreement, conditions, trigger, norm.Clause, "duty", judged)
                        )
                );
            }
        }
        foreach (var procedure in agreement.Procedures.Where(one => one is { Stands: true, Block: not null }))
        {
            facts.AddRange(
                agreement
                    .Blocks[procedure.Block!.Value]
                    .Triggers.Select(trigger =>
                        OfTrigger(agreement, conditions, trigger, procedure.Clause, "decision", judged)
                    )
            );
        }
        return facts.ToImmutable();
    }

    private static NearestFact OfTrigger(
        Agreement agreement,
        ConditionMachine conditions,
        Trigger trigger,
        string clause,
        string kind,
        Moment judged
    ) =>
        trigger switch
        {
            Trigger.Arises(var condition, var parties) => OfCondition(
                agreement,
                conditions,
                condition,
                parties.IsDefault ? [] : parties,
                clause,
                kind
            ),
            Trigger.Incident(var pattern) => OfRows(agreement, conditions, pattern, clause, kind, judged),
            Trigger.Acted(var act) => Bare(
                clause,
                $"{act.Kind.ToString().ToLowerInvariant()}{(act.By.IsEmpty ? "" : $" by {string.Join(" or ", act.By)}")}",
                kind,
                "it needs an act: a table of incidents cannot give one (--acts can)"
            ),
            Trigger.OpenTextured(var text) => Bare(clause, text, kind, "it has no measure: no fact settles it"),
            _ => Bare(clause, "a point in time", kind, "it waits for a point in time"),
        };

    private static NearestFact OfCondition(
        Agreement agreement,
        ConditionMachine conditions,
        int condition,
        ImmutableArray<string> parties,
        string? clause,
        string kind
    )
    {
        var plain = GradeLookup.Plain(agreement, condition);
        var summary = conditions.Summary(condition);
        var name = agreement.Conditions[plain].Name ?? agreement.Conditions[condition].Name ?? "its trigger";
        var bare = Bare(clause, name, kind, "nothing that could count is known") with { Arose = summary.Arose };
        var asked = new Asked(parties, null);
        foreach (var count in ConditionParts.Counts(agreement, condition))
        {
            if (
                conditions.Peak(count, asked.Has) is not { } peak
                || conditions.CountAt(count, peak.Key, peak.At) is not { } reading
            )
            {
                continue;
            }
            var finder = new LackFinder(agreement, reading, peak.At, rows => conditions.LowerOf(count, peak.Key, rows));
            var inner = count == plain ? "" : $"of {agreement.Conditions[count].Name ?? "its count"}, ";
            return Filled(bare, peak.Key, peak.At, reading, finder, inner, summary.Arose > 0);
        }
        return bare;
    }

    private static NearestFact OfRows(
        Agreement agreement,
        ConditionMachine conditions,
        int pattern,
        string clause,
        string kind,
        Moment judged
    )
    {
        var asked = agreement.Patterns[pattern];
        var bare = Bare(clause, asked.Name, kind, "nothing that could count is known");
        if (conditions.RowCount > MostRows)
        {
            return bare with { Words = "not looked through: there are too many rows" };
        }
        var reading = conditions.RowsOf(pattern, asked.By is { Names: [var only] } ? only : null, judged);
        var met = reading.Rows.Count(row => row.Verdict == Verdict.Met);
        var finder = new LackFinder(agreement, reading, judged, rows => rows.LongCount());
        return Filled(bare with { Arose = met }, reading.Key, judged, reading, finder, "", met > 0) with { At = null };
    }

    private static NearestFact Filled(
        NearestFact bare,
        ConditionKey key,
        Moment at,
        CountReading reading,
        LackFinder finder,
        string inner,
        bool arose
    )
    {
        long? most = reading.Unbounded || reading.Upper >= IncidentRow.Unbounded ? null : reading.Upper;
        var upper = most is { } bound ? FactDescriber.Number(bound) : "any number";
        return bare with
        {
            Words =
                $"{inner}{GradeLookup.KeyWords(key)}: {FactDescriber.Number(reading.Lower)} for sure, {upper} at most; "
                + $"{FactDescriber.Number(reading.AtLeast)} needed",
            Party = key.Party == ConditionKey.AnyParty ? null : key.Party,
            Sector = key.Sector == 0 ? null : key.Sector,
            At = at,
            Lower = reading.Lower,
            Upper = most,
            Needed = reading.AtLeast,
            Lacks = arose
                ? []
                :
                [
                    .. finder
                        .Groups()
                        .Take(MostLacks)
                        .Select(group => finder.Say(group, new LackChecked(Lack.Counted, group.Facts))),
                ],
        };
    }

    private static NearestFact Bare(string? clause, string name, string kind, string words) =>
        new()
        {
            Clause = clause,
            Name = name,
            Kind = kind,
            Arose = 0,
            Words = words,
        };
}
