using Casus.Reports.Text;
using CsCheck;
using Xunit;

namespace Casus.Tests.Reports.Text;

public sealed class LineBreaksTests
{
    private static readonly Gen<string> Text = Gen.Char["ab c/de fg"]
        .Array[0, 200]
        .Select(letters => new string(letters));

    [Fact]
    public void No_line_is_wider_and_nothing_but_spaces_is_lost() =>
        Gen.Select(Text, Gen.Int[4, 60], Gen.Int[0, 8])
            .Sample(
                (text, width, indent) =>
                {
                    var lines = LineBreaks.Indented(text, width, indent);
                    Assert.All(lines, line => Assert.True(line.Length <= width, line));
                    Assert.Equal(Bare(text), Bare(string.Concat(lines)));
                },
                iter: 2000
            );

    [Fact]
    public void A_path_is_broken_after_a_slash() =>
        Assert.Equal(["see some/", "folders/of/", "mine now"], LineBreaks.Of("see some/folders/of/mine now", 11));

    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
