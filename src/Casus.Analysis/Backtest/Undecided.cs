using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Stepping.Counting;

namespace Casus.Analysis.Backtest;

/// <summary>A kind of fact whose want left rows undecided.</summary>
/// <param name="What">Place, party or establishment, in a word.</param>
/// <param name="Rows">How many rows want it.</param>
/// <param name="Settle">The fact that would settle it.</param>
public sealed record Undecided(string What, int Rows, string Settle)
{
    public const string Place = "place";
    public const string Party = "party";
    public const string Establishment = "establishment";

    /// <summary>
    /// Of the rows that belong to the life; a row that is surely outside the first zone wants no more.
    /// </summary>
    internal static ImmutableArray<Undecided> Of(Agreement agreement, ConditionMachine conditions)
    {
        var (place, party, establishment) = conditions.Doubts(agreement.Zones.IsEmpty ? null : 0);
        Undecided[] all =
        [
            new(Party, party, PartySettled(agreement)),
            new(Establishment, establishment, EstablishmentSettled(agreement)),
            new(Place, place, "a position, or a smaller radius"),
        ];
        return [.. all.Where(undecided => undecided.Rows > 0).OrderByDescending(undecided => undecided.Rows)];
    }

    private static string PartySettled(Agreement agreement)
    {
        if (agreement.Attributed is not { } standard)
        {
            return "a table that names the party";
        }
        var confidence = standard.MinConfidence.ToString().ToLowerInvariant();
        var by = standard.By.IsEmpty ? "" : $"{string.Join(" or ", standard.By)}'s attribution, {confidence} or more";
        var side = standard.BySideOfOrigin ? "the side that fire came from" : "";
        return $"{by}{(by.Length > 0 && side.Length > 0 ? ", or " : "")}{side}";
    }

    private static string EstablishmentSettled(Agreement agreement)
    {
        if (agreement.Established is not { } standard)
        {
            return "one word instead of two that contradict each other";
        }
        var verified = standard.VerifiedBy.IsEmpty ? "" : $"verification by {string.Join(" or ", standard.VerifiedBy)}";
        var sources = standard.Sources is { } number ? $"{number} sources" : "";
        return $"{verified}{(verified.Length > 0 && sources.Length > 0 ? ", or " : "")}{sources}";
    }
}
