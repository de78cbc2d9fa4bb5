using System.CommandLine;
using Casus.Analysis.Diff;
using Casus.Cli.Inputs;
using Casus.Core.Binding;
using Casus.Reports.Diff;
using Casus.Reports.Text;

namespace Casus.Cli.Commands;

/// <summary>`diff`: what changed between two drafts, by meaning, and whom each change favours.</summary>
internal static class DiffCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private static readonly string[] Formats = [Text, Json];

    private static readonly Argument<string> Old = new("OLD")
    {
        Description = "The earlier text: a .casus file, or a folder that holds agreement.casus.",
    };
    private static readonly Argument<string> New = new("NEW")
    {
        Description = "The later text: a .casus file, or a folder that holds agreement.casus.",
    };
    private static readonly Option<string[]> Format = SharedOptions.OneOf(
        new Option<string[]>("--format")
        {
            Description =
                "text or json; may be repeated. With json, standard output is one JSON document and nothing else.",
            HelpName = "text|json",
            AllowMultipleArgumentsPerToken = false,
        },
        Formats
    );
    private static readonly Option<bool> AsJson = new("--json") { Description = "The same as --format json." };
    private static readonly Option<string[]> Choose = SharedOptions.Choose();
    private static readonly Option<string?> Redline = new("--redline")
    {
        Description = "Writes a document for word processors with the changes tracked and a comment on each.",
        HelpName = "FILE.docx",
    };
    private static readonly Option<string> Author = new("--author")
    {
        Description = "Who the redline says made the changes.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "Casus",
    };
    private static readonly Option<DateOnly?> Date = new("--date")
    {
        Description = "When the redline says they were made; the date of the new text if not given.",
        HelpName = "YYYY-MM-DD",
    };

    public static Command Build()
    {
        var command = new Command(
            "diff",
            "Says what changed between two drafts, by meaning: whom it binds more, whom it protects less."
        )
        {
            Old,
            New,
            Format,
            AsJson,
            Choose,
            Redline,
            Author,
            Date,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var errors = Console.Error;
        var formats = parsed.GetValue(Format) is { Length: > 0 } given ? given : [Text];
        if (formats.FirstOrDefault(name => !Formats.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            var docx = unknown == "docx" ? " A redline is written with --redline FILE.docx." : "";
            return UsageErrors.Report(
                errors,
                $"--format {unknown}: there is no such format",
                $"Write --format text or --format json.{docx}"
            );
        }
        if (parsed.GetValue(AsJson))
        {
            formats = [Json];
        }
        if (Choices.Read(parsed.GetValue(Choose) ?? [], out var reason) is not { } choices)
        {
            return UsageErrors.Report(errors, reason!, "Write --choose NAME=VALUE.");
        }
        if (Compiled(parsed.GetValue(Old)!, choices, out var old) is var failed and not ExitStatus.Clean)
        {
            return failed;
        }
        if (Compiled(parsed.GetValue(New)!, choices, out var now) is var failing and not ExitStatus.Clean)
        {
            return failing;
        }
        if (Unknown(old!, now!, choices) is { } refused)
        {
            return UsageErrors.Report(errors, refused, "Write --choose NAME=VALUE with a bracket of either text.");
        }
        if (HasErrors(old!) | HasErrors(now!))
        {
            errors.WriteLine("casus: a text with errors says nothing that could be compared; mend it first.");
            return ExitStatus.UnusableInput;
        }
        return Report(parsed, formats, old!, now!);
    }

    private static int Report(ParseResult parsed, string[] formats, Compilation old, Compilation now)
    {
        var result = AgreementDiff.Of(old, now);
        if (parsed.GetValue(Redline) is { } file)
        {
            if (WholeFile.IsSame(file, old.Source.Path) || WholeFile.IsSame(file, now.Source.Path))
            {
                return UsageErrors.Report(
                    Console.Error,
                    $"--redline {file}: that is a text that is read",
                    "Name a .docx."
                );
            }
            if (parsed.GetValue(Author)!.Any(char.IsControl))
            {
                const string Instead = "Write a name without control characters.";
                return UsageErrors.Report(Console.Error, "--author: a document cannot hold this name", Instead);
            }
            var mark = new RedlineMark(parsed.GetValue(Author)!, parsed.GetValue(Date) ?? DateOf(now) ?? DateOf(old));
            try
            {
                WholeFile.Write(file, RedlineFile.Of(result, mark));
            }
            catch (Exception failure) when (Unwritten.IsOne(failure))
            {
                return Unwritten.Report(
                    Console.Error,
                    file,
                    failure,
                    "Name a file in a folder that this user may write."
                );
            }
        }
        var isJson = formats.Contains(Json, StringComparer.Ordinal);
        if (isJson)
        {
            using var output = Console.OpenStandardOutput();
            DiffJson.Write(output, result, old.Agreement, now.Agreement);
        }
        if (formats.Contains(Text, StringComparer.Ordinal))
        {
            DiffText.Write(isJson ? Console.Error : Console.Out, result, old.Source.Path, now.Source.Path);
        }
        return result.Weakens ? ExitStatus.Findings : ExitStatus.Clean;
    }

    private static DateOnly? DateOf(Compilation compilation) =>
        compilation.Agreement.TextDate is { } date ? new DateOnly(date.Year, date.Month, date.Day) : null;

    /// <summary>Under those of the choices that name a bracket of the text.</summary>
    private static int Compiled(string path, Dictionary<string, string> choices, out Compilation? compilation)
    {
        compilation = null;
        if (AgreementText.Open(path, out var problem) is not { } text)
        {
            return Unusable.Report(Console.Error, problem!);
        }
        var plain = text.Compile(new Dictionary<string, string>());
        var own = choices
            .Where(choice =>
                plain.Agreement.Brackets.Any(bracket =>
                    bracket.Name == choice.Key && bracket.Values.Contains(choice.Value)
                )
            )
            .ToDictionary(StringComparer.Ordinal);
        compilation = own.Count == 0 ? plain : text.Compile(own);
        return ExitStatus.Clean;
    }

    /// <summary>A choice that neither text offers.</summary>
    private static string? Unknown(Compilation old, Compilation now, Dictionary<string, string> choices) =>
        choices
            .Select(choice => new Dictionary<string, string>(StringComparer.Ordinal) { [choice.Key] = choice.Value })
            .Where(choice => Choices.Check(old.Agreement, choice) is not null)
            .Select(choice => Choices.Check(now.Agreement, choice))
            .FirstOrDefault(refused => refused is not null);

    private static bool HasErrors(Compilation compilation)
    {
        if (!compilation.HasErrors)
        {
            return false;
        }
        DiagnosticText.Write(Console.Error, compilation.Source, compilation.Diagnostics);
        return true;
    }
}
