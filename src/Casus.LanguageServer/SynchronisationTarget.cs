using Casus.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Casus.LanguageServer;

/// <summary>What clients say of the texts that they have open.</summary>
internal sealed class SynchronisationTarget(Workspace workspace)
{
    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void DidOpen(DidOpenParams opened) => workspace.Open(opened.TextDocument);

    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void DidChange(DidChangeParams changed) =>
        workspace.Find(changed.TextDocument.Uri)?.Change(changed.TextDocument.Version, changed.ContentChanges);

    /// <summary>Files beside the text may have been written meanwhile.</summary>
    [JsonRpcMethod("textDocument/didSave", UseSingleObjectParameterDeserialization = true)]
    public void DidSave(DidSaveParams saved) => workspace.Find(saved.TextDocument.Uri)?.Refresh();

    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    public void DidClose(DidCloseParams closed) => workspace.Close(closed.TextDocument.Uri);

    [JsonRpcMethod("workspace/didChangeWatchedFiles")]
    public void DidChangeWatchedFiles() => workspace.RefreshAll();

    [JsonRpcMethod("workspace/didChangeConfiguration")]
    public void DidChangeConfiguration() => workspace.RefreshAll();
}
