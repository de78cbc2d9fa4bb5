using System.Diagnostics;
using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Parsing;
using Casus.Core.Text;
using Casus.Data.Geography;

namespace Casus.Bench;

/// <summary>How long a long text takes to parse, to compile and to check once the code is warm.</summary>
internal static class CompileMeasure
{
    private const int Warming = 30;
    private const int Measured = 30;

    public static int Run(string agreement, int sentences)
    {
        var folder = Directory.Exists(agreement) ? agreement : Path.GetDirectoryName(agreement)!;
        var file = Directory.Exists(agreement) ? Path.Combine(agreement, "agreement.casus") : agreement;
        var source = new SourceText(file, AgreementGenerator.Write(File.ReadAllText(file), sentences));
        var geography = new GeographyFolder(folder);
        var choices = new Dictionary<string, string>();
        var compiled = Compiler.Compile(source, choices, geography);
        Console.WriteLine($"{compiled.Tree.Sentences.Length} sentences, {source.Text.Length} characters");
        foreach (var group in compiled.Diagnostics.GroupBy(each => each.Code))
        {
            Console.WriteLine($"{group.Key} {group.Count()} {group.First().Message}");
        }
        Measure("parse", () => Parser.Parse(source));
        Measure("parse and bind", () => Compiler.Compile(source, choices, geography));
        Measure(
            "parse, bind and check",
            () => Checker.Run(Compiler.Compile(source, choices, geography), RuleSettings.Default)
        );
        SlowestRules(Compiler.Compile(source, choices, geography));
        return 0;
    }

    private static void SlowestRules(Compilation compilation)
    {
        var text = new CheckedText(compilation);
        var times = new List<(string Code, double Milliseconds)>();
        foreach (var rule in RuleBook.All)
        {
            var watch = new Stopwatch();
            for (var i = 0; i < Measured; i++)
            {
                watch.Start();
                _ = rule.Check(text).Count();
                watch.Stop();
            }
            times.Add((rule.Code, watch.Elapsed.TotalMilliseconds / Measured));
        }
        var slowest = times.OrderByDescending(each => each.Milliseconds).Take(12);
        Console.WriteLine(
            $"slowest rules: {string.Join(", ", slowest.Select(each => $"{each.Code} {each.Milliseconds:F1} ms"))}"
        );
        Console.WriteLine($"all rules: {times.Sum(each => each.Milliseconds):F1} ms");
    }

    private static void Measure(string what, Func<object> work)
    {
        for (var i = 0; i < Warming; i++)
        {
            work();
        }
        var times = new double[Measured];
        for (var i = 0; i < Measured; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            times[i] = watch.Elapsed.TotalMilliseconds;
        }
        Array.Sort(times);
        Console.WriteLine($"{what}: {times[Measured / 2]:F1} ms at the median, {times[^2]:F1} ms at p95");
    }
}
