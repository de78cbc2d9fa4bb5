using System.Text.Json;

namespace Casus.LanguageServer.Protocol;

public sealed record InitializeParams(
    int? ProcessId = null,
    string? RootUri = null,
    JsonElement? Capabilities = null,
    JsonElement? InitializationOptions = null
);

public sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

public sealed record ServerInfo(string Name, string Version);

/// <summary>What the server can do, in the words of the protocol (3.17).</summary>
public sealed record ServerCapabilities
{
    public string PositionEncoding { get; init; } = "utf-16";
    public required TextDocumentSyncOptions TextDocumentSync { get; init; }
    public bool HoverProvider { get; init; }
    public bool DefinitionProvider { get; init; }
    public bool ReferencesProvider { get; init; }
    public bool DocumentHighlightProvider { get; init; }
    public RenameOptions? RenameProvider { get; init; }
    public CompletionOptions? CompletionProvider { get; init; }
    public SignatureHelpOptions? SignatureHelpProvider { get; init; }
    public SemanticTokensOptions? SemanticTokensProvider { get; init; }
    public bool DocumentSymbolProvider { get; init; }
    public bool WorkspaceSymbolProvider { get; init; }
    public bool FoldingRangeProvider { get; init; }
    public bool SelectionRangeProvider { get; init; }
    public CodeActionOptions? CodeActionProvider { get; init; }
    public bool DocumentFormattingProvider { get; init; }
    public bool InlayHintProvider { get; init; }
    public DocumentLinkOptions? DocumentLinkProvider { get; init; }
}

/// <summary>Change: 2, changes of parts.</summary>
public sealed record TextDocumentSyncOptions(bool OpenClose, int Change, bool Save);

public sealed record RenameOptions(bool PrepareProvider);

public sealed record CompletionOptions(IReadOnlyList<string> TriggerCharacters, bool ResolveProvider = false);

public sealed record SignatureHelpOptions(
    IReadOnlyList<string> TriggerCharacters,
    IReadOnlyList<string> RetriggerCharacters
);

public sealed record SemanticTokensLegend(IReadOnlyList<string> TokenTypes, IReadOnlyList<string> TokenModifiers);

public sealed record SemanticTokensFull(bool Delta);

public sealed record SemanticTokensOptions(SemanticTokensLegend Legend, SemanticTokensFull Full, bool Range);

public sealed record CodeActionOptions(IReadOnlyList<string> CodeActionKinds);

public sealed record DocumentLinkOptions(bool ResolveProvider = false);
