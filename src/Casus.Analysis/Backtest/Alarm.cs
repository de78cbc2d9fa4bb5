using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Norms;

namespace Casus.Analysis.Backtest;

/// <summary>
/// What is taken for the text's alarm (formats.md): the triggers of the last `On` that binds a guarantor, or a grade
/// chosen by name.
/// </summary>
/// <param name="Clause">The block's number, or that of the sentence which defines the grade.</param>
public sealed record Alarm(string Name, string? Clause, ImmutableArray<Trigger> Triggers)
{
    private const string Guarantor = "guarantor";

    /// <summary>Whether only recorded acts can raise it: no table of incidents ever will.</summary>
    public bool NeedsActs => Triggers.All(trigger => trigger is Trigger.Acted);

    /// <summary>The names that <c>--alarm</c> may take: the grades that stand.</summary>
    public static ImmutableArray<string> NamesOf(Agreement agreement) =>
        [.. agreement.Conditions.Where(condition => condition is { IsGrade: true, Stands: true }).Select(c => c.Name!)];

    /// <summary>The grade of that name, whatever its case; null where there is none.</summary>
    public static Alarm? Named(Agreement agreement, string name)
    {
        for (var i = 0; i < agreement.Conditions.Length; i++)
        {
            var condition = agreement.Conditions[i];
            if (condition.Stands && string.Equals(condition.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return new Alarm(condition.Name!, condition.Clause, [new Trigger.Arises(i, [])]);
            }
        }
        return null;
    }

    /// <summary>The last `On` in the text that binds a guarantor; null where none does.</summary>
    public static Alarm? Of(Agreement agreement) => Last(agreement, static _ => true);

    /// <summary>
    /// The grade that triggers the last `On` which binds a guarantor and which incidents can raise; null where none
    /// does.
    /// </summary>
    public static string? GradeOf(Agreement agreement) =>
        Last(agreement, static alarm => !alarm.NeedsActs)
            ?.Triggers.OfType<Trigger.Arises>()
            .Select(trigger => agreement.Conditions[trigger.Condition].Name)
            .FirstOrDefault(name => name is not null);

    private static Alarm? Last(Agreement agreement, Func<Alarm, bool> isWanted)
    {
        var guarantors = agreement
            .Parties.Where(party => party.Bound && party.Roles.Contains(Guarantor))
            .Select(party => party.Name)
            .ToHashSet(StringComparer.Ordinal);
        for (var i = agreement.Blocks.Length - 1; i >= 0; i--)
        {
            var block = agreement.Blocks[i];
            var alarm = new Alarm(block.Written, block.Clause, block.Triggers);
            if (block.Stands && block.While is null && BindsAny(agreement, i, guarantors) && isWanted(alarm))
            {
                return alarm;
            }
        }
        return null;
    }

    private static bool BindsAny(Agreement agreement, int block, HashSet<string> guarantors) =>
        agreement.Norms.Any(norm =>
            norm.Block == block
            && norm is { Stands: true, IsDuty: true }
            && norm.Bearers.Actors.Names.Any(guarantors.Contains)
        );
}
