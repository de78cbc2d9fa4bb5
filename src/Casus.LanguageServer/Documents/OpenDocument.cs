using Casus.Core.Text;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Documents;

/// <summary>
/// A text that a client has open. Its newest version is analysed as soon as the version before is done: what is typed
/// meanwhile is analysed together, so that nothing waits longer than one analysis.
/// </summary>
internal sealed class OpenDocument
{
    /// <summary>While somebody types without a pause, an analysis is finished at least so often.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly Analyser analyser;
    private readonly Action<Analysis> done;
    private readonly CancellationToken closing;
    private SourceText text;
    private int version;

    /// <summary>Counts what calls for an analysis: an edit, or a change of a file that the text names.</summary>
    private long wanted;
    private Analysis? newest;
    private long newestOf;
    private bool running;
    private TaskCompletionSource settled = NewSignal();

    public OpenDocument(TextDocumentItem item, Analyser analyser, Action<Analysis> done, CancellationToken closing)
    {
        Uri = item.Uri;
        this.analyser = analyser;
        this.done = done;
        this.closing = closing;
        text = new SourceText(DocumentPath.Of(item.Uri), item.Text);
        version = item.Version;
        Refresh();
    }

    public string Uri { get; }

    /// <summary>Takes a new version; its changes are applied one after the other.</summary>
    public void Change(int newVersion, IReadOnlyList<ContentChange> changes)
    {
        lock (gate)
        {
            foreach (var change in changes)
            {
                text = Changes.Apply(text, change);
            }
            version = newVersion;
        }
        Refresh();
    }

    /// <summary>Analyses once more: the text, or a file that it names, has changed.</summary>
    public void Refresh()
    {
        lock (gate)
        {
            wanted++;
            if (running)
            {
                return;
            }
            running = true;
        }
        _ = Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>
    /// An answer made of the analysis of the newest version. While it is made no tree is taken apart for the next one.
    /// </summary>
    public async Task<T> ReadAsync<T>(Func<Analysis, T> answer, CancellationToken cancellation)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (newest is not null && newestOf == wanted)
                {
                    cancellation.ThrowIfCancellationRequested();
                    return answer(newest);
                }
                wait = settled.Task;
            }
            await wait.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    private Task RunAsync()
    {
        var lastDone = Environment.TickCount64;
        while (!closing.IsCancellationRequested)
        {
            SourceText source;
            int of;
            long order;
            lock (gate)
            {
                if (newestOf == wanted)
                {
                    running = false;
                    return Task.CompletedTask;
                }
                (source, of, order) = (text, version, wanted);
            }
            var isOverdue = Environment.TickCount64 - lastDone > LongestSilence.TotalMilliseconds;
            var analysis = analyser.Analyse(Uri, of, source, gate, () => !isOverdue && IsSuperseded(order));
            if (analysis is null)
            {
                continue;
            }
            lastDone = Environment.TickCount64;
            TaskCompletionSource signal;
            lock (gate)
            {
                (newest, newestOf) = (analysis, order);
                (signal, settled) = (settled, NewSignal());
            }
            if (!closing.IsCancellationRequested)
            {
                done(analysis);
            }
            signal.SetResult();
        }
        return Task.CompletedTask;
    }

    private bool IsSuperseded(long order) => closing.IsCancellationRequested || Volatile.Read(ref wanted) != order;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
