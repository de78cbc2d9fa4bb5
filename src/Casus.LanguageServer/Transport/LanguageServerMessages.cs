using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Casus.LanguageServer.Transport;

/// <summary>
/// Messages with the header that the language server protocol asks for. What is no message is answered with an error
/// and left behind, so that one mistake of a client ends nothing; what comes before `initialize` or after `shutdown` is
/// refused here.
/// </summary>
internal sealed class LanguageServerMessages : HeaderDelimitedMessageHandler
{
    private const int ServerNotInitialized = -32002;
    private readonly FrameReader frames;
    private readonly ServerLife life;

    public LanguageServerMessages(Stream output, Stream input, IJsonRpcMessageFormatter formatter, ServerLife life)
        : this(PipeWriter.Create(output), PipeReader.Create(input), formatter, life) { }

    private LanguageServerMessages(
        PipeWriter output,
        PipeReader input,
        IJsonRpcMessageFormatter formatter,
        ServerLife life
    )
        : base(output, input, formatter)
    {
        frames = new FrameReader(input);
        this.life = life;
        SubType = "vscode-jsonrpc";
    }

    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (await frames.ReadAsync(cancellationToken).ConfigureAwait(false) is { } body)
        {
            var (message, refusal) = Read(body);
            if (message is not null)
            {
                return message;
            }
            if (refusal is not null)
            {
                await WriteAsync(refusal, cancellationToken).ConfigureAwait(false);
            }
        }
        return null;
    }

    /// <summary>A message to act on, or an answer that refuses it; neither where it is passed over.</summary>
    private (JsonRpcMessage? Message, JsonRpcError? Refusal) Read(byte[] body)
    {
        if (Shape(body) is { } malformed)
        {
            return (null, malformed);
        }
        JsonRpcMessage message;
        try
        {
            message = Formatter.Deserialize(new ReadOnlySequence<byte>(body));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            return (null, Error(RequestId.Null, (int)JsonRpcErrorCode.InvalidRequest, "This is no JSON-RPC message."));
        }
        if (message is not JsonRpcRequest request)
        {
            return (message, null);
        }
        var refused = life.Phase switch
        {
            ServerPhase.New when request.Method is not ("initialize" or "exit") => (
                ServerNotInitialized,
                "The server is not initialized: send `initialize` first."
            ),
            ServerPhase.Running when request.Method == "initialize" => (
                (int)JsonRpcErrorCode.InvalidRequest,
                "The server is initialized already."
            ),
            ServerPhase.ShutDown when request.Method != "exit" => (
                (int)JsonRpcErrorCode.InvalidRequest,
                "The server is shut down: nothing but `exit` is taken."
            ),
            _ => (0, ""),
        };
        if (refused.Item1 == 0)
        {
            // Here and not where it is carried out: a client may send the next message before it has the answer.
            life.Pass(request.Method);
            return (message, null);
        }
        return (null, request.IsResponseExpected ? Error(request.RequestId, refused.Item1, refused.Item2) : null);
    }

    /// <summary>The answer to what has not the shape of a message; null where it has.</summary>
    private static JsonRpcError? Shape(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var isMessage =
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("jsonrpc", out var version)
                && version.ValueKind == JsonValueKind.String
                && version.ValueEquals("2.0"u8)
                && (!root.TryGetProperty("method", out var method) || method.ValueKind == JsonValueKind.String)
                && (root.TryGetProperty("method", out _) || root.TryGetProperty("id", out _));
            if (isMessage)
            {
                return null;
            }
            var what =
                root.ValueKind == JsonValueKind.Array
                    ? "Batches are not part of the language server protocol: send one message at a time."
                    : "A message is an object with \"jsonrpc\": \"2.0\" and a method or an id.";
            return Error(IdOf(root), (int)JsonRpcErrorCode.InvalidRequest, what);
        }
        catch (JsonException broken)
        {
            return Error(
                RequestId.Null,
                (int)JsonRpcErrorCode.ParseError,
                $"The message is not JSON at byte {broken.BytePositionInLine}; is Content-Length right?"
            );
        }
    }

    private static RequestId IdOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("id", out var id))
        {
            return RequestId.Null;
        }
        return id.ValueKind switch
        {
            JsonValueKind.String => new RequestId(id.GetString()),
            JsonValueKind.Number when id.TryGetInt64(out var number) => new RequestId(number),
            _ => RequestId.Null,
        };
    }

    private static JsonRpcError Error(RequestId id, int code, string message) =>
        new()
        {
            RequestId = id,
            Error = new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)code, Message = message },
        };
}
