using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Casus.LanguageServer.Transport;

/// <summary>
/// Requests and answers. What a method throws is told by its words alone: where the code stood is no client's concern.
/// </summary>
internal sealed class ProtocolRpc(IJsonRpcMessageHandler messages, ServerLife life) : JsonRpc(messages)
{
    protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception)
    {
        if (request.Method == "initialize")
        {
            life.Fail();
        }
        var details = base.CreateErrorDetails(request, exception);
        if (exception is LocalRpcException or OperationCanceledException)
        {
            return details;
        }
        var isOfParameters = exception is JsonException;
        return new JsonRpcError.ErrorDetail
        {
            Code = isOfParameters ? JsonRpcErrorCode.InvalidParams : JsonRpcErrorCode.InternalError,
            Message = isOfParameters ? exception.Message : $"{request.Method}: {exception.Message}",
        };
    }
}
