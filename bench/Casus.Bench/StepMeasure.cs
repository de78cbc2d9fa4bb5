using System.Collections.Immutable;
using System.Diagnostics;
using Casus.Analysis.Backtest;
using Casus.Core.Binding;
using Casus.Core.Text;
using Casus.Data.Geography;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Bench;

/// <summary>Reads a table, then steps through it on one core, and tells both times apart.</summary>
internal static class StepMeasure
{
    public static int Run(string agreementFolder, string file)
    {
        var path = Path.Combine(agreementFolder, "agreement.casus");
        var source = new SourceText(path, File.ReadAllText(path));
        var choices = ImmutableDictionary<string, string>.Empty;
        var compilation = Compiler.Compile(source, choices, new GeographyFolder(agreementFolder));
        var reading = Stopwatch.StartNew();
        var reader = new IncidentReader(
            new IncidentReaderSettings
            {
                Calendar = compilation.Agreement.Calendar,
                Taxonomy = compilation.Agreement.Conduct,
            }
        );
        var read = reader.Read([new IncidentSource(TableInput.OfFile(file))]);
        reading.Stop();
        if (!read.Problems.IsEmpty)
        {
            Console.Error.WriteLine(read.Problems[0]);
            return 3;
        }
        var input = new BacktestInput { Agreement = compilation.Agreement, Incidents = read.Rows };
        // Processor time, so that whatever else runs on the machine does not count.
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var stepping = Stopwatch.StartNew();
        var result = BacktestRun.Run(input, static _ => { }, null);
        stepping.Stop();
        process.Refresh();
        var processor = (process.TotalProcessorTime - before).TotalSeconds;
        var peak = process.PeakWorkingSet64 / (1024.0 * 1024.0);
        Console.WriteLine(
            FormattableString.Invariant(
                $"{read.Rows.Length} rows: read in {reading.Elapsed.TotalSeconds:0.00} s; stepped in {processor:0.00} s of one core "
            )
                + FormattableString.Invariant(
                    $"({stepping.Elapsed.TotalSeconds:0.00} s by the clock), {read.Rows.Length / processor:0} rows a second; "
                )
                + FormattableString.Invariant($"{result.Effects} effects; peak {peak:0} MB")
        );
        return 0;
    }
}
