using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Norms;
using Casus.Core.Procedures;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>
/// How a sentence stands at an instant: a grade by its condition; what is owed or decided by its trigger and
/// its gates.
/// </summary>
internal sealed class SentenceStanding(
    Agreement agreement,
    Sentences sentences,
    ReplayedHistory history,
    ConditionStanding conditions,
    LackCheck check
)
{
    private const int MostLacks = 4;

    public Standing Of(AskedSentence asked, Asked keys, Moment at)
    {
        if (asked.Condition is { } condition)
        {
            return conditions.Of(condition, keys, at);
        }
        var standing =
            asked.Procedure is { } procedure ? Decision(procedure, keys, at)
            : asked.Block is { } block ? InBlock(block, keys, at, "its items arise when the trigger is met")
            : asked.Norms is [var first, ..] ? Norm(agreement.Norms[first], keys, at)
            : Plain("a sentence of this kind neither stands nor arises at an instant", Verdict.NotMet);
        return standing with { Sentence = sentences.Quote(asked.Clause) };
    }

    private Standing Norm(Norm norm, Asked keys, Moment at)
    {
        if (!norm.Stands)
        {
            return Plain("it does not stand under the values chosen for the brackets", Verdict.NotMet);
        }
        var arisen = history.Effects.Where(effect =>
            effect.Kind == EffectKind.DutyArose && effect.Clause == norm.Clause && effect.KnownAt <= at
        );
        if (arisen.LastOrDefault() is { } last)
        {
            return Plain($"it had arisen: #{last.Seq}, {EffectWords.Of(last)}", Verdict.Met);
        }
        if (norm.Kind is NormKind.Permission or NormKind.Intention)
        {
            return Plain(
                "it gives a power or an intention: it arises as nothing and cannot be overdue",
                Verdict.NotMet
            );
        }
        if (norm.Kind == NormKind.Refrain)
        {
            return Plain(
                "it forbids: it is owed at all times, and its breaches are the rows that are contrary to it",
                Verdict.Met
            );
        }
        var parts = new List<Standing>();
        if (norm.IsFallback)
        {
            parts.Add(Plain("it arises only where the duty before it in its sentence fails", Verdict.NotMet));
        }
        if (norm.Block is { } block)
        {
            parts.AddRange(Triggers(agreement.Blocks[block], keys, at));
        }
        else if (norm.ForEach is { } pattern)
        {
            parts.Add(Row(pattern, [], at));
        }
        else
        {
            parts.Add(InForce(at));
        }
        if (norm.Branch is { } branch)
        {
            parts.Add(Outcome(branch, at));
        }
        if (norm.OnlyIf is Condition.Held held)
        {
            parts.Add(conditions.Anchor(held.Act, at));
        }
        return Joined("no duty of it had arisen", parts);
    }

    private Standing InBlock(int index, Asked keys, Moment at, string words)
    {
        var block = agreement.Blocks[index];
        return block.Stands
            ? Joined(words, Triggers(block, keys, at))
            : Plain("it does not stand under the values chosen for the brackets", Verdict.NotMet);
    }

    private List<Standing> Triggers(Block block, Asked keys, Moment at)
    {
        var parts = new List<Standing>();
        if (block.While is { } condition)
        {
            parts.Add(conditions.Of(condition, keys, at));
        }
        foreach (var trigger in block.Triggers)
        {
            parts.Add(
                trigger switch
                {
                    Trigger.Arises(var arises, var parties) => conditions.Of(
                        arises,
                        parties.IsDefaultOrEmpty ? keys : keys with { Parties = parties },
                        at
                    ),
                    Trigger.Incident(var pattern) => Row(pattern, keys.Parties, at),
                    Trigger.Acted(var act) => conditions.Anchor(act, at),
                    Trigger.OpenTextured(var text) => Plain(
                        $"`{text}` has no measure: no fact settles it",
                        Verdict.Undetermined
                    ),
                    _ => InForce(at),
                }
            );
        }
        return parts;
    }

    /// <summary>A trigger that one row meets: whether any did by then, and what the nearest ones lack.</summary>
    private Standing Row(int pattern, ImmutableArray<string> parties, Moment at)
    {
        var named = agreement.Patterns[pattern].By is { Names: [var only] } ? only : null;
        var party = parties is { IsDefault: false, Length: 1 } ? parties[0] : named;
        var reading = history.Conditions.RowsOf(pattern, party, at);
        var finder = new LackFinder(agreement, reading, at, rows => rows.LongCount());
        var what = agreement.Patterns[pattern].Name;
        var key = new ConditionKey(party ?? ConditionKey.AnyParty, 0);
        var met = reading.Rows.Count(row => row.Verdict == Verdict.Met);
        var words =
            $"{what}{(party is null ? "" : $" by {party}")}: {met} rows by then for sure, {reading.Upper} at most; 1 needed";
        return Plain(words, reading.Verdict) with
        {
            Lacks =
                reading.Verdict == Verdict.Met
                    ? []
                    :
                    [
                        .. finder
                            .Groups()
                            .Take(MostLacks)
                            .Select(
                                (group, i) =>
                                    finder.Say(
                                        group,
                                        i == 0 && group.LeastRows > 0
                                            ? check(
                                                group,
                                                key,
                                                pattern,
                                                machine => machine.RowsOf(pattern, party, at).Verdict
                                            )
                                            : new LackChecked(Lack.Counted, group.Facts)
                                    )
                            ),
                    ],
            NotCounted = reading.Verdict == Verdict.Met ? [] : finder.NotCounted(),
        };
    }

    private Standing Decision(Procedure procedure, Asked keys, Moment at)
    {
        if (!procedure.Stands)
        {
            return Plain("it does not stand under the values chosen for the brackets", Verdict.NotMet);
        }
        var told = history.Effects.LastOrDefault(effect =>
            effect.Clause == procedure.Clause
            && effect.KnownAt <= at
            && effect.Kind is EffectKind.ProcedureOpened or EffectKind.ProcedureCarried or EffectKind.ProcedureFailed
        );
        if (told is not null)
        {
            var verdict = told.Kind == EffectKind.ProcedureCarried ? Verdict.Met : Verdict.NotMet;
            return Plain($"#{told.Seq}: {EffectWords.Of(told)}", verdict);
        }
        var parts = procedure.Block is { } block ? Triggers(agreement.Blocks[block], keys, at) : [InForce(at)];
        if (procedure.OpensAfter is Point.OfAct(var act, _))
        {
            parts.Add(conditions.Anchor(act, at));
        }
        return Joined("the decision had not opened", parts);
    }

    private Standing Outcome(Branch branch, Moment at)
    {
        var wanted = branch.Carries ? EffectKind.ProcedureCarried : EffectKind.ProcedureFailed;
        var told = history.Effects.LastOrDefault(effect => effect.Clause == branch.Procedure && effect.KnownAt <= at);
        var outcome = branch.Carries ? "carried" : "failed";
        return told is null
            ? Plain($"the decision of {branch.Procedure} had not opened; it must have {outcome}", Verdict.NotMet)
            : Plain(
                $"it must have {outcome}; #{told.Seq}: {EffectWords.Of(told)}",
                VerdictLogic.Of(told.Kind == wanted)
            );
    }

    private Standing InForce(Moment at)
    {
        var entered = history.Effects.FirstOrDefault(effect => effect.Kind == EffectKind.EnteredIntoForce);
        return entered is null
                ? Plain("the agreement, and the point in time that is named, must have come", Verdict.NotMet)
            : entered.KnownAt <= at
                ? Plain($"in force: #{entered.Seq}; the point in time that is named must have come", Verdict.NotMet)
            : Plain($"not in force yet: #{entered.Seq}", Verdict.NotMet);
    }

    private static Standing Joined(string words, IReadOnlyCollection<Standing> parts)
    {
        var all = parts.Count > 0 && parts.All(part => part.Verdict == Standing.WordOf(Verdict.Met));
        var none = parts.Any(part => part.Verdict == Standing.WordOf(Verdict.NotMet));
        var verdict =
            all ? Verdict.Met
            : none ? Verdict.NotMet
            : Verdict.Undetermined;
        return Plain(words, verdict) with { Parts = [.. parts] };
    }

    private static Standing Plain(string words, Verdict verdict) =>
        new() { Words = words, Verdict = Standing.WordOf(verdict) };
}
