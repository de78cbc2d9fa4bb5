using System.Text.Json;
using Casus.LanguageServer.Protocol;
using Casus.LanguageServer.Transport;
using StreamJsonRpc;

namespace Casus.LanguageServer;

/// <summary>From `initialize` to `exit`.</summary>
internal sealed class LifecycleTarget(ServerLife life, Workspace workspace, TaskCompletionSource<bool> exit)
{
    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public InitializeResult Initialize(InitializeParams asked)
    {
        var hasFolder =
            asked.InitializationOptions is { ValueKind: JsonValueKind.Object } options
            && options.TryGetProperty("runFolder", out var folder)
            && folder.ValueKind == JsonValueKind.String;
        if (hasFolder)
        {
            workspace.RunFolder = asked.InitializationOptions!.Value.GetProperty("runFolder").GetString()!;
        }
        return new InitializeResult(Capabilities.All, new ServerInfo("casus", Capabilities.Version));
    }

    [JsonRpcMethod("initialized")]
    public void Initialized() { }

    [JsonRpcMethod("$/setTrace")]
    public void SetTrace() { }

    [JsonRpcMethod("shutdown")]
    public object? Shutdown() => null;

    /// <summary>The exit is clean where `shutdown` came before.</summary>
    [JsonRpcMethod("exit")]
    public void Exit() => exit.TrySetResult(life.Phase == ServerPhase.ShutDown);
}
