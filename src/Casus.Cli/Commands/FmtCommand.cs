using System.CommandLine;
using System.Text;
using Casus.Cli.Inputs;
using Casus.Core.Diagnostics;
using Casus.Core.Formatting;
using Casus.Core.Parsing;
using Casus.Data.Tables;

namespace Casus.Cli.Commands;

/// <summary>`fmt`: lays a text out in the one way, in place. A text with a mistake of shape is left alone.</summary>
internal static class FmtCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Build()
    {
        var agreement = SharedOptions.Agreement();
        var check = new Option<bool>("--check")
        {
            Description = "Writes nothing; status 1 where the text would change.",
        };
        var command = new Command(
            "fmt",
            "Lays a text out in the one way: spaces, indentation, long lines. What it says stays."
        )
        {
            agreement,
            check,
        };
        command.SetAction(parsed => Run(parsed.GetValue(agreement)!, parsed.GetValue(check)));
        return command;
    }

    private static int Run(string path, bool checks)
    {
        if (AgreementText.Open(path, out var problem) is not { } text)
        {
            return Unusable.Report(Console.Error, problem!);
        }
        var source = text.Source;
        var parsed = Parser.Parse(source);
        var errors = parsed.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            errors.ForEach(error => Console.Error.Write(DiagnosticLines.Of(source, error)));
            return ExitStatus.UnusableInput;
        }
        var formatted = Formatter.Format(parsed.Tree);
        var changes = !string.Equals(formatted, source.Text, StringComparison.Ordinal);
        if (checks)
        {
            Console.Out.WriteLine(changes ? $"{source.Path}: would be laid out anew" : $"{source.Path}: laid out");
            return changes ? ExitStatus.Findings : ExitStatus.Clean;
        }
        if (changes && Replace(source.Path, formatted) is { } refused)
        {
            return Unusable.Report(Console.Error, refused);
        }
        Console.Out.WriteLine(changes ? $"{source.Path}: laid out anew" : $"{source.Path}: nothing to change");
        return ExitStatus.Clean;
    }

    /// <summary>
    /// Written aside and renamed, so that the text is at no moment half there. The problem where it cannot be.
    /// </summary>
    private static InputProblem? Replace(string path, string text)
    {
        var full = Path.GetFullPath(path);
        // What a link leads to is replaced, not the link.
        var target = File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        var aside = Path.Combine(
            Path.GetDirectoryName(target)!,
            $".{Path.GetFileName(target)}.{Environment.ProcessId}.part"
        );
        try
        {
            File.WriteAllText(aside, text, Utf8);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(aside, File.GetUnixFileMode(target));
            }
            File.Move(aside, target, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(aside);
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
