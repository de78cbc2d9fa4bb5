namespace Casus.LanguageServer.Protocol;

/// <summary>Kind as the protocol numbers it.</summary>
public sealed record DocumentSymbol(
    string Name,
    string? Detail,
    int Kind,
    TextRange Range,
    TextRange SelectionRange,
    IReadOnlyList<DocumentSymbol> Children
);

public sealed record WorkspaceSymbolParams(string Query);

public sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName);

/// <summary>Lines from 0, both included. Kind: comment, or null.</summary>
public sealed record FoldingRange(int StartLine, int EndLine, string? Kind);

public sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, IReadOnlyList<Position> Positions);

public sealed record SelectionRange(TextRange Range, SelectionRange? Parent);

public sealed record InlayHint(Position Position, string Label, bool PaddingLeft, string? Tooltip);

public sealed record DocumentLink(TextRange Range, string Target);
