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
        return 0;
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
