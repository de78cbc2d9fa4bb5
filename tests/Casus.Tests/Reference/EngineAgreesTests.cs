using System.Collections.Immutable;
using Casus.Core.Facts;
using CsCheck;
using Xunit;

namespace Casus.Tests.Reference;

/// <summary>
/// The engine against the definition: on generated agreements and histories they say the same, effect by effect.
/// </summary>
public sealed class EngineAgreesTests
{
    private const int Iterations = 200;

    [Fact]
    public void Every_effect_as_known_is_that_of_the_reference() =>
        Agrees(
            generated => generated.Judge().AsKnown().Effects.Select(effect => effect.ToString()),
            generated => EngineRun.Of(generated.Reference()).Effects.Select(effect => effect.ToString())
        );

    [Fact]
    public void Every_verdict_in_hindsight_is_that_of_the_reference() =>
        Agrees(
            generated => ReferencePropertyTests.Lines(generated.Judge().Hindsight()),
            generated => ReferencePropertyTests.Lines(EngineRun.Of(generated.Reference()).Hindsight)
        );

    [Fact]
    public void Every_run_in_hindsight_is_that_of_the_reference() =>
        Agrees(
            generated => Runs(generated.Judge().Hindsight()),
            generated => Runs(EngineRun.Of(generated.Reference()).Hindsight)
        );

    [Fact]
    public void Every_undetermined_run_is_told_as_by_the_reference() =>
        Agrees(
            generated => generated.Judge().AsKnown().Undetermined.Select(one => one.ToString()),
            generated => EngineRun.Of(generated.Reference()).Undetermined.Select(one => one.ToString())
        );

    [Fact]
    public void Every_verdict_of_a_watched_row_is_that_of_the_reference() =>
        Agrees(
            generated => Sorted(generated.Judge().AsKnown().Rows),
            generated => Sorted(EngineRun.Of(generated.Reference()).Rows)
        );

    [Fact]
    public void The_standing_of_every_row_is_that_of_the_reference() =>
        Agrees(
            generated =>
            {
                var judge = generated.Judge();
                return InRecord(generated)
                    .Select(row =>
                        $"{row.Id} {judge.StandingOf(row.Id).Established}"
                        + $" {judge.StandingOf(row.Id).Attributed} {judge.StandingOf(row.Id).Breach[0]}"
                    );
            },
            generated =>
            {
                var machine = EngineRun.Of(generated.Reference()).Machine;
                return InRecord(generated)
                    .Select(row => machine.Standing(row.Id)!)
                    .Zip(InRecord(generated), (s, row) => $"{row.Id} {s.Established} {s.Attributed} {s.Breach}");
            }
        );

    private static IEnumerable<IncidentRow> InRecord(GeneratedCase generated)
    {
        var machine = EngineRun.Of(generated.Reference()).Machine;
        return generated.Rows.Where(row => machine.InRecord(row.Id));
    }

    private static IEnumerable<string> Runs(IEnumerable<Casus.Reference.ReferenceTimeline> timelines) =>
        timelines.Select(line => $"{line.Condition} {line.Key}: {string.Join(' ', line.Runs)}");

    private static IEnumerable<string> Sorted(IEnumerable<Casus.Reference.ReferenceRowVerdict> rows) =>
        rows.Select(row => row.ToString());

    private static void Agrees(
        Func<GeneratedCase, IEnumerable<string>> reference,
        Func<GeneratedCase, IEnumerable<string>> engine
    ) =>
        ReferencePropertyTests.Holds(
            GeneratedCase.Any(),
            generated => Assert.Equal(reference(generated).ToImmutableArray(), engine(generated).ToImmutableArray()),
            generated => generated,
            Iterations
        );
}
