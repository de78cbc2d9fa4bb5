using System.Xml.Linq;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Docs;

/// <summary>
/// The drawings stand by themselves: named, described, readable on light and dark, with nothing from outside.
/// </summary>
public sealed class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Drawings =>
        [
            .. Directory
                .EnumerateFiles(RepositoryRoot.Of("docs", "pictures"), "*.svg")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Drawings))]
    public void A_drawing_has_a_name_a_description_a_ground_and_nothing_from_outside(string drawing)
    {
        var root = XDocument.Load(RepositoryRoot.Of("docs", "pictures", drawing)).Root!;
        Assert.NotEmpty(root.Element(Svg + "title")!.Value);
        Assert.NotEmpty(root.Element(Svg + "desc")!.Value);
        Assert.Equal("title desc", root.Attribute("aria-labelledby")?.Value);
        Assert.NotNull(root.Element(Svg + "rect")?.Attribute("fill"));
        Assert.Empty(root.Descendants().Where(element => element.Name.LocalName is "image" or "script" or "use"));
        var values = root.Descendants().SelectMany(element => element.Attributes()).Select(value => value.Value);
        Assert.Empty(
            values
                .Append(root.Element(Svg + "style")!.Value)
                .Where(value => value != Svg.NamespaceName && value.Contains("//", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Every_drawing_is_shown_on_the_page_of_drawings() =>
        Assert.All(
            Drawings,
            drawing =>
                Assert.Contains(
                    $"](pictures/{drawing.Data})",
                    File.ReadAllText(RepositoryRoot.Of("docs", "semantics-in-plain-words.md")),
                    StringComparison.Ordinal
                )
        );
}
