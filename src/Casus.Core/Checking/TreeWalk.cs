using Casus.Core.Syntax;

namespace Casus.Core.Checking;

/// <summary>The phrases of a text that rules look for, in the order of the text, found in one walk.</summary>
public sealed class TreeWalk
{
    private readonly List<SimpleSyntax> simples = [];
    private readonly List<RoleSyntax> roles = [];
    private readonly List<StateSyntax> states = [];

    public TreeWalk(DocumentSyntax tree) => Collect(tree);

    public IReadOnlyList<SimpleSyntax> Simples => simples;
    public IReadOnlyList<RoleSyntax> Roles => roles;
    public IReadOnlyList<StateSyntax> States => states;

    /// <summary>The tokens of a part of a tree, in order.</summary>
    public static List<SyntaxToken> Tokens(SyntaxNode root)
    {
        var tokens = new List<SyntaxToken>();
        Collect(root, tokens);
        return tokens;
    }

    private static void Collect(SyntaxNode node, List<SyntaxToken> tokens)
    {
        foreach (var element in node.Elements)
        {
            if (element is SyntaxToken token)
            {
                tokens.Add(token);
            }
            else
            {
                Collect((SyntaxNode)element, tokens);
            }
        }
    }

    private void Collect(SyntaxNode node)
    {
        switch (node)
        {
            case SimpleSyntax simple:
                simples.Add(simple);
                break;
            case RoleSyntax role:
                roles.Add(role);
                break;
            case StateSyntax state:
                states.Add(state);
                break;
        }
        foreach (var element in node.Elements)
        {
            if (element is not SyntaxToken)
            {
                Collect((SyntaxNode)element);
            }
        }
    }
}
