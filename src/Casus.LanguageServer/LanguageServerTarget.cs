using Casus.LanguageServer.Actions;
using Casus.LanguageServer.Colours;
using Casus.LanguageServer.Completing;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Hovering;
using Casus.LanguageServer.Layout;
using Casus.LanguageServer.Navigation;
using Casus.LanguageServer.Outline;
using Casus.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Casus.LanguageServer;

/// <summary>
/// The methods of the protocol that read a text and answer; each in one line, its work in its own folder.
/// </summary>
internal sealed class LanguageServerTarget(Workspace workspace)
{
    private readonly SemanticTokensAnswer colours = new();

    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public Task<Hover?> HoverAsync(TextDocumentPositionParams asked, CancellationToken cancellation) =>
        AtAsync(asked, (analysis, at) => HoverAnswer.Of(analysis, at, workspace.LastRunOf(analysis.Uri)), cancellation);

    [JsonRpcMethod("textDocument/definition", UseSingleObjectParameterDeserialization = true)]
    public Task<Location?> DefinitionAsync(TextDocumentPositionParams asked, CancellationToken cancellation) =>
        AtAsync(asked, NameAnswers.Definition, cancellation);

    [JsonRpcMethod("textDocument/references", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<Location>> ReferencesAsync(ReferenceParams asked, CancellationToken cancellation) =>
        AtAsync(
            new TextDocumentPositionParams(asked.TextDocument, asked.Position),
            (analysis, at) => NameAnswers.References(analysis, at, asked.Context.IncludeDeclaration),
            cancellation
        );

    [JsonRpcMethod("textDocument/documentHighlight", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<DocumentHighlight>> HighlightAsync(
        TextDocumentPositionParams asked,
        CancellationToken cancellation
    ) => AtAsync(asked, NameAnswers.Highlights, cancellation);

    [JsonRpcMethod("textDocument/prepareRename", UseSingleObjectParameterDeserialization = true)]
    public Task<PrepareRenameResult?> PrepareRenameAsync(
        TextDocumentPositionParams asked,
        CancellationToken cancellation
    ) => AtAsync(asked, (analysis, at) => new Renaming(analysis).Prepare(at), cancellation);

    [JsonRpcMethod("textDocument/rename", UseSingleObjectParameterDeserialization = true)]
    public Task<WorkspaceEdit> RenameAsync(RenameParams asked, CancellationToken cancellation) =>
        AtAsync(
            new TextDocumentPositionParams(asked.TextDocument, asked.Position),
            (analysis, at) => new Renaming(analysis).Rename(at, asked.NewName),
            cancellation
        );

    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<CompletionItem>> CompletionAsync(
        TextDocumentPositionParams asked,
        CancellationToken cancellation
    ) => AtAsync(asked, CompletionAnswer.Of, cancellation);

    [JsonRpcMethod("textDocument/signatureHelp", UseSingleObjectParameterDeserialization = true)]
    public Task<SignatureHelp?> SignatureHelpAsync(TextDocumentPositionParams asked, CancellationToken cancellation) =>
        AtAsync(asked, SignatureAnswer.Of, cancellation);

    [JsonRpcMethod("textDocument/semanticTokens/full", UseSingleObjectParameterDeserialization = true)]
    public Task<SemanticTokens> ColoursAsync(TextDocumentParams asked, CancellationToken cancellation) =>
        ReadAsync(asked.TextDocument, colours.Full, cancellation);

    [JsonRpcMethod("textDocument/semanticTokens/full/delta", UseSingleObjectParameterDeserialization = true)]
    public Task<object> ColourChangesAsync(SemanticTokensDeltaParams asked, CancellationToken cancellation) =>
        ReadAsync(asked.TextDocument, analysis => colours.Delta(analysis, asked.PreviousResultId), cancellation);

    [JsonRpcMethod("textDocument/semanticTokens/range", UseSingleObjectParameterDeserialization = true)]
    public Task<SemanticTokens> ColoursOfRangeAsync(DocumentRangeParams asked, CancellationToken cancellation) =>
        ReadAsync(asked.TextDocument, analysis => SemanticTokensAnswer.Range(analysis, asked.Range), cancellation);

    [JsonRpcMethod("textDocument/documentSymbol", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<DocumentSymbol>> SymbolsAsync(TextDocumentParams asked, CancellationToken cancellation) =>
        ReadAsync(asked.TextDocument, SymbolAnswers.OfDocument, cancellation);

    [JsonRpcMethod("workspace/symbol", UseSingleObjectParameterDeserialization = true)]
    public async Task<IReadOnlyList<SymbolInformation>> SymbolsOfAllAsync(
        WorkspaceSymbolParams asked,
        CancellationToken cancellation
    )
    {
        var found = new List<SymbolInformation>();
        foreach (var document in workspace.All.OrderBy(document => document.Uri, StringComparer.Ordinal))
        {
            found.AddRange(
                await document
                    .ReadAsync(analysis => SymbolAnswers.OfWorkspace(analysis, asked.Query).ToList(), cancellation)
                    .ConfigureAwait(false)
            );
        }
        return found;
    }

    [JsonRpcMethod("textDocument/foldingRange", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<FoldingRange>> FoldingAsync(TextDocumentParams asked, CancellationToken cancellation) =>
        ReadAsync(asked.TextDocument, FoldingAnswer.Of, cancellation);

    [JsonRpcMethod("textDocument/selectionRange", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<SelectionRange>> SelectionAsync(
        SelectionRangeParams asked,
        CancellationToken cancellation
    ) => ReadAsync(asked.TextDocument, analysis => SelectionAnswer.Of(analysis, asked.Positions), cancellation);

    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeActionParams asked, CancellationToken cancellation) =>
        ReadAsync(asked.TextDocument, analysis => ActionAnswer.Of(analysis, asked.Range), cancellation);

    [JsonRpcMethod("textDocument/formatting", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<DocumentEdit>> FormattingAsync(
        TextDocumentParams asked,
        CancellationToken cancellation
    ) => ReadAsync(asked.TextDocument, FormattingAnswer.Of, cancellation);

    [JsonRpcMethod("textDocument/inlayHint", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<InlayHint>> HintsAsync(DocumentRangeParams asked, CancellationToken cancellation) =>
        ReadAsync(asked.TextDocument, analysis => HintAnswer.Of(analysis, asked.Range), cancellation);

    [JsonRpcMethod("textDocument/documentLink", UseSingleObjectParameterDeserialization = true)]
    public Task<IReadOnlyList<DocumentLink>> LinksAsync(TextDocumentParams asked, CancellationToken cancellation) =>
        ReadAsync(asked.TextDocument, LinkAnswer.Of, cancellation);

    private Task<T> AtAsync<T>(
        TextDocumentPositionParams asked,
        Func<Analysis, int, T> answer,
        CancellationToken cancellation
    ) => ReadAsync(asked.TextDocument, analysis => answer(analysis, analysis.OffsetOf(asked.Position)), cancellation);

    private Task<T> ReadAsync<T>(
        TextDocumentIdentifier document,
        Func<Analysis, T> answer,
        CancellationToken cancellation
    ) => workspace.Of(document.Uri).ReadAsync(answer, cancellation);
}
