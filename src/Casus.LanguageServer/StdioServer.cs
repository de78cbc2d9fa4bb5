using System.Text.Json;
using System.Text.Json.Serialization;
using Casus.LanguageServer.Transport;
using Microsoft.VisualStudio.Threading;
using StreamJsonRpc;

namespace Casus.LanguageServer;

/// <summary>The language server on a pair of streams. Nothing else may be written to the output.</summary>
public static class StdioServer
{
    /// <summary>
    /// Serves until the client says `exit` or the input ends. True where the client ended it as the protocol asks:
    /// `shutdown`, then `exit`.
    /// </summary>
    public static async Task<bool> RunAsync(Stream input, Stream output)
    {
        var life = new ServerLife();
        var exit = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var formatter = new SystemTextJsonFormatter { JsonSerializerOptions = Options() };
        var messages = new LanguageServerMessages(output, input, formatter, life);
        using var rpc = new ProtocolRpc(messages, life)
        {
            CancelLocallyInvokedMethodsWhenConnectionIsClosed = true,
            // Messages are taken up in their order: a request after a change sees it.
            SynchronizationContext = new NonConcurrentSynchronizationContext(sticky: false),
        };
        using var workspace = new Workspace(published => Publish(rpc, published));
        rpc.AddLocalRpcTarget(new LifecycleTarget(life, workspace, exit));
        rpc.AddLocalRpcTarget(new SynchronisationTarget(workspace));
        rpc.AddLocalRpcTarget(new LanguageServerTarget(workspace));
        rpc.StartListening();
        await Task.WhenAny(exit.Task, rpc.Completion).ConfigureAwait(false);
        return exit.Task.IsCompletedSuccessfully && await exit.Task.ConfigureAwait(false);
    }

    /// <summary>A notification that cannot be sent any more belongs to a client that has gone.</summary>
    private static void Publish(JsonRpc rpc, Protocol.PublishDiagnosticsParams published)
    {
        if (!rpc.IsDisposed)
        {
            rpc.NotifyWithParameterObjectAsync("textDocument/publishDiagnostics", published).Forget();
        }
    }

    private static JsonSerializerOptions Options() =>
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
}
