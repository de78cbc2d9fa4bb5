using Casus.Core.Syntax;

namespace Casus.Core.Checking;

/// <summary>Walks a tree in the order of the text.</summary>
internal static class TreeWalk
{
    /// <summary>Every element of a kind, the outer before the inner.</summary>
    public static List<T> All<T>(SyntaxElement root)
        where T : SyntaxElement
    {
        var found = new List<T>();
        Collect(root, found);
        return found;
    }

    private static void Collect<T>(SyntaxElement element, List<T> found)
        where T : SyntaxElement
    {
        if (element is T one)
        {
            found.Add(one);
        }
        if (element is SyntaxNode node)
        {
            foreach (var inner in node.Elements)
            {
                Collect(inner, found);
            }
        }
    }
}
