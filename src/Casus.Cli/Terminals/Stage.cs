using System.Globalization;

namespace Casus.Cli.Terminals;

/// <summary>
/// A part of a run that may last: after its first second it draws one line on a terminal's standard error, with what is
/// done and the time left, and takes it away when it ends. Anywhere else it is silent.
/// </summary>
internal sealed class Stage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    private const string BackAndClear = "\r\u001b[K";

    private readonly TextWriter terminal;
    private readonly string what;
    private readonly long total;
    private readonly int width;
    private readonly TimeProvider clock;
    private readonly long started;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private long done;
    private bool isDrawn;
    private bool isOver;

    /// <param name="total">Of what there is to do; 0: nobody knows, and only the time that has passed is told.</param>
    internal Stage(TextWriter terminal, string what, long total, int width, TimeProvider clock)
    {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
        this.width = width;
        this.clock = clock;
        started = clock.GetTimestamp();
        timer = clock.CreateTimer(_ => Draw(), null, Patience, Often);
    }

    /// <summary>Null where nobody watches or nobody wants to.</summary>
    public static Stage? Begin(string what, long total, bool isQuiet) =>
        isQuiet || !Screen.CanRedraw
            ? null
            : new Stage(Console.Error, what, total, Screen.ErrorWidth ?? Screen.Usual, TimeProvider.System);

    /// <summary>May be called from the thread that works, as often as it likes.</summary>
    public void Advance(long reached) => Volatile.Write(ref done, reached);

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            isOver = true;
            if (isDrawn)
            {
                terminal.Write(BackAndClear);
                terminal.Flush();
            }
        }
    }

    internal static string Describe(string what, long done, long total, TimeSpan passed)
    {
        if (total <= 0 || done <= 0)
        {
            return $"{what}: {Time(passed)} so far";
        }
        var share = Math.Min(1, (double)done / total);
        var left = passed * ((1 - share) / share);
        var percent = (share * 100).ToString("0", CultureInfo.InvariantCulture);
        return $"{what}: {percent}%, about {Time(left)} left";
    }

    private static string Time(TimeSpan time) =>
        time.TotalSeconds < 90
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min");

    private void Draw()
    {
        lock (gate)
        {
            if (isOver)
            {
                return;
            }
            var line = Describe(what, Volatile.Read(ref done), total, clock.GetElapsedTime(started));
            // The last column stays free: some terminals go on to the next line when it is filled.
            terminal.Write(BackAndClear + (line.Length < width ? line : line[..(width - 1)]));
            terminal.Flush();
            isDrawn = true;
        }
    }
}
