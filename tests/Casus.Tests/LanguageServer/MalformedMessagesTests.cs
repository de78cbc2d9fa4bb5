using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Casus.LanguageServer;
using Xunit;

namespace Casus.Tests.LanguageServer;

/// <summary>
/// What is no message, or comes at the wrong time, is answered as the protocol says; the server goes on.
/// </summary>
public sealed class MalformedMessagesTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}}""";
    private const string Symbols = """{"jsonrpc":"2.0","id":9,"method":"workspace/symbol","params":{"query":"x"}}""";

    [Theory]
    [InlineData("{\"jsonrpc\":", -32700)]
    [InlineData("", -32700)]
    [InlineData("\0\u0001\u0002", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("5", -32600)]
    [InlineData("{\"id\":1,\"method\":\"shutdown\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}", -32601)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"textDocument/hover\",\"params\":{\"position\":5}}", -32602)]
    [InlineData(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":null},\"position\":{\"line\":0,\"character\":0}}}",
        -32602
    )]
    [InlineData(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\"a\"},\"position\":{\"line\":0,\"character\":0}}}",
        -32803
    )]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}", -32600)]
    public async Task A_message_that_is_wrong_is_answered_with_its_error(string message, int code)
    {
        var answers = await ConverseAsync(Framed(Initialize) + Framed(message) + Framed(Symbols));
        Assert.Contains(code, Codes(answers));
        Assert.Contains(answers, answer => IsAnswerTo(answer, 9));
    }

    [Theory]
    [InlineData("Content-Length: 7\r\n\r\n")]
    [InlineData("Content-Length: 100000\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Content-Length: many\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("Content-Kind: none\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    public async Task After_a_wrong_header_the_next_message_is_read(string header)
    {
        // Enough messages follow that a length which says too much swallows some, and not all.
        var many = string.Concat(Enumerable.Repeat(Framed(Symbols), 1200));
        var answers = await ConverseAsync(Framed(Initialize) + header + Symbols + "\r\n" + many);
        Assert.Contains(answers, answer => IsAnswerTo(answer, 9));
    }

    [Fact]
    public async Task Nothing_is_answered_before_initialize_and_after_shutdown()
    {
        var shutdown = """{"jsonrpc":"2.0","id":1,"method":"shutdown"}""";
        var answers = await ConverseAsync(
            Framed(Symbols)
                + Framed(Initialize)
                + Framed(shutdown)
                + Framed("""{"jsonrpc":"2.0","id":2,"method":"shutdown"}""")
        );
        Assert.Equal([-32002, -32600], Codes(answers));
    }

    [Fact]
    public async Task An_input_that_ends_ends_the_server_and_not_cleanly()
    {
        var (toServer, toEditor) = (new Pipe(), new Pipe());
        await toServer.Writer.CompleteAsync();
        Assert.False(await StdioServer.RunAsync(toServer.Reader.AsStream(), toEditor.Writer.AsStream()));
    }

    /// <summary>Every answer to what is sent; the last is to a `shutdown` of its own, and left out.</summary>
    private static async Task<List<JsonElement>> ConverseAsync(string sent)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (toServer, toEditor) = (new Pipe(), new Pipe());
        var server = StdioServer.RunAsync(toServer.Reader.AsStream(), toEditor.Writer.AsStream());
        var reading = ReadAsync(toEditor.Reader.AsStream());
        await toServer.Writer.WriteAsync(Encoding.UTF8.GetBytes(sent), cancellation);
        var end = """{"jsonrpc":"2.0","id":"end","method":"shutdown"}""";
        await toServer.Writer.WriteAsync(Encoding.UTF8.GetBytes(Framed(end)), cancellation);
        var answers = await reading;
        await toServer.Writer.CompleteAsync();
        Assert.False(await server);
        return answers;
    }

    /// <summary>Reads answers up to that to "end"; each must be framed as the protocol asks.</summary>
    private static async Task<List<JsonElement>> ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answers = new List<JsonElement>();
        while (true)
        {
            var length = 0;
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } header)
            {
                var parts = header.Split(": ");
                length =
                    parts[0] == "Content-Length"
                        ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)
                        : length;
            }
            // The answers here are ASCII, so that letters are bytes.
            var body = new char[length];
            await reader.ReadBlockAsync(body, TestContext.Current.CancellationToken);
            var answer = JsonDocument.Parse(new string(body)).RootElement;
            if (answer.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
            {
                return answers;
            }
            answers.Add(answer);
        }
    }

    private static string Framed(string message) =>
        $"Content-Length: {Encoding.UTF8.GetByteCount(message)}\r\n\r\n{message}";

    private static IEnumerable<int> Codes(IEnumerable<JsonElement> answers) =>
        answers
            .Where(answer => answer.TryGetProperty("error", out _))
            .Select(answer => answer.GetProperty("error").GetProperty("code").GetInt32());

    private static bool IsAnswerTo(JsonElement answer, int id) =>
        answer.TryGetProperty("id", out var of) && of.ValueKind == JsonValueKind.Number && of.GetInt32() == id;
}
