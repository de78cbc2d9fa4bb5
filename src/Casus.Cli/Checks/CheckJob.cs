using Casus.Cli.Inputs;
using Casus.Core.Agreements;
using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Data.Settings;
using Casus.Reports.Json;
using Casus.Reports.Sarif;
using Casus.Reports.Text;

namespace Casus.Cli.Checks;

/// <summary>Compiles a text, asks the rules, mends what may be mended, and writes what is left in each form.</summary>
internal sealed class CheckJob(CheckRequest request, TextWriter output, TextWriter errors)
{
    public int Run()
    {
        if (Choices.Read(request.Choose, out var reason) is not { } choices)
        {
            return UsageErrors.Report(errors, reason!, "Write --choose NAME=VALUE.");
        }
        if (AgreementText.Open(request.Agreement, out var problem) is not { } text)
        {
            return Unusable.Report(errors, problem!);
        }
        if (request.Outputs.FirstOrDefault(one => Overwrites(one, text)) is { File: { } own })
        {
            return UsageErrors.Report(errors, $"--format ...={own}: that is a file that is read", "Name another file.");
        }
        var (settings, problems) = request.Settings is { } file
            ? SettingsFile.Read(file)
            : SettingsFile.For(text.Folder);
        if (!problems.IsEmpty)
        {
            return Unusable.Report(errors, problems);
        }
        var compilation = text.Compile(choices);
        if (Choices.Check(compilation.Agreement, choices) is { } refused)
        {
            return UsageErrors.Report(errors, refused, "Write --choose NAME=VALUE with a bracket of the text.");
        }
        var result = Checker.Run(compilation, settings);
        if (request.Fix != FixMode.None)
        {
            var mending = new SafeFixes(text, choices, settings);
            (compilation, result) = mending.Make(compilation, result);
            if (mending.Write(request.Fix, ForPeople) is { } unwritten)
            {
                return Unusable.Report(errors, unwritten);
            }
        }
        foreach (var one in request.Outputs)
        {
            if (!TryWrite(one, compilation, result))
            {
                return ExitStatus.OutputFailed;
            }
        }
        return StatusOf(result);
    }

    private bool Overwrites(CheckOutput one, AgreementText text) =>
        one.File is { } file
        && (WholeFile.IsSame(file, text.Source.Path) || (request.Settings is { } read && WholeFile.IsSame(file, read)));

    /// <summary>Standard output, unless a form for machines has it.</summary>
    private TextWriter ForPeople =>
        request.Outputs.Any(one => one is { IsForMachines: true, File: null }) ? errors : output;

    private bool TryWrite(CheckOutput one, Compilation compilation, CheckResult result)
    {
        if (one.File is null)
        {
            if (one.IsForMachines)
            {
                using var standard = Console.OpenStandardOutput();
                WriteDocument(one.Format, standard, compilation, result);
            }
            else
            {
                Print(ForPeople, compilation, result);
            }
            return true;
        }
        try
        {
            using var buffer = new MemoryStream();
            WriteDocument(one.Format, buffer, compilation, result);
            WholeFile.Write(one.File, buffer.ToArray());
            return true;
        }
        catch (Exception e) when (Unwritten.IsOne(e))
        {
            errors.WriteLine(
                $"casus: {one.File}: it cannot be written ({e.Message.TrimEnd('.')}); the findings are not in it. "
                    + "Name a file in a folder that this user may write."
            );
            return false;
        }
    }

    private static void WriteDocument(CheckFormat format, Stream stream, Compilation compilation, CheckResult result)
    {
        switch (format)
        {
            case CheckFormat.Json:
                CheckJson.Write(stream, compilation, result.Told);
                break;
            case CheckFormat.Sarif:
                SarifLog.Write(stream, compilation, result);
                break;
            default:
                using (var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" })
                {
                    Print(writer, compilation, result);
                }
                break;
        }
    }

    private static int StatusOf(CheckResult result) =>
        result.Told.Any(diagnostic => diagnostic.Severity != Severity.Information)
            ? ExitStatus.Findings
            : ExitStatus.Clean;

    private static void Print(TextWriter writer, Compilation compilation, CheckResult result)
    {
        DiagnosticText.Write(writer, compilation.Source, result.Told);
        PrintAgreement(writer, compilation.Agreement);
        string Count(Severity severity, string one) =>
            Plural(result.Told.Count(diagnostic => diagnostic.Severity == severity), one);
        var allowed = result.Allowed.IsEmpty ? "" : $"; {Plural(result.Allowed.Length, "finding")} allowed by comments";
        writer.WriteLine(
            $"{Count(Severity.Error, "error")}, {Count(Severity.Warning, "warning")}, "
                + $"{Count(Severity.Information, "note")}{allowed}"
        );
    }

    private static void PrintAgreement(TextWriter writer, Agreement agreement)
    {
        var standing = agreement.Clauses.Count(clause => clause.Stands);
        writer.WriteLine(
            $"{agreement.Title}: {Plural(agreement.Clauses.Length, "clause")}, {standing} of them standing; "
                + $"{Plural(agreement.Norms.Length, "norm")}, {Plural(agreement.Procedures.Length, "procedure")}, "
                + Plural(agreement.Conditions.Count(condition => condition.IsGrade), "grade")
        );
        if (!agreement.Brackets.IsEmpty)
        {
            writer.WriteLine($"choices: {Choices.Describe(agreement)}");
        }
    }

    private static string Plural(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
