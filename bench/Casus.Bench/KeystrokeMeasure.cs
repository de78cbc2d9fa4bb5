using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Casus.Bench;

/// <summary>
/// Types into a long text through the built server's own protocol, and measures what an editor waits for: from the
/// change sent to the diagnostics of its version received.
/// </summary>
internal static class KeystrokeMeasure
{
    private const int Warming = 100;
    private const int Measured = 200;

    /// <param name="command">The server's command, such as `dotnet artifacts/house/program/casus.dll lsp`.</param>
    public static int Run(string agreement, int sentences, IReadOnlyList<string> command)
    {
        var file = Directory.Exists(agreement) ? Path.Combine(agreement, "agreement.casus") : agreement;
        var text = AgreementGenerator.Write(File.ReadAllText(file), sentences);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var server = Process.Start(start)!;
        var client = new Client(server.StandardInput.BaseStream, server.StandardOutput.BaseStream);
        client.Send(
            new
            {
                jsonrpc = "2.0",
                id = 1,
                method = "initialize",
                @params = new { capabilities = new { } },
            }
        );
        client.Send(
            new
            {
                jsonrpc = "2.0",
                method = "initialized",
                @params = new { },
            }
        );
        var uri = new Uri(Path.GetFullPath(file)).AbsoluteUri;
        var document = new
        {
            uri,
            languageId = "casus",
            version = 1,
            text,
        };
        client.Send(
            new
            {
                jsonrpc = "2.0",
                method = "textDocument/didOpen",
                @params = new { textDocument = document },
            }
        );
        client.Await(1);
        Type(client, uri, text, 2, Warming);
        server.Refresh();
        var before = server.TotalProcessorTime;
        var times = Type(client, uri, text, Warming + 2, Measured);
        Array.Sort(times);
        server.Refresh();
        var processor = (server.TotalProcessorTime - before).TotalMilliseconds / Measured;
        // What counts is the most that it ever held.
        var peak = server.PeakWorkingSet64 / 1e6;
        client.Send(
            new
            {
                jsonrpc = "2.0",
                id = 2,
                method = "shutdown",
            }
        );
        client.Send(new { jsonrpc = "2.0", method = "exit" });
        server.WaitForExit();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sentences} sentences: {times[Measured / 2]:F1} ms at the median, {times[Measured * 95 / 100]:F1} ms at p95 by the clock, {processor:F1} ms of processor each, {peak:F0} MB at the peak"
            )
        );
        return 0;
    }

    /// <summary>A letter is typed and taken back, in one word after the other, all over the text.</summary>
    private static double[] Type(Client client, string uri, string text, int firstVersion, int count)
    {
        var lines = text.Split('\n');
        var places = Enumerable
            .Range(0, lines.Length)
            .Where(line => lines[line].Contains("shall", StringComparison.Ordinal));
        var lineOf = places.ToArray();
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var line = lineOf[i / 2 * 7919 % lineOf.Length];
            var at = lines[line].IndexOf("shall", StringComparison.Ordinal) + "shall".Length;
            var end = i % 2 == 0 ? at : at + 1;
            var change = new
            {
                range = new { start = new { line, character = at }, end = new { line, character = end } },
                text = i % 2 == 0 ? "x" : "",
            };
            var version = firstVersion + i;
            var watch = Stopwatch.StartNew();
            client.Send(
                new
                {
                    jsonrpc = "2.0",
                    method = "textDocument/didChange",
                    @params = new { textDocument = new { uri, version }, contentChanges = new[] { change } },
                }
            );
            client.Await(version);
            times[i] = watch.Elapsed.TotalMilliseconds;
        }
        return times;
    }

    private sealed class Client(Stream input, Stream output)
    {
        public void Send(object message)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(message);
            input.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            input.Write(body);
            input.Flush();
        }

        /// <summary>Reads up to the diagnostics of a version.</summary>
        public void Await(int version)
        {
            while (true)
            {
                using var message = JsonDocument.Parse(Read());
                var isThem =
                    message.RootElement.TryGetProperty("method", out var method)
                    && method.ValueEquals("textDocument/publishDiagnostics"u8)
                    && message.RootElement.GetProperty("params").GetProperty("version").GetInt32() >= version;
                if (isThem)
                {
                    return;
                }
            }
        }

        private byte[] Read()
        {
            var length = 0;
            var line = new List<byte>();
            while (true)
            {
                var letter = output.ReadByte();
                if (letter < 0)
                {
                    throw new EndOfStreamException("The server has ended.");
                }
                if (letter != '\n')
                {
                    line.Add((byte)letter);
                    continue;
                }
                var header = Encoding.ASCII.GetString([.. line]).Trim();
                line.Clear();
                if (header.Length == 0)
                {
                    var body = new byte[length];
                    output.ReadExactly(body);
                    return body;
                }
                if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                {
                    length = int.Parse(header["Content-Length:".Length..], CultureInfo.InvariantCulture);
                }
            }
        }
    }
}
