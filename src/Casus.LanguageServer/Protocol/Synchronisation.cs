namespace Casus.LanguageServer.Protocol;

public sealed record DidOpenParams(TextDocumentItem TextDocument);

public sealed record DidChangeParams(
    VersionedTextDocumentIdentifier TextDocument,
    IReadOnlyList<ContentChange> ContentChanges
);

/// <summary>Range: null where the text is the whole of it.</summary>
public sealed record ContentChange(string Text, TextRange? Range = null);

public sealed record DidCloseParams(TextDocumentIdentifier TextDocument);

public sealed record DidSaveParams(TextDocumentIdentifier TextDocument);

public sealed record ProtocolDiagnostic(
    TextRange Range,
    int Severity,
    string Code,
    string Source,
    string Message,
    IReadOnlyList<RelatedInformation>? RelatedInformation = null
);

public sealed record RelatedInformation(Location Location, string Message);

public sealed record PublishDiagnosticsParams(string Uri, int? Version, IReadOnlyList<ProtocolDiagnostic> Diagnostics);
