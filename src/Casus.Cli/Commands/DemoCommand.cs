using System.CommandLine;
using Casus.Cli.Tour;

namespace Casus.Cli.Commands;

/// <summary>`demo`: the tour of the README in one go. It writes into one folder and opens nothing.</summary>
internal static class DemoCommand
{
    private const string Usual = "casus-demo";

    public static Command Build()
    {
        var to = new Option<string>("--out")
        {
            Description = $"The folder that it writes; {Usual} if not given. Never one that holds anything else.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Usual,
        };
        var command = new Command(
            "demo",
            "The tour: a text checked, seven years replayed under two texts, reports written."
        )
        {
            to,
        };
        command.SetAction(parsed =>
            Run(parsed.GetValue(to)!, (RootCommand)parsed.RootCommandResult.Command, Console.Out, Console.Error)
        );
        return command;
    }

    private static int Run(string folder, RootCommand root, TextWriter output, TextWriter errors)
    {
        if (TourFolder.Problem(folder) is { } problem)
        {
            return UsageErrors.Report(
                errors,
                $"--out {folder}: the tour writes nothing there ({problem})",
                "Name a folder that is not there yet: ./casus demo --out DIR"
            );
        }
        if (TourPlaces.Find(AppContext.BaseDirectory, Directory.GetCurrentDirectory()) is not { } places)
        {
            errors.WriteLine(
                $"casus: no folder above {AppContext.BaseDirectory} holds agreements/ukraine-2026 and data/osce, and the tour "
                    + "goes through them. Run ./casus of a whole copy of the repository."
            );
            return ExitStatus.UnusableInput;
        }
        return new Guide(places, folder, root, output, errors).Lead();
    }
}
