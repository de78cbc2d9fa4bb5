using System.IO.Pipelines;
using System.Text.Json;
using System.Threading.Channels;
using Casus.LanguageServer;
using StreamJsonRpc;

namespace Casus.Tests.LanguageServer;

/// <summary>
/// An editor that talks to the server over a pair of pipes, in the protocol's own words: a test sees what a client
/// sees.
/// </summary>
internal sealed class EditorSession : IAsyncDisposable
{
    private readonly JsonRpc rpc;
    private readonly Task<bool> server;
    private readonly Channel<JsonElement> published = Channel.CreateUnbounded<JsonElement>();

    private EditorSession()
    {
        var (toServer, toEditor) = (new Pipe(), new Pipe());
        server = StdioServer.RunAsync(toServer.Reader.AsStream(), toEditor.Writer.AsStream());
        var formatter = new SystemTextJsonFormatter
        {
            JsonSerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web),
        };
        rpc = new JsonRpc(
            new HeaderDelimitedMessageHandler(toServer.Writer.AsStream(), toEditor.Reader.AsStream(), formatter)
        );
        rpc.AddLocalRpcTarget(new Editor(published.Writer));
        rpc.StartListening();
    }

    /// <summary>Null until a text is open.</summary>
    public MarkedText? Marked { get; private set; }
    public string Uri { get; private set; } = "untitled:Untitled-1";
    public JsonElement Capabilities { get; private set; }

    public static async Task<EditorSession> StartAsync(object? initializationOptions = null)
    {
        var session = new EditorSession();
        var answer = await session.AskAsync(
            "initialize",
            new
            {
                processId = (int?)null,
                rootUri = (string?)null,
                capabilities = new { },
                initializationOptions,
            }
        );
        session.Capabilities = answer.GetProperty("capabilities");
        await session.TellAsync("initialized", new { });
        return session;
    }

    /// <summary>Opens a marked text; `untitled:` unless a file is named.</summary>
    public static async Task<EditorSession> OpenAsync(string marked, string? file = null)
    {
        var session = await StartAsync();
        await session.OpenTextAsync(marked, file);
        return session;
    }

    public async Task OpenTextAsync(string marked, string? file = null)
    {
        Marked = MarkedText.Of(marked);
        Uri = file is null ? Uri : new Uri(Path.GetFullPath(file)).AbsoluteUri;
        await TellAsync(
            "textDocument/didOpen",
            new
            {
                textDocument = new
                {
                    uri = Uri,
                    languageId = "casus",
                    version = 1,
                    text = Marked.Text,
                },
            }
        );
    }

    public Task<JsonElement> AskAsync(string method, object parameters) =>
        rpc.InvokeWithParameterObjectAsync<JsonElement>(
            method,
            parameters,
            Xunit.TestContext.Current.CancellationToken
        );

    public Task TellAsync(string method, object parameters) => rpc.NotifyWithParameterObjectAsync(method, parameters);

    /// <summary>Asks of the place of the cursor.</summary>
    public Task<JsonElement> AskAtCursorAsync(string method) => AskAsync(method, AtCursor());

    public object TextDocument => new { uri = Uri };

    public object CursorPosition
    {
        get
        {
            var (line, character) = Marked!.PositionOf(Marked.Cursor!.Value);
            return new { line, character };
        }
    }

    public object AtCursor() => new { textDocument = TextDocument, position = CursorPosition };

    /// <summary>The next diagnostics that the server sends, of that version.</summary>
    public async Task<JsonElement> DiagnosticsAsync(int version = 1)
    {
        while (true)
        {
            var next = await published.Reader.ReadAsync(Xunit.TestContext.Current.CancellationToken);
            if (next.TryGetProperty("version", out var of) && of.GetInt32() >= version)
            {
                return next.GetProperty("diagnostics");
            }
        }
    }

    /// <summary>The next message of diagnostics, whatever version it is of.</summary>
    public async Task<JsonElement> PublishedAsync() =>
        await published.Reader.ReadAsync(Xunit.TestContext.Current.CancellationToken);

    public (int Start, int End) SpanOf(JsonElement range) =>
        (OffsetOf(range.GetProperty("start")), OffsetOf(range.GetProperty("end")));

    public int OffsetOf(JsonElement position) =>
        Marked!.OffsetOf(position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());

    /// <summary>The text after the edits of a workspace edit, or of a list of edits.</summary>
    public string Edited(JsonElement edits)
    {
        var text = Marked!.Text;
        foreach (var edit in edits.EnumerateArray().OrderByDescending(edit => SpanOf(edit.GetProperty("range"))))
        {
            var (start, end) = SpanOf(edit.GetProperty("range"));
            text = text[..start] + edit.GetProperty("newText").GetString() + text[end..];
        }
        return text;
    }

    public string Edited(JsonElement workspaceEdit, string uri) =>
        Edited(workspaceEdit.GetProperty("changes").GetProperty(uri));

    public async ValueTask DisposeAsync()
    {
        await rpc.InvokeAsync("shutdown");
        await rpc.NotifyAsync("exit");
        Xunit.Assert.True(await server);
        rpc.Dispose();
    }

    private sealed class Editor(ChannelWriter<JsonElement> published)
    {
        [JsonRpcMethod("textDocument/publishDiagnostics", UseSingleObjectParameterDeserialization = true)]
        public void Publish(JsonElement message) => published.TryWrite(message.Clone());
    }
}
