using Casus.Core.Norms;

namespace Casus.Core.Binding;

/// <summary>
/// Two norms that one bearer cannot both keep, and no priority that settles it: an error that shows both sentences.
/// </summary>
internal static class ContradictionCheck
{
    public static void Run(BindingContext context, NormSlots slots)
    {
        var standing = slots
            .All.Where(slot => slot.Place.Stands && context.Norms[slot.Index] is { IsDuty: true })
            .ToList();
        var owedByVerb = standing
            .Where(slot => slot.Kind != NormKind.Refrain)
            .ToLookup(slot => slot.Verb, StringComparer.Ordinal);
        foreach (var forbidden in standing.Where(slot => slot.Kind == NormKind.Refrain))
        {
            foreach (var owed in owedByVerb[forbidden.Verb])
            {
                if (
                    Clash(context.Norms[owed.Index]!, context.Norms[forbidden.Index]!)
                    && !Settled(context, owed, forbidden)
                )
                {
                    context.Report(
                        Codes.Contradiction,
                        forbidden.Clause,
                        $"{forbidden.Place.Clause} forbids what {owed.Place.Clause} requires: \"{owed.Clause.WordsText()}\"."
                    );
                }
            }
        }
    }

    private static bool Clash(Norm owed, Norm forbidden) =>
        owed.Bearers.Actors.Names.Intersect(forbidden.Bearers.Actors.Names, StringComparer.Ordinal).Any()
        && string.Equals(owed.Object, forbidden.Object, StringComparison.OrdinalIgnoreCase);

    private static bool Settled(BindingContext context, NormSlot one, NormSlot other) =>
        context.Priorities.Exists(priority =>
            Between(priority.Stronger, priority.Weaker, one, other)
            || Between(priority.Stronger, priority.Weaker, other, one)
        );

    private static bool Between(string stronger, string weaker, NormSlot first, NormSlot second) =>
        ReferenceBinder.Covers(stronger, first.Place.Clause, first.Place.Article)
        && ReferenceBinder.Covers(weaker, second.Place.Clause, second.Place.Article);
}
