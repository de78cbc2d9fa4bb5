using System.CommandLine;
using Casus.Cli.Backtests;
using Casus.Core.Stepping;
using Casus.Data.Tables;
using Casus.Reports.Export;

namespace Casus.Cli.Commands;

/// <summary>`backtest`: had this text been in force, what would it have required, when, of whom?</summary>
internal static class BacktestCommand
{
    private static readonly string[] Suppositions = ["deadline", "prompt", "none"];

    private static readonly Argument<string> Agreement = SharedOptions.Agreement();
    private static readonly Option<string[]> Choose = SharedOptions.Choose();
    private static readonly Option<string[]> Incidents = new("--incidents")
    {
        Description =
            "An incident table (CSV, JSON Lines, GeoJSON, Parquet; also .gz) or a datapackage.json; may be repeated.",
        HelpName = "FILE",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<string?> Mapping = Text(
        "--mapping",
        "NAME|FILE",
        "How the columns are read: acled, ucdp, viina, osce-..., or a file."
    );
    private static readonly Option<string?> Episodes = Text(
        "--episodes",
        "FILE",
        "A CSV name,from,to,source against which the alarm is scored."
    );
    private static readonly Option<string?> Coverage = Text(
        "--coverage",
        "FILE",
        "A CSV from,to,place: when and where the tables are complete."
    );
    private static readonly Option<string[]> Assume = new("--assume")
    {
        Description = "Fills an absent column, never a stated one; may be repeated.",
        HelpName = "COLUMN=VALUE[:CONDITION]",
    };
    private static readonly Option<string[]> Acts = new("--acts")
    {
        Description = "A table of facts that are not incidents: warnings, votes, performances; may be repeated.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<string?> Suppose = SharedOptions.OneOf(
        Text(
            "--suppose",
            "deadline|prompt|none",
            "What is supposed of procedure where nothing is stated; deadline if not given."
        ),
        Suppositions
    );
    private static readonly Option<string?> InForceFrom = Text(
        "--in-force-from",
        "D",
        "In force from the first second of that day."
    );
    private static readonly Option<string?> From = Text(
        "--from",
        "D",
        "Counts from that day on; the whole life if not given."
    );
    private static readonly Option<string?> To = Text(
        "--to",
        "D",
        "Counts up to the end of that day, and judges up to it."
    );
    private static readonly Option<string?> Alarm = Text(
        "--alarm",
        "NAME",
        "The grade that is the alarm; else the last On that binds a guarantor."
    );
    private static readonly Option<string?> Out = Text(
        "--out",
        "DIR",
        "Writes report.html, report.json, summary.json, effects.jsonl and rejected.csv there."
    );
    private static readonly Option<string[]> Export = SharedOptions.OneOf(
        new Option<string[]>("--export")
        {
            Description =
                "Also writes every row with what was judged of it, as judged.csv, judged.geojson or judged.gpkg, into the "
                + "folder of --out; several joined by a comma, or repeated.",
            HelpName = "csv|geojson|gpkg",
        },
        ExportFormats.Names
    );
    private static readonly Option<bool> AllowRejects = new("--allow-rejects")
    {
        Description = "Goes on though more than 1% (and more than 10) of the rows cannot be read.",
    };

    public static Command Build()
    {
        var command = new Command(
            "backtest",
            "Replays real incidents: what the text would have required, and what it would have missed."
        )
        {
            Agreement,
            Incidents,
            Mapping,
            Episodes,
            Choose,
            Assume,
            Acts,
            Coverage,
            Suppose,
            InForceFrom,
            From,
            To,
            Alarm,
            Out,
            Export,
            AllowRejects,
        };
        command.SetAction(Run);
        return command;
    }

    private static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>
    /// The request of a command line; null with a status, and with words on the errors, where it is none.
    /// </summary>
    public static BacktestRequest? Read(ParseResult parsed, TextWriter errors, out int status)
    {
        // An option that takes several files would take a misspelt option for one of them.
        var files = (parsed.GetValue(Incidents) ?? []).Concat(parsed.GetValue(Acts) ?? []);
        if (files.FirstOrDefault(file => file.StartsWith('-')) is { } unknown)
        {
            status = UsageErrors.ReportOption(errors, parsed.CommandResult.Command, unknown);
            return null;
        }
        var suppose = parsed.GetValue(Suppose) ?? Suppositions[0];
        if (!Suppositions.Contains(suppose, StringComparer.Ordinal))
        {
            var what = $"--suppose {suppose}: there is no such supposition{NearMiss.Question(suppose, Suppositions)}";
            status = UsageErrors.Report(errors, what, "Write --suppose deadline, prompt or none.");
            return null;
        }
        if (ReadExport(parsed.GetValue(Export) ?? [], errors) is not { } export)
        {
            status = ExitStatus.Usage;
            return null;
        }
        status = ExitStatus.Clean;
        return new BacktestRequest
        {
            Agreement = parsed.GetValue(Agreement)!,
            Incidents = parsed.GetValue(Incidents) ?? [],
            Mapping = parsed.GetValue(Mapping),
            Episodes = parsed.GetValue(Episodes),
            Choose = parsed.GetValue(Choose) ?? [],
            Assume = parsed.GetValue(Assume) ?? [],
            Acts = parsed.GetValue(Acts) ?? [],
            Coverage = parsed.GetValue(Coverage),
            Suppose = Enum.Parse<Supposition>(suppose, ignoreCase: true),
            InForceFrom = parsed.GetValue(InForceFrom),
            From = parsed.GetValue(From),
            To = parsed.GetValue(To),
            Alarm = parsed.GetValue(Alarm),
            Out = parsed.GetValue(Out),
            Export = export,
            AllowRejects = parsed.GetValue(AllowRejects),
            IsQuiet = parsed.GetValue(SharedOptions.Quiet),
            Arguments = [.. parsed.Tokens.Select(token => token.Value)],
        };
    }

    private static List<ExportFormat>? ReadExport(IEnumerable<string> written, TextWriter errors)
    {
        var formats = new List<ExportFormat>();
        foreach (var name in written.SelectMany(one => one.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (ExportFormats.Find(name) is not { } format)
            {
                var what = $"--export {name}: there is no such format{NearMiss.Question(name, ExportFormats.Names)}";
                UsageErrors.Report(errors, what, "Write --export csv, geojson or gpkg; several are joined by a comma.");
                return null;
            }
            formats.Add(format);
        }
        return formats;
    }

    private static int Run(ParseResult parsed)
    {
        if (Read(parsed, Console.Error, out var status) is not { } request)
        {
            return status;
        }
        return request is { Out: null, Export: [var format, ..] }
            ? UsageErrors.Report(
                Console.Error,
                $"--export: {ExportFormats.FileOf(format)} is written into the folder of --out, and none is named",
                "Write --out DIR beside it."
            )
            : new BacktestJob(request, Console.Out, Console.Error).Run();
    }
}
