using Casus.Core.Conditions;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// The same questions as <see cref="Judge"/> asks of a row, with the answers kept apart. Joined by `and` they
/// give its verdict.
/// </summary>
internal sealed partial class PatternJudge
{
    public (Shortfall Doubtful, Shortfall Failing) Facets(RecordedRow row, int pattern, in PartyKey key)
    {
        var facets = default(FacetSet);
        facets.Ask(Shortfall.Life, row.Present ? row.Scope : Verdict.NotMet);
        facets.Ask(Shortfall.Rejected, row.NotRejected);
        AskPattern(ref facets, row, pattern);
        if (key.Parties is { } parties)
        {
            facets.Ask(PartyFacet, ByAny(row, parties));
        }
        if (agreement.Patterns[pattern].BreachOf.IsEmpty)
        {
            return facets.Answer;
        }
        FacetSet? nearest = null;
        foreach (var norm in breaches[pattern])
        {
            var breach = default(FacetSet);
            AskPattern(ref breach, row, norm.Pattern);
            breach.Ask(Shortfall.Life, AsFrom(row, norm));
            var by = Verdict.NotMet;
            foreach (var party in norm.Addressees)
            {
                by = key.Parties is { } asked && !asked.Contains(party) ? by : by.Or(By(row, party));
            }
            breach.Ask(PartyFacet, by);
            breach.Ask(Shortfall.Excused, Excused(row, norm, key.Parties).Not());
            breach.Ask(Shortfall.OpenTextured, norm.Doubted ? Verdict.Undetermined : Verdict.Met);
            nearest = nearest is { } before && before.Lacks <= breach.Lacks ? before : breach;
        }
        return facets.And(nearest ?? FacetSet.Nothing).Answer;
    }

    private Shortfall PartyFacet => agreement.Attributed is null ? Shortfall.Party : Shortfall.Attributed;

    private void AskPattern(ref FacetSet facets, RecordedRow row, int index)
    {
        var pattern = agreement.Patterns[index];
        facets.Ask(Shortfall.Conduct, conducts[index][row.Conduct]);
        facets.Ask(Shortfall.Place, reading.PlaceVerdict(row.Place, index));
        if (!pattern.Against.IsEmpty)
        {
            facets.Ask(
                Shortfall.Details,
                row.Row.Against is { } against
                    ? VerdictLogic.Of(pattern.Against.Contains(against))
                    : Verdict.Undetermined
            );
        }
        if (pattern.CalibreAtLeastMm is not null || pattern.CalibreMoreThanMm is not null)
        {
            facets.Ask(
                Shortfall.Details,
                row.Row.CalibreMm is { } calibre
                    ? VerdictLogic.Of(!(calibre < pattern.CalibreAtLeastMm) && !(calibre <= pattern.CalibreMoreThanMm))
                    : Verdict.Undetermined
            );
        }
        if (pattern.Target is { } target)
        {
            facets.Ask(
                Shortfall.Details,
                row.Row.Target is { } struck ? VerdictLogic.Of(struck == target) : Verdict.Undetermined
            );
        }
        if (!pattern.Predicates.IsEmpty || !pattern.OpenTextured.IsEmpty)
        {
            facets.Ask(Shortfall.OpenTextured, Verdict.Undetermined);
        }
        if (pattern.Established)
        {
            facets.Ask(Shortfall.Established, row.Established);
        }
        if (pattern.Attributed && !row.Attributed)
        {
            facets.Ask(PartyFacet, Verdict.Undetermined);
        }
    }

    /// <summary>Answers by what was asked: the doubtful and the failing.</summary>
    private struct FacetSet
    {
        private Shortfall doubtful;
        private Shortfall failing;

        /// <summary>There is no norm that a row could be contrary to.</summary>
        public static FacetSet Nothing => new() { failing = Shortfall.Conduct };

        public readonly (Shortfall Doubtful, Shortfall Failing) Answer => (doubtful & ~failing, failing);

        /// <summary>How far from being met: what fails weighs more than anything doubtful.</summary>
        public readonly int Lacks =>
            System.Numerics.BitOperations.PopCount((uint)failing) * 100
            + System.Numerics.BitOperations.PopCount((uint)doubtful);

        public void Ask(Shortfall what, Verdict verdict)
        {
            doubtful |= verdict == Verdict.Undetermined ? what : Shortfall.None;
            failing |= verdict == Verdict.NotMet ? what : Shortfall.None;
        }

        public readonly FacetSet And(in FacetSet other) =>
            new() { doubtful = doubtful | other.doubtful, failing = failing | other.failing };
    }
}
