using System.Collections.Immutable;
using Casus.Analysis.Diff;
using Casus.Core.Facts;
using Casus.Core.Time;
using Casus.Tests.Binding;
using Casus.Tests.Reference;
using CsCheck;
using Xunit;

namespace Casus.Tests.Diff;

/// <summary>
/// What docs/diff.md argues, held against the engine: whatever is called weaker, stronger or the same is replayed on
/// generated histories under both texts.
/// </summary>
public sealed class DirectionPropertyTests
{
    private const int Pairs = 150;
    private const int Histories = 6;
    private const int Rows = 10;

    private static readonly Gen<Act> Act = Gen.Select(
        Gen.OneOf(ActKind.Warning, ActKind.Vote, ActKind.Vote, ActKind.Consent, ActKind.Performance),
        Gen.OneOf("Ukraine", "France", "Poland", "Germany", "Commission"),
        Gen.Int[0, 14],
        Gen.OneOf(0L, 3600, 86_400),
        Gen.OneOf("yes", "no"),
        Gen.OneOf("3.1(a)", "3.2(b)", "3.4(a)"),
        (kind, by, step, late, value, clause) =>
            new Act
            {
                Id = "",
                Kind = kind,
                By = [by],
                At = GeneratedHistory.Start.Plus(step * 6 * 3600L),
                KnownAt = GeneratedHistory.Start.Plus((step * 6 * 3600L) + late),
                Value = kind == ActKind.Vote ? value : null,
                Clause =
                    kind is ActKind.Vote ? "3.4(a)"
                    : kind == ActKind.Performance ? clause
                    : null,
            }
    );

    private static readonly Gen<(ImmutableArray<IncidentRow> Rows, ImmutableArray<Act> Acts)> History = Gen.Select(
        GeneratedHistory.Rows(Rows),
        Act.Array[0, 5],
        (rows, acts) => (rows, acts.Select((act, i) => act with { Id = $"a{i}" }).ToImmutableArray())
    );

    [Fact]
    public void A_direction_that_is_claimed_holds_on_every_history() =>
        Gen.Select(MutatedText.Any, History.Array[Histories])
            .Sample(
                (text, histories) =>
                {
                    var (old, now) = (text.Before, text.After);
                    Assert.False(old.HasErrors, string.Join('\n', old.Diagnostics.Select(each => each.Message)));
                    Assert.False(now.HasErrors, string.Join('\n', now.Diagnostics.Select(each => each.Message)));
                    var diff = AgreementDiff.Of(old, now);
                    foreach (var (rows, acts) in histories)
                    {
                        var refuted = ReplayedPair.Refuted(diff, old.Agreement, now.Agreement, rows, acts);
                        Assert.True(refuted.Count == 0, $"{string.Join('\n', refuted)}\n{text}");
                    }
                },
                iter: Pairs,
                threads: 1
            );

    /// <summary>A claim that no history could refute would hold in vain: the opposite of each is refuted.</summary>
    [Fact]
    public void The_opposite_of_a_claim_is_refuted()
    {
        var refuted = 0;
        Gen.Select(MutatedText.Any, History.Array[Histories])
            .Sample(
                (text, histories) =>
                {
                    var (old, now) = (text.Before, text.After);
                    var wrong = Opposite(AgreementDiff.Of(old, now));
                    refuted += histories.Count(each =>
                        ReplayedPair.Refuted(wrong, old.Agreement, now.Agreement, each.Rows, each.Acts).Count > 0
                    );
                },
                iter: 120,
                seed: "0000KOIxUoN3",
                threads: 1
            );
        Assert.True(refuted > 10, $"{refuted} histories refuted a wrong claim");
    }

    private static DiffResult Opposite(DiffResult diff) =>
        diff with
        {
            Norms =
            [
                .. diff.Norms.Select(each =>
                    each with
                    {
                        Ground = each.Ground.Turned(),
                        Demand = each.Demand.Turned(),
                    }
                ),
            ],
            Grades =
            [
                .. diff.Grades.Select(each =>
                    each with
                    {
                        Relation = new Relation(each.Relation.Met.Turned(), each.Relation.Possible.Turned()),
                    }
                ),
            ],
        };

    /// <summary>
    /// Why a narrower count is not called weaker where reports are joined (S7): the report of an unknown kind that
    /// linked
    /// two others counts no more, and the two are two.
    /// </summary>
    [Fact]
    public void Fewer_reports_can_count_for_more_where_reports_are_joined()
    {
        const string Wide = """
            Same incident: within 60 minutes and 5 km.
            A flare means at least 2 heavy fire by one party within any 24 hours.
            On a flare by Russia:
              France shall assist Ukraine within 2 days.

            """;
        var wide = Texts.Whole(Texts.Heading + Wide);
        var narrow = Texts.Whole(Texts.Heading + Wide.Replace("heavy fire", "mortar", StringComparison.Ordinal));
        var diff = AgreementDiff.Of(wide, narrow);
        Assert.Equal(Direction.CannotTell, diff.Whole);
        ImmutableArray<IncidentRow> rows =
        [
            Report(0, 0, "mortar", "A"),
            Report(1, 50, "heavy fire", "B"),
            Report(2, 100, "mortar", "C"),
        ];
        var claimed = diff with
        {
            Grades = [.. diff.Grades.Select(each => each with { Relation = Relation.Both(Order.Less) })],
        };
        Assert.NotEmpty(ReplayedPair.Refuted(claimed, wide.Agreement, narrow.Agreement, rows, []));
    }

    private static IncidentRow Report(int index, int minutes, string conduct, string organisation) =>
        new()
        {
            Ordinal = index,
            Id = $"r{index}",
            Occurred = new TimeInterval(
                GeneratedHistory.Start.Plus(minutes * 60),
                GeneratedHistory.Start.Plus(minutes * 60)
            ),
            KnownAt = GeneratedHistory.Start.Plus(minutes * 60),
            Place = new Place { Point = new GeoPoint(48.1, 38.05) },
            Conduct = conduct,
            Count = 1,
            CountMin = 1,
            CountMax = 1,
            Party = "Russia",
            Organisation = organisation,
            File = "generated.csv",
        };

    /// <summary>A claim that is never made would hold in vain.</summary>
    [Fact]
    public void Generated_changes_are_called_weaker_and_stronger_often()
    {
        var counts = new Dictionary<Direction, int>();
        MutatedText.Any.Sample(
            text =>
            {
                var direction = AgreementDiff.Of(text.Before, text.After).Whole;
                counts[direction] = counts.GetValueOrDefault(direction) + 1;
            },
            iter: 500,
            seed: "0000KOIxUoN3",
            threads: 1
        );
        Direction[] claims = [Direction.Stronger, Direction.Weaker, Direction.CannotTell];
        Assert.All(claims, claim => Assert.True(counts.GetValueOrDefault(claim) > 10, string.Join(", ", counts)));
    }
}
