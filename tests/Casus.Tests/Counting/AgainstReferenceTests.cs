using Casus.Reference;
using CsCheck;
using Xunit;

namespace Casus.Tests.Counting;

/// <summary>
/// Fast equals plain: whatever the agreement and the history, the machine tells what the reference tells.
/// </summary>
public sealed class AgainstReferenceTests
{
    private const int Cases = 300;

    [Fact]
    public void Every_effect_as_known_is_the_reference_s() =>
        CountingGenerators.Case.Sample(
            given =>
            {
                var expected = new ReferenceJudge(given.ForReference()).AsKnown();
                var found = given.Run();
                Assert.Equal(
                    expected.Effects,
                    found.Grades.Select(change => new ReferenceEffect(
                        change.Condition,
                        change.Key,
                        change.Kind,
                        change.At,
                        change.KnownAt
                    ))
                );
                Assert.Equal(
                    expected.Undetermined,
                    found.Undetermined.Select(told => new ReferenceTelling(
                        told.Condition,
                        told.Key,
                        told.At,
                        told.KnownAt
                    ))
                );
                Assert.Equal(
                    expected.Rows,
                    found.Rows.Select(judged => new ReferenceRowVerdict(
                        judged.Pattern,
                        judged.Row.Id,
                        judged.Before,
                        judged.Now,
                        judged.KnownAt
                    ))
                );
            },
            iter: Cases,
            print: CountingCase.Describe
        );

    [Fact]
    public void Hindsight_is_the_reference_s() =>
        CountingGenerators.Case.Sample(
            given =>
            {
                var expected = new ReferenceJudge(given.ForReference()).Hindsight();
                var found = given.Run().Machine.Hindsight();
                Assert.Equal(
                    expected.Select(timeline =>
                        Written(
                            timeline.Condition,
                            $"{timeline.Key}",
                            timeline.Segments.Select(segment => $"{segment.From} {segment.Verdict}"),
                            timeline.Runs.Select(run => $"{run.Start} {run.End} {run.Arose}")
                        )
                    ),
                    found.Select(timeline =>
                        Written(
                            timeline.Condition,
                            $"{timeline.Key}",
                            timeline.Segments.Select(segment => $"{segment.From} {segment.Verdict}"),
                            timeline.Runs.Select(run => $"{run.Start} {run.End} {run.Arose}")
                        )
                    )
                );
            },
            iter: Cases,
            print: CountingCase.Describe
        );

    [Fact]
    public void Standing_of_each_row_is_the_reference_s() =>
        CountingGenerators.Case.Sample(
            given =>
            {
                var reference = new ReferenceJudge(given.ForReference());
                var machine = given.Run().Machine;
                foreach (var row in given.Rows)
                {
                    if (machine.InRecord(row.Id))
                    {
                        var expected = reference.StandingOf(row.Id);
                        var found = machine.Standing(row.Id)!;
                        Assert.Equal(expected.Established, found.Established);
                        Assert.Equal(expected.Attributed, found.Attributed);
                        Assert.Equal(expected.Breach[0], found.Breach);
                    }
                }
            },
            iter: Cases,
            print: CountingCase.Describe
        );

    private static string Written(int condition, string key, IEnumerable<string> segments, IEnumerable<string> runs) =>
        $"{condition} {key}: {string.Join("; ", segments)} / {string.Join("; ", runs)}";
}
