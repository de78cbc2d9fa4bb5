using System.Diagnostics;
using System.Globalization;

namespace Casus.Mutations;

/// <summary>Many mutations one after another on one thread, with a watch on how long each takes.</summary>
internal sealed class Campaign(SeedTexts texts, long seed)
{
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);
    private long current;
    private long begunAt;
    private TimeSpan slowest;
    private long slowestNumber;
    private long failed;
    private long characters;

    /// <returns>0 where all held, 1 where one did not.</returns>
    public int Run(long count, double minutes)
    {
        var began = Stopwatch.GetTimestamp();
        var told = began;
        using var watch = new Timer(_ => Watch(), null, Between, Between);
        var number = seed;
        for (; number < seed + count && Stopwatch.GetElapsedTime(began).TotalMinutes < minutes; number++)
        {
            Interlocked.Exchange(ref current, number);
            Interlocked.Exchange(ref begunAt, Stopwatch.GetTimestamp());
            Try(number);
            if (Stopwatch.GetElapsedTime(told) > Between)
            {
                told = Stopwatch.GetTimestamp();
                Tell(number + 1 - seed, began);
            }
        }
        Tell(number - seed, began);
        return failed == 0 ? 0 : 1;
    }

    private void Try(long number)
    {
        var mutation = Mutation.Make(number, texts);
        characters += mutation.Text.Length;
        if (MutationTrial.Failure(mutation, out var taken) is { } failure)
        {
            failed++;
            Console.Out.WriteLine($"mutation {number} of {mutation.From.Name}: {failure}");
            return;
        }
        if (taken > slowest)
        {
            (slowest, slowestNumber) = (taken, number);
        }
    }

    /// <summary>One that never ends would be told by nobody.</summary>
    private void Watch()
    {
        if (Stopwatch.GetElapsedTime(Interlocked.Read(ref begunAt)) > Hung)
        {
            Console.Out.WriteLine(
                $"mutation {Interlocked.Read(ref current)}: still running after {Hung.TotalSeconds} s"
            );
            Environment.Exit(1);
        }
    }

    private void Tell(long done, long began)
    {
        var time = Stopwatch.GetElapsedTime(began);
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{done:N0} mutations of {texts.Whole.Length} texts (numbers {seed} to {seed + done - 1}), "
            )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{characters / 1e6:N0} million characters, in {time.TotalMinutes:N1} min: {failed} failed, "
                )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"none else over a second; the slowest, {slowestNumber}, {slowest.TotalMilliseconds:N0} ms"
                )
        );
        Console.Out.Flush();
    }
}
