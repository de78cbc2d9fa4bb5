namespace Casus.LanguageServer.Protocol;

public sealed record CodeActionParams(TextDocumentIdentifier TextDocument, TextRange Range);

/// <summary>Kind: quickfix, or refactor for what writes something new.</summary>
public sealed record CodeAction(
    string Title,
    string Kind,
    WorkspaceEdit Edit,
    IReadOnlyList<ProtocolDiagnostic> Diagnostics,
    bool IsPreferred
);
