using System.Reflection;
using Casus.LanguageServer.Colours;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer;

/// <summary>What the server says that it can do.</summary>
internal static class Capabilities
{
    private const int ChangesOfParts = 2;

    public static string Version { get; } =
        typeof(Capabilities).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0";

    public static ServerCapabilities All { get; } =
        new()
        {
            TextDocumentSync = new TextDocumentSyncOptions(OpenClose: true, ChangesOfParts, Save: true),
            HoverProvider = true,
            DefinitionProvider = true,
            ReferencesProvider = true,
            DocumentHighlightProvider = true,
            RenameProvider = new RenameOptions(PrepareProvider: true),
            CompletionProvider = new CompletionOptions([" ", "[", ":"]),
            SignatureHelpProvider = new SignatureHelpOptions([" "], [" ", ","]),
            SemanticTokensProvider = new SemanticTokensOptions(
                SemanticTokensAnswer.Legend,
                new SemanticTokensFull(Delta: true),
                Range: true
            ),
            DocumentSymbolProvider = true,
            WorkspaceSymbolProvider = true,
            FoldingRangeProvider = true,
            SelectionRangeProvider = true,
            CodeActionProvider = new CodeActionOptions(["quickfix"]),
            DocumentFormattingProvider = true,
            InlayHintProvider = true,
            DocumentLinkProvider = new DocumentLinkOptions(),
        };
}
