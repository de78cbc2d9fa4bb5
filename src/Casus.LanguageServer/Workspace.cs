using System.Collections.Concurrent;
using Casus.LanguageServer.Diagnostics;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Hovering;
using Casus.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Casus.LanguageServer;

/// <summary>The texts that a client has open, and what is beside them.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>RequestFailed of the protocol: the request was in order and cannot be met.</summary>
    public const int RequestFailed = -32803;

    private readonly ConcurrentDictionary<string, OpenDocument> documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LastRun?> runs = new(StringComparer.Ordinal);
    private readonly Lock publishing = new();
    private readonly CancellationTokenSource closing = new();
    private readonly DiagnosticSource rules = new();
    private readonly Action<PublishDiagnosticsParams> publish;

    public Workspace(Action<PublishDiagnosticsParams> publish) => this.publish = publish;

    /// <summary>
    /// Where the results of backtests lie, relative to a text's folder; `out` unless the client says.
    /// </summary>
    public string RunFolder { get; set; } = "out";

    public ICollection<OpenDocument> All => documents.Values;

    public void Open(TextDocumentItem item)
    {
        var analyser = new Analyser(DocumentPath.FolderOf(item.Uri), rules);
        var document = new OpenDocument(item, analyser, Publish, closing.Token);
        documents[item.Uri] = document;
        document.Start();
    }

    public OpenDocument? Find(string uri) => documents.GetValueOrDefault(uri);

    /// <summary>An error of the protocol where the text is not open.</summary>
    public OpenDocument Of(string uri) =>
        Find(uri)
        ?? throw new LocalRpcException($"{uri} is not open: send textDocument/didOpen first.")
        {
            ErrorCode = RequestFailed,
        };

    /// <summary>What was said of a text that is closed is taken back.</summary>
    public void Close(string uri)
    {
        lock (publishing)
        {
            if (documents.TryRemove(uri, out _))
            {
                publish(new PublishDiagnosticsParams(uri, null, []));
            }
        }
    }

    public void RefreshAll()
    {
        foreach (var document in documents.Values)
        {
            document.Refresh();
        }
    }

    /// <summary>The last backtest beside a text, read again where it has been written since.</summary>
    public LastRun? LastRunOf(string uri)
    {
        if (DocumentPath.FolderOf(uri) is not { } folder)
        {
            return null;
        }
        var run = Path.Combine(folder, RunFolder);
        var written = File.GetLastWriteTimeUtc(Path.Combine(run, "summary.json"));
        if (!runs.TryGetValue(run, out var known) || known?.Written != written)
        {
            runs[run] = known = LastRun.In(run);
        }
        return known;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    /// <summary>Of a text that was closed, or opened anew, meanwhile nothing is said.</summary>
    private void Publish(OpenDocument document, Analysis analysis)
    {
        lock (publishing)
        {
            if (ReferenceEquals(Find(analysis.Uri), document))
            {
                publish(DiagnosticWriting.Of(analysis));
            }
        }
    }
}
