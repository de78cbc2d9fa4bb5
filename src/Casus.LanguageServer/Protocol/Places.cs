namespace Casus.LanguageServer.Protocol;

/// <summary>Line and character count from 0; a character is a UTF-16 unit.</summary>
public sealed record Position(int Line, int Character);

/// <summary>[Start, End).</summary>
public sealed record TextRange(Position Start, Position End);

public sealed record Location(string Uri, TextRange Range);

public sealed record DocumentEdit(TextRange Range, string NewText);

public sealed record TextDocumentIdentifier(string Uri);

public sealed record VersionedTextDocumentIdentifier(string Uri, int Version);

public sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text);

/// <summary>Edits by document.</summary>
public sealed record WorkspaceEdit(IReadOnlyDictionary<string, IReadOnlyList<DocumentEdit>> Changes);

public sealed record MarkupContent(string Kind, string Value)
{
    public static MarkupContent Markdown(string value) => new("markdown", value);
}

/// <summary>Where in which text: what most requests ask with.</summary>
public sealed record TextDocumentPositionParams(TextDocumentIdentifier TextDocument, Position Position);

public sealed record TextDocumentParams(TextDocumentIdentifier TextDocument);

public sealed record DocumentRangeParams(TextDocumentIdentifier TextDocument, TextRange Range);
