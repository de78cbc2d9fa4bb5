using System.Collections.Immutable;
using System.CommandLine;
using Casus.Cli.Checks;

namespace Casus.Cli.Commands;

/// <summary>
/// `check`: compiles the text, asks the rules and says what is wrong with it, to people and to programs. `--fix` mends
/// what can be mended without asking anybody.
/// </summary>
internal static class CheckCommand
{
    public static Command Build()
    {
        var agreement = SharedOptions.Agreement();
        var choose = SharedOptions.Choose();
        var format = new Option<string[]>("--format")
        {
            Description =
                "text, json or sarif (2.1.0), to standard output or, with =FILE, to a file; may be repeated. "
                + "Of json and sarif one alone may go to standard output, which then holds nothing else.",
            HelpName = "text|json|sarif[=FILE]",
            AllowMultipleArgumentsPerToken = false,
        };
        SharedOptions.OneOf(format, CheckOutput.Names);
        var settings = new Option<string?>("--settings")
        {
            Description =
                "The casus.toml that sets the severity of rules; else the nearest, in the agreement's folder or above.",
            HelpName = "FILE",
        };
        var fix = new Option<bool>("--fix")
        {
            Description = "Makes the fixes that leave the meaning as it is, and shows what it changed.",
        };
        var diff = new Option<bool>("--diff") { Description = "Shows what --fix would change, and changes nothing." };
        var command = new Command(
            "check",
            "Says what is wrong with a text: undefined terms, duties nobody bears, clocks that cannot be kept."
        )
        {
            agreement,
            format,
            choose,
            settings,
            fix,
            diff,
        };
        command.SetAction(parsed =>
        {
            var formats = parsed.GetValue(format) is { Length: > 0 } given ? given : [CheckOutput.Names[0]];
            if (Outputs(formats, out var refused) is not { } outputs)
            {
                return refused;
            }
            var mode = (parsed.GetValue(diff), parsed.GetValue(fix)) switch
            {
                (true, _) => FixMode.Show,
                (_, true) => FixMode.Make,
                _ => FixMode.None,
            };
            var request = new CheckRequest(
                parsed.GetValue(agreement)!,
                outputs,
                parsed.GetValue(choose) ?? [],
                parsed.GetValue(settings),
                mode
            );
            return new CheckJob(request, Console.Out, Console.Error).Run();
        });
        return command;
    }

    /// <summary>As text, under the first value of every bracket.</summary>
    public static int Run(string path, TextWriter output, TextWriter errors) =>
        new CheckJob(
            new CheckRequest(path, [new CheckOutput(CheckFormat.Text, null)], [], null, FixMode.None),
            output,
            errors
        ).Run();

    private static ImmutableArray<CheckOutput>? Outputs(IEnumerable<string> formats, out int status)
    {
        var outputs = ImmutableArray.CreateBuilder<CheckOutput>();
        status = ExitStatus.Clean;
        foreach (var written in formats)
        {
            if (!CheckOutput.TryRead(written, out var output))
            {
                status = UsageErrors.Report(
                    Console.Error,
                    $"--format {written}: there is no such format",
                    "Write --format text, json or sarif; with a file, --format sarif=FILE."
                );
                return null;
            }
            outputs.Add(output);
        }
        if (outputs.Count(one => one is { IsForMachines: true, File: null }) > 1)
        {
            status = UsageErrors.Report(
                Console.Error,
                "--format: json and sarif cannot share standard output",
                "Give one of them a file: --format json --format sarif=FILE."
            );
            return null;
        }
        if (outputs.Where(one => one.File is not null).GroupBy(one => one.File).Any(group => group.Count() > 1))
        {
            status = UsageErrors.Report(
                Console.Error,
                "--format: two results cannot share a file",
                "Give each a file of its own."
            );
            return null;
        }
        return outputs.DistinctBy(one => (one.Format, one.File)).ToImmutableArray();
    }
}
