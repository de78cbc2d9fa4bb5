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
        var stepping = Stopwatch.StartNew();
        var result = BacktestRun.Run(input, static _ => { }, null);
        stepping.Stop();
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / (1024.0 * 1024.0);
        var each = read.Rows.Length / stepping.Elapsed.TotalSeconds;
        Console.WriteLine(
            FormattableString.Invariant(
                $"{read.Rows.Length} rows; read in {reading.Elapsed.TotalSeconds:0.00} s; stepped in {stepping.Elapsed.TotalSeconds:0.00} s, {each:0} rows a second; {result.Effects} effects; peak {peak:0} MB"
            )
        );
        return 0;
    }
}
