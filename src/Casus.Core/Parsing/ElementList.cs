using System.Collections.Immutable;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>The elements of a node while it is being read, in source order.</summary>
internal sealed class ElementList
{
    private readonly ImmutableArray<SyntaxElement>.Builder elements = ImmutableArray.CreateBuilder<SyntaxElement>();

    public T Add<T>(T element)
        where T : SyntaxElement
    {
        elements.Add(element);
        return element;
    }

    public ImmutableArray<SyntaxElement> Done() => elements.ToImmutable();
}
