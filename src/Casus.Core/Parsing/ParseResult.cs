using System.Collections.Immutable;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>A tree that holds the whole text, and what is wrong with its shape, in the order of the text.</summary>
public sealed record ParseResult(DocumentSyntax Tree, ImmutableArray<Diagnostic> Diagnostics);
