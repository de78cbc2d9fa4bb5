using System.Diagnostics.CodeAnalysis;
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
    private readonly Action<OpenDocument, Analysis> done;
    private readonly CancellationToken closing;
    private SourceText text;
    private int version;

    /// <summary>Counts what calls for an analysis: an edit, or a change of a file that the text names.</summary>
    private long wanted;
    private Analysis? newest;
    private long newestOf;
    private bool running;
    private TaskCompletionSource settled = NewSignal();

    /// <summary>Analyses nothing until it is asked to: whoever opens it makes it known first.</summary>
    public OpenDocument(
        TextDocumentItem item,
        Analyser analyser,
        Action<OpenDocument, Analysis> done,
        CancellationToken closing
    )
    {
        Uri = item.Uri;
        this.analyser = analyser;
        this.done = done;
        this.closing = closing;
        text = new SourceText(DocumentPath.Of(item.Uri), item.Text);
        version = item.Version;
        wanted = 1;
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
        }
        Start();
    }

    /// <summary>Analyses what is wanted and not yet done, unless that is under way.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (running || newestOf == wanted)
            {
                return;
            }
            running = true;
        }
        _ = Task.Run(Run, CancellationToken.None);
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
            Start();
            await wait.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A fault ends this analysis, not the server: whoever waits is told, and what is asked next tries again.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, those who wait must be told.")]
    private void Run()
    {
        try
        {
            AnalyseAll();
        }
        catch (Exception fault)
        {
            TaskCompletionSource signal;
            lock (gate)
            {
                running = false;
                (signal, settled) = (settled, NewSignal());
            }
            Console.Error.WriteLine($"casus lsp: {Uri}: the text could not be analysed: {fault}");
            signal.SetException(fault);
            // Nobody need be waiting.
            _ = signal.Task.Exception;
        }
    }

    private void AnalyseAll()
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
                    return;
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
                done(this, analysis);
            }
            signal.SetResult();
        }
    }

    private bool IsSuperseded(long order) => closing.IsCancellationRequested || Volatile.Read(ref wanted) != order;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
