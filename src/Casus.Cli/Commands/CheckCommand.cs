using System.CommandLine;
using Casus.Cli.Inputs;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Reports.Json;
using Casus.Reports.Text;

namespace Casus.Cli.Commands;

/// <summary>
/// `check`: compiles the text and says what is wrong with it. Text goes to a person, JSON to a program.
/// </summary>
internal static class CheckCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private static readonly string[] Formats = [Text, Json];

    public static Command Build()
    {
        var agreement = SharedOptions.Agreement();
        var choose = SharedOptions.Choose();
        var format = new Option<string[]>("--format")
        {
            Description =
                "text or json; may be repeated. With json, standard output is one JSON document and nothing else.",
            HelpName = "text|json",
            AllowMultipleArgumentsPerToken = false,
        };
        SharedOptions.OneOf(format, Formats);
        var command = new Command(
            "check",
            "Says what is wrong with a text: undefined terms, duties nobody bears, what means nothing."
        )
        {
            agreement,
            format,
            choose,
        };
        command.SetAction(parsed =>
        {
            var formats = parsed.GetValue(format) is { Length: > 0 } given ? given : [Text];
            return Run(parsed.GetValue(agreement)!, formats, parsed.GetValue(choose) ?? []);
        });
        return command;
    }

    /// <summary>As text, under the first value of every bracket.</summary>
    public static int Run(string path, TextWriter output, TextWriter errors)
    {
        if (AgreementText.Open(path, out var problem) is not { } text)
        {
            return Unusable.Report(errors, problem!);
        }
        var compilation = text.Compile(new Dictionary<string, string>());
        Print(output, compilation);
        return StatusOf(compilation);
    }

    private static int Run(string path, IReadOnlyList<string> formats, IReadOnlyList<string> choose)
    {
        var errors = Console.Error;
        if (formats.FirstOrDefault(name => !Formats.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            var what = unknown == "sarif" ? "SARIF is not written yet" : $"--format {unknown}: there is no such format";
            return UsageErrors.Report(errors, what, "Write --format text or --format json.");
        }
        if (Choices.Read(choose, out var reason) is not { } choices)
        {
            return UsageErrors.Report(errors, reason!, "Write --choose NAME=VALUE.");
        }
        if (AgreementText.Open(path, out var problem) is not { } text)
        {
            return Unusable.Report(errors, problem!);
        }
        var compilation = text.Compile(choices);
        if (Choices.Check(compilation.Agreement, choices) is { } refused)
        {
            return UsageErrors.Report(errors, refused, "Write --choose NAME=VALUE with a bracket of the text.");
        }
        var isJson = formats.Contains(Json);
        if (isJson)
        {
            using var output = Console.OpenStandardOutput();
            CheckJson.Write(output, compilation);
        }
        if (formats.Contains(Text))
        {
            Print(isJson ? errors : Console.Out, compilation);
        }
        return StatusOf(compilation);
    }

    private static int StatusOf(Compilation compilation) =>
        compilation.Diagnostics.Any(diagnostic => diagnostic.Severity != Severity.Information)
            ? ExitStatus.Findings
            : ExitStatus.Clean;

    private static void Print(TextWriter writer, Compilation compilation)
    {
        DiagnosticText.Write(writer, compilation);
        var agreement = compilation.Agreement;
        var standing = agreement.Clauses.Count(clause => clause.Stands);
        writer.WriteLine(
            $"{agreement.Title}: {agreement.Clauses.Length} clauses, {standing} of them standing; "
                + $"{agreement.Norms.Length} norms, {agreement.Procedures.Length} procedures, "
                + $"{agreement.Conditions.Count(condition => condition.IsGrade)} grades"
        );
        if (!agreement.Brackets.IsEmpty)
        {
            writer.WriteLine($"choices: {Choices.Describe(agreement)}");
        }
        int With(Severity severity) => compilation.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);
        writer.WriteLine(
            $"{With(Severity.Error)} errors, {With(Severity.Warning)} warnings, {With(Severity.Information)} notes"
        );
    }
}
