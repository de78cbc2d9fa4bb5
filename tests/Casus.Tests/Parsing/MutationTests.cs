using System.Collections.Concurrent;
using Casus.Mutations;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Parsing;

/// <summary>
/// The first of the mutations that bench/mutations makes a million of: whatever happens to a text, it is parsed,
/// compiled, checked and laid out without a fault.
/// </summary>
public sealed class MutationTests
{
    private const int Count = 20_000;

    [Fact]
    public async Task No_mutation_of_an_agreement_brings_a_fault_a_hang_or_a_place_outside_the_text()
    {
        var texts = SeedTexts.In(RepositoryRoot.Path);
        var failures = new ConcurrentBag<string>();
        var trials = Task.Run(() =>
            Parallel.For(
                1,
                Count + 1,
                new ParallelOptions { MaxDegreeOfParallelism = 2 },
                (number, loop) =>
                {
                    if (MutationTrial.Failure(Mutation.Make(number, texts), out _) is { } failure)
                    {
                        failures.Add($"bench/mutations show {number}: {failure}");
                        loop.Stop();
                    }
                }
            )
        );
        // One that never ends must not keep the others from being told.
        await trials.WaitAsync(TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
        Assert.Empty(failures);
    }

    [Fact]
    public void A_number_makes_the_same_mutation_again_and_another_makes_another()
    {
        var texts = SeedTexts.In(RepositoryRoot.Path);
        var made = Enumerable.Range(1, 200).Select(number => Mutation.Make(number, texts).Text).ToArray();
        Assert.Equal(made, Enumerable.Range(1, 200).Select(number => Mutation.Make(number, texts).Text));
        Assert.True(made.Distinct(StringComparer.Ordinal).Count() > 190);
    }

    [Fact]
    public void Every_sentence_of_an_agreement_stands_in_an_excerpt()
    {
        var texts = SeedTexts.In(RepositoryRoot.Path);
        foreach (var whole in texts.Whole)
        {
            var parts = string.Concat(whole.Excerpts().SelectMany(part => part.Pieces));
            Assert.All(whole.Pieces, piece => Assert.Contains(piece, parts, StringComparison.Ordinal));
        }
    }
}
