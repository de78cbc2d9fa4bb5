using System.CommandLine;
using Casus.Cli.Starting;
using Casus.Cli.Tour;
using Casus.Data.Tables;

namespace Casus.Cli.Commands;

/// <summary>`new`: starts a folder from a template, with a line, a made-up history and what to do next.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "The folder to start: one that is not there yet, or an empty one.",
    };
    private static readonly Option<string> Template = new("--template")
    {
        Description =
            string.Join("; ", AgreementTemplate.All.Select(template => $"{template.Name}: {template.Description}"))
            + ".",
        HelpName = string.Join('|', AgreementTemplate.Names),
        DefaultValueFactory = _ => AgreementTemplate.All[0].Name,
    };
    private static readonly Option<string?> Title = new("--title")
    {
        Description = "The title of the agreement; that of the template if not given.",
        HelpName = "TITLE",
    };

    public static Command Build()
    {
        var command = new Command(
            "new",
            "Starts an agreement from a template: its text, a line, and a synthetic history to try it on."
        )
        {
            Folder,
            SharedOptions.OneOf(Template, AgreementTemplate.Names),
            Title,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(Folder)!,
                parsed.GetValue(Template)!,
                parsed.GetValue(Title),
                parsed.GetValue(SharedOptions.Quiet)
            )
        );
        return command;
    }

    private static int Run(string folder, string name, string? title, bool isQuiet)
    {
        var errors = Console.Error;
        if (AgreementTemplate.Of(name) is not { } template)
        {
            var what = $"--template {Unseen.Shown(name)}: there is no such template";
            return UsageErrors.Report(
                errors,
                what + NearMiss.Question(name, AgreementTemplate.Names),
                $"Write --template {string.Join(" or ", AgreementTemplate.Names)}."
            );
        }
        if (title is not null && AgreementTitle.Problem(title) is { } unfit)
        {
            var what = $"--title {Unseen.Shown(title)}: this cannot be the title of a text ({unfit})";
            return UsageErrors.Report(errors, what, "Write --title 'A few words'.");
        }
        if (NewFolder.Problem(folder) is { } problem)
        {
            return Refuse(errors, folder, problem);
        }
        var next = new NextCommands(ProgramAsTyped(), folder, template);
        try
        {
            if (NewFolder.Write(folder, template, title, next) is { } closed)
            {
                return Refuse(errors, folder, closed);
            }
        }
        catch (Exception failure) when (Unwritten.IsOne(failure))
        {
            return Unwritten.Report(
                errors,
                folder,
                failure,
                "Nothing of it is left there. Make room, or name another folder."
            );
        }
        Tell(Console.Out, folder, template, next, isQuiet);
        return ExitStatus.Clean;
    }

    private static int Refuse(TextWriter errors, string folder, string problem) =>
        UsageErrors.Report(
            errors,
            $"{Unseen.Shown(folder)}: nothing is written there ({problem})",
            "Name a folder that is not there yet, where this user may write: ./casus new mine/truce"
        );

    private static void Tell(
        TextWriter output,
        string folder,
        AgreementTemplate template,
        NextCommands next,
        bool isQuiet
    )
    {
        output.WriteLine($"{folder}: {string.Join(", ", template.Files)}");
        if (isQuiet)
        {
            return;
        }
        output.WriteLine("Parties and places are invented; the history is synthetic: none of it happened.");
        output.WriteLine();
        foreach (var line in next.All)
        {
            output.WriteLine($"  {line}");
        }
    }

    private static string ProgramAsTyped() =>
        TourPlaces.Find(AppContext.BaseDirectory, Directory.GetCurrentDirectory())?.Program ?? "./casus";
}
