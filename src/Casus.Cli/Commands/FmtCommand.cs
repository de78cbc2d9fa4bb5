using System.CommandLine;
using System.Text;
using Casus.Cli.Inputs;
using Casus.Core.Diagnostics;
using Casus.Core.Formatting;
using Casus.Core.Parsing;
using Casus.Core.Text;
using Casus.Data.Tables;

namespace Casus.Cli.Commands;

/// <summary>`fmt`: lays a text out in the one way, in place. A text with a mistake of shape is left alone.</summary>
internal static class FmtCommand
{
    private const string StandardInput = "-";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Build()
    {
        var agreements = new Argument<string[]>("AGREEMENT")
        {
            Description =
                "A .casus file, or a folder that holds agreement.casus; several are laid out each for itself. "
                + "- takes standard input and writes standard output.",
            Arity = ArgumentArity.OneOrMore,
        };
        var check = new Option<bool>("--check") { Description = "Writes nothing; status 1 where a text would change." };
        var command = new Command(
            "fmt",
            "Lays a text out in the one way: spaces, indentation, long lines. What it says stays."
        )
        {
            agreements,
            check,
        };
        command.SetAction(parsed => Run(parsed.GetValue(agreements) ?? [], parsed.GetValue(check)));
        return command;
    }

    private static int Run(string[] paths, bool checks)
    {
        if (paths is [StandardInput])
        {
            return Pass(checks);
        }
        return paths.Contains(StandardInput)
            ? UsageErrors.Report(
                Console.Error,
                "- stands beside other texts, and standard output has room for one",
                "Write ./casus fmt - alone."
            )
            : paths.Max(path => LayOut(path, checks));
    }

    /// <summary>From standard input to standard output: nothing is written of a text with a mistake of shape.</summary>
    private static int Pass(bool checks)
    {
        if (AgreementText.OpenStandardInput(out var problem) is not { } text)
        {
            return Unusable.Report(Console.Error, problem!);
        }
        if (Formatted(text.Source) is not { } formatted)
        {
            return ExitStatus.UnusableInput;
        }
        if (checks)
        {
            return Compare(text.Source, formatted);
        }
        using var output = Console.OpenStandardOutput();
        output.Write(Utf8.GetBytes(formatted));
        return ExitStatus.Clean;
    }

    private static int LayOut(string path, bool checks)
    {
        if (AgreementText.Open(path, out var problem) is not { } text)
        {
            return Unusable.Report(Console.Error, problem!);
        }
        var source = text.Source;
        if (Formatted(source) is not { } formatted)
        {
            return ExitStatus.UnusableInput;
        }
        if (checks)
        {
            return Compare(source, formatted);
        }
        var changes = IsChanged(source, formatted);
        if (changes && Replace(source.Path, formatted) is { } refused)
        {
            return Unusable.Report(Console.Error, refused);
        }
        Console.Out.WriteLine(changes ? $"{source.Path}: laid out anew" : $"{source.Path}: nothing to change");
        return ExitStatus.Clean;
    }

    private static int Compare(SourceText source, string formatted)
    {
        var changes = IsChanged(source, formatted);
        Console.Out.WriteLine(changes ? $"{source.Path}: would be laid out anew" : $"{source.Path}: laid out");
        return changes ? ExitStatus.Findings : ExitStatus.Clean;
    }

    private static bool IsChanged(SourceText source, string formatted) =>
        !string.Equals(formatted, source.Text, StringComparison.Ordinal);

    /// <summary>Null where the text has mistakes of shape, which are told.</summary>
    private static string? Formatted(SourceText source)
    {
        var parsed = Parser.Parse(source);
        var errors = parsed.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        errors.ForEach(error => Console.Error.Write(DiagnosticLines.Of(source, error)));
        return errors.Count > 0 ? null : Formatter.Format(parsed.Tree);
    }

    /// <summary>The problem where it cannot be written.</summary>
    private static InputProblem? Replace(string path, string text)
    {
        try
        {
            WholeFile.Write(path, Utf8.GetBytes(text));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var what = $"it cannot be written ({e.Message.TrimEnd('.')})";
            return new InputProblem(
                path,
                null,
                what,
                "the text is as it was",
                "Name a file in a folder that this user may write"
            );
        }
    }
}
