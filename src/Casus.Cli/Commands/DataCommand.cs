using System.CommandLine;
using System.Text;
using Casus.Cli.DataTables;
using Casus.Cli.Inputs;
using Casus.Core.Agreements;
using Casus.Core.Conduct;
using Casus.Data.Inspection;
using Casus.Data.Tables;

namespace Casus.Cli.Commands;

/// <summary>`data doctor`: what is in a table, which mapping fits, what an agreement would lack.</summary>
internal static class DataCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "A table in any format that --incidents takes." };
        var agreement = new Option<string?>("--agreement")
        {
            Description = "Says what the sentences of this agreement need and the table lacks.",
            HelpName = "AGREEMENT",
        };
        var mapping = new Option<string?>("--write-mapping")
        {
            Description = "Writes a mapping to begin with; never over a file that is there.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Standard output is one JSON document." };
        var doctor = new Command(
            "doctor",
            "Says what is in a table, which mapping fits it, and what is missing for which sentence."
        )
        {
            file,
            agreement,
            mapping,
            json,
        };
        doctor.SetAction(parsed =>
            Run(parsed.GetValue(file)!, parsed.GetValue(agreement), parsed.GetValue(mapping), parsed.GetValue(json))
        );
        return new Command("data", "Looks at tables before they are used.") { doctor };
    }

    private static int Run(string file, string? agreementPath, string? mappingPath, bool isJson)
    {
        var errors = Console.Error;
        Agreement? agreement = null;
        if (agreementPath is not null)
        {
            if (AgreementText.Open(agreementPath, out var unreadable) is not { } text)
            {
                return Unusable.Report(errors, unreadable!);
            }
            var compilation = text.Compile(new Dictionary<string, string>(StringComparer.Ordinal));
            if (compilation.HasErrors)
            {
                const string Instead = "Mend it; ./casus check says all of them";
                var what = "the agreement has errors";
                return Unusable.Report(
                    errors,
                    new InputProblem(compilation.Source.Path, null, what, "what it needs is not known", Instead)
                );
            }
            agreement = compilation.Agreement;
        }
        if (TableInspector.Inspect(TableInput.OfFile(file), out var problem) is not { } table)
        {
            return Unusable.Report(errors, problem!);
        }
        if (mappingPath is not null && WriteMapping(mappingPath, table, agreement) is { } refused)
        {
            return Unusable.Report(errors, refused);
        }
        var diagnosis = new Diagnosis(table, agreement);
        if (isJson)
        {
            using var output = Console.OpenStandardOutput();
            DoctorJson.Write(output, diagnosis);
        }
        else
        {
            new DoctorText(Console.Out, diagnosis).Write();
        }
        if (mappingPath is not null)
        {
            errors.WriteLine(
                $"casus: wrote {mappingPath}; read its comments, then use it with --mapping {ShellWords.Quoted(mappingPath)}"
            );
        }
        return ExitStatus.Clean;
    }

    /// <summary>Never over a file that is there: it may be the work of hours.</summary>
    private static InputProblem? WriteMapping(string path, TableInspection table, Agreement? agreement)
    {
        var text = StarterMapping.Of(table, agreement?.Conduct ?? ConductTaxonomy.BuiltIn);
        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Utf8.GetBytes(text));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var what = File.Exists(path)
                ? "there is a file already"
                : $"it cannot be written ({e.Message.TrimEnd('.')})";
            return new InputProblem(path, null, what, "nothing was written", "Name a file that is not there yet");
        }
    }
}
