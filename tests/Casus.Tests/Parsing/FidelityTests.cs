using System.Collections;
using System.Reflection;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using CsCheck;
using Xunit;

namespace Casus.Tests.Parsing;

/// <summary>The tree holds the whole text, and its members name all that it holds.</summary>
public sealed class FidelityTests
{
    public static TheoryData<string> Texts => Golden.TextsAsData;

    [Fact]
    public void A_sentence_that_failed_has_one_error_and_it_is_inside_it()
    {
        MutatedTexts.Any.Sample(text =>
        {
            var result = Parser.Parse(new SourceText("a.casus", text));
            foreach (var sentence in result.Tree.Sentences.Where(each => each.Body is ErrorSentenceSyntax))
            {
                Assert.Single(
                    result.Diagnostics,
                    diagnostic =>
                        sentence.Span.Start <= diagnostic.Span.Start && diagnostic.Span.Start <= sentence.Span.End
                );
            }
        });
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Members_of_a_node_are_its_parts_and_every_inner_node_is_a_member(string name)
    {
        var tree = Parser.Parse(new SourceText("a.casus", Golden.TextOf(name))).Tree;
        foreach (var node in Nodes(tree))
        {
            var members = Members(node).ToHashSet();
            Assert.Subset(node.Elements.ToHashSet(), members);
            Assert.Empty(node.Elements.Where(element => element is SyntaxNode && !members.Contains(element)));
        }
    }

    private static IEnumerable<SyntaxNode> Nodes(SyntaxNode node) =>
        node.Elements.OfType<SyntaxNode>().SelectMany(Nodes).Prepend(node);

    private static IEnumerable<SyntaxElement> Members(SyntaxNode node)
    {
        var properties = node.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !string.Equals(property.Name, nameof(SyntaxNode.Elements), StringComparison.Ordinal));
        foreach (var property in properties)
        {
            var value = property.GetValue(node);
            if (value is SyntaxElement element)
            {
                yield return element;
            }
            else if (value is IEnumerable many and not string && !IsDefault(many))
            {
                foreach (var inner in many.OfType<SyntaxElement>())
                {
                    yield return inner;
                }
            }
        }
    }

    private static bool IsDefault(IEnumerable many) => many.GetType().GetProperty("IsDefault")?.GetValue(many) is true;
}
