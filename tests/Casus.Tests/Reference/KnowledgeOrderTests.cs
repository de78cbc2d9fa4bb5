using System.Globalization;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Time;
using CsCheck;
using Xunit;

namespace Casus.Tests.Reference;

/// <summary>
/// What more knowledge may change and what it may not (S10, S11), and what may change nothing at all.
/// </summary>
public sealed class KnowledgeOrderTests
{
    private const int Iterations = 150;

    [Fact]
    public void Narrowing_what_a_row_says_never_turns_met_into_not_met_or_back() =>
        Holds(
            GeneratedCase.Any().Select(Gen.Int[0, 5], Gen.Bool),
            sample =>
            {
                var (drawn, index, early) = sample;
                var wide = WithoutJoins(drawn);
                if (index >= wide.Rows.Length)
                {
                    return;
                }
                var narrow = wide with { Rows = wide.Rows.SetItem(index, Narrowed(wide.Rows[index], early)) };
                var before = EngineRun.Of(wide.Reference()).Hindsight;
                var after = EngineRun.Of(narrow.Reference()).Hindsight;
                foreach (var (one, other) in before.Zip(after))
                {
                    foreach (var instant in one.Segments.Concat(other.Segments).Select(segment => segment.From))
                    {
                        var was = ReferencePropertyTests.At(one, instant);
                        Assert.True(
                            was == Verdict.Undetermined || was == ReferencePropertyTests.At(other, instant),
                            $"{one.Condition} {one.Key} was {was} at {instant}"
                        );
                    }
                }
            },
            sample => sample.Item1
        );

    [Fact]
    public void The_order_of_rows_does_not_matter_in_hindsight() =>
        Holds(
            GeneratedCase.Any(),
            generated =>
            {
                var turned = generated with { Rows = [.. generated.Rows.Reverse()] };
                Assert.Equal(
                    ReferencePropertyTests.Lines(EngineRun.Of(generated.Reference()).Hindsight),
                    ReferencePropertyTests.Lines(EngineRun.Of(turned.Reference()).Hindsight)
                );
            },
            generated => generated
        );

    [Fact]
    public void A_prefix_of_the_record_gives_a_prefix_of_the_effects() =>
        Holds(
            GeneratedCase.Any().Select(Gen.Int[0, 60]),
            sample =>
            {
                var (generated, step) = sample;
                var until = GeneratedHistory.Start.Plus(step * 6 * 3600L);
                var prefix = EngineRun.Of(generated.Reference() with { Horizon = until }).Effects;
                var whole = EngineRun.Of(generated.Reference()).Effects;
                Assert.Equal(whole.Where(effect => effect.KnownAt <= until), prefix);
            },
            sample => sample.Item1
        );

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "~";
        strange.NumberFormat.NumberDecimalSeparator = ",";
        strange.NumberFormat.NumberGroupSeparator = ".";
        strange.DateTimeFormat.DateSeparator = "|";
        strange.DateTimeFormat.TimeSeparator = "|";
        var usual = CultureInfo.CurrentCulture;
        Holds(
            GeneratedCase.Any(),
            generated =>
            {
                var plain = EngineRun.Of(generated.Reference()).Effects.ToList();
                CultureInfo.CurrentCulture = strange;
                var moved = EngineRun.Of(generated.Reference()).Effects.ToList();
                CultureInfo.CurrentCulture = usual;
                Assert.Equal(plain, moved);
            },
            generated => generated
        );
    }

    /// <summary>
    /// Joining, and a series' first warning, may make a settled verdict undetermined or another; S11 leaves the first
    /// out, and says nothing of the second.
    /// </summary>
    private static GeneratedCase WithoutJoins(GeneratedCase drawn) =>
        drawn with
        {
            Agreement = drawn.Agreement with
            {
                SameIncident = null,
                Conditions =
                [
                    .. drawn.Agreement.Conditions.Select(tracked =>
                        tracked with
                        {
                            Stands = tracked.Condition is not Condition.Persists { Condition: 2 },
                        }
                    ),
                ],
            },
            Rows = [.. drawn.Rows.Select(row => Copy(row, row.Occurred, row.CountMin, row.CountMax))],
        };

    private static IncidentRow Narrowed(IncidentRow row, bool early)
    {
        var (from, to) = (row.Occurred.From, row.Occurred.To);
        var middle = new Moment((from.Second + to.Second) / 2);
        var count = Math.Min(row.CountMax, Math.Max(row.CountMin, 1));
        return Copy(row, early ? new TimeInterval(from, middle) : new TimeInterval(middle, to), count, count);
    }

    private static IncidentRow Copy(IncidentRow row, TimeInterval occurred, long least, long most) =>
        new()
        {
            Ordinal = row.Ordinal,
            Id = row.Id,
            Occurred = occurred,
            KnownAt = row.KnownAt,
            Place = row.Place,
            Conduct = row.Conduct,
            Count = row.Count,
            CountMin = least,
            CountMax = most,
            Party = row.Party,
            Against = row.Against,
            OriginSide = row.OriginSide,
            Findings = row.Findings,
            Organisation = row.Organisation,
            Source = row.Source,
            File = row.File,
            Supersedes = row.Supersedes,
            Deaths = row.Deaths,
        };

    private static void Holds<T>(Gen<T> gen, Action<T> property, Func<T, GeneratedCase> of) =>
        ReferencePropertyTests.Holds(gen, property, of, Iterations);
}
