namespace Casus.LanguageServer.Protocol;

public sealed record Hover(MarkupContent Contents, TextRange? Range);

public sealed record ReferenceContext(bool IncludeDeclaration);

public sealed record ReferenceParams(TextDocumentIdentifier TextDocument, Position Position, ReferenceContext Context);

/// <summary>Kind: 1 text.</summary>
public sealed record DocumentHighlight(TextRange Range, int Kind = 1);

public sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName);

public sealed record PrepareRenameResult(TextRange Range, string Placeholder);
