namespace Casus.Data.Tables;

/// <summary>
/// Ends the waiting for a reader that does not end by itself: of a damaged Parquet file the library may skip a list of
/// two thousand million elements that are not there, and lists of such lists. Its thread cannot be stopped, so it is
/// left to end with the process.
/// </summary>
internal static class Patience
{
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static T Within<T>(TimeSpan limit, Func<T> read)
    {
        var reading = Task.Factory.StartNew(
            read,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        return ((IAsyncResult)reading).AsyncWaitHandle.WaitOne(limit)
            ? reading.GetAwaiter().GetResult()
            : throw new TimeoutException($"it did not end within {limit.TotalSeconds:0} s");
    }
}
