using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Hovering;
using Casus.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Casus.LanguageServer;

/// <summary>The methods of the protocol that read a text and answer; each in one line, its work in its own folder.</summary>
internal sealed partial class LanguageServerTarget(Workspace workspace)
{
    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public Task<Hover?> HoverAsync(TextDocumentPositionParams asked, CancellationToken cancellation) =>
        ReadAsync(
            asked.TextDocument,
            analysis => HoverAnswer.Of(analysis, analysis.OffsetOf(asked.Position), workspace.LastRunOf(analysis.Uri)),
            cancellation
        );

    private Task<T> ReadAsync<T>(
        TextDocumentIdentifier document,
        Func<Analysis, T> answer,
        CancellationToken cancellation
    ) => workspace.Of(document.Uri).ReadAsync(answer, cancellation);
}
