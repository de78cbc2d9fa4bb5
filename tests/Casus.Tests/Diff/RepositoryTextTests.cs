using System.Globalization;
using System.Text.RegularExpressions;
using Casus.Analysis.Diff;
using Casus.Tests.Binding;
using Casus.Tests.House;
using Casus.Tests.Reference;
using CsCheck;
using Xunit;

namespace Casus.Tests.Diff;

/// <summary>The agreements that come with Casus, with one number or one verb of them changed.</summary>
public sealed partial class RepositoryTextTests
{
    private const int Changes = 25;
    private const int Rows = 8;

    private static readonly string[] texts =
    [
        File.ReadAllText(RepositoryRoot.Of("agreements", "ukraine-2026", "agreement.casus")),
        File.ReadAllText(RepositoryRoot.Of("agreements", "minsk-2015", "agreement.casus")),
    ];

    private static readonly Gen<(string Old, string New)> Changed =
        from text in Gen.OneOf(texts)
        from place in Gen.Int[0, 10_000]
        from other in Gen.Int[1, 60]
        select (text, Change(text, place, other));

    [Fact]
    public void A_direction_that_is_claimed_holds_on_every_history() =>
        Gen.Select(Changed, GeneratedHistory.Rows(Rows))
            .Sample(
                (pair, rows) =>
                {
                    var (old, now) = (Texts.Whole(pair.Old), Texts.Whole(pair.New));
                    if (old.HasErrors || now.HasErrors)
                    {
                        return;
                    }
                    var diff = AgreementDiff.Of(old, now);
                    var refuted = ReplayedPair.Refuted(diff, old.Agreement, now.Agreement, rows, []);
                    Assert.True(refuted.Count == 0, $"{string.Join('\n', refuted)}\n{Told(diff)}");
                },
                iter: Changes,
                threads: 1
            );

    [Fact]
    public void Every_pair_of_them_is_compared_both_ways()
    {
        var compiled = Golden
            .Texts.Select(name => Texts.Whole(Golden.TextOf(name)))
            .Where(each => !each.HasErrors)
            .ToList();
        Assert.True(compiled.Count > 2);
        foreach (var old in compiled)
        {
            foreach (var now in compiled)
            {
                var diff = AgreementDiff.Of(old, now);
                Assert.Equal(ReferenceEquals(old, now), diff.IsSame);
                Assert.Equal(DiffUnit.Of(now.Tree).Length, diff.Pairs.Count(pair => pair.New is not null));
                Assert.Equal(DiffUnit.Of(old.Tree).Length, diff.Pairs.Count(pair => pair.Old is not null));
            }
        }
    }

    private static string Told(DiffResult diff) =>
        string.Join('\n', diff.Changes.Select(change => $"{change.Pair.Old?.Text} -> {change.Pair.New?.Text}"));

    private static string Change(string text, int place, int other)
    {
        var spots = Spot().Matches(text);
        var spot = spots[place % spots.Count];
        var word = spot.Value == "shall" ? "may" : other.ToString(CultureInfo.InvariantCulture);
        return text[..spot.Index] + word + text[(spot.Index + spot.Length)..];
    }

    /// <summary>
    /// A number of a sentence, not of an article (two articles of one number are no text); or the verb of a duty.
    /// </summary>
    [GeneratedRegex(@"(?<=[ \[])(?<!Article )\d{1,2}(?= )|\bshall\b", RegexOptions.None, 1000)]
    private static partial Regex Spot();
}
