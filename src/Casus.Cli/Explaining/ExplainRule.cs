using System.Text.Json;
using Casus.Core.Diagnostics;
using Casus.Data.Tables;
using Casus.Reports.Explain;

namespace Casus.Cli.Explaining;

/// <summary>
/// `explain CAS3401`: what a diagnostic is about, why it matters, what to write instead; of a rule its whole page.
/// </summary>
internal static class ExplainRule
{
    public static bool IsRule(string what) =>
        what.StartsWith("CAS", StringComparison.OrdinalIgnoreCase)
        && what.Length > 3
        && what[3..].All(char.IsAsciiDigit);

    public static int Run(string what, bool json, TextWriter output, TextWriter errors)
    {
        if (DiagnosticCodes.Find(what.ToUpperInvariant()) is not { } code)
        {
            var question = NearMiss.Question(what, DiagnosticCodes.All.Select(known => known.Code));
            return UsageErrors.Report(
                errors,
                $"explain {what}: Casus gives no diagnostic of that code{question}",
                "docs/language/diagnostics.md and docs/rules/README.md list them; ./casus check prints those of a text."
            );
        }
        if (json)
        {
            var members = new Dictionary<string, string>
            {
                ["code"] = code.Code,
                ["severity"] = code.Severity.ToString().ToLowerInvariant(),
                ["title"] = code.Title,
                ["explanation"] = code.Explanation,
            };
            if (RulePage.Of(code.Code) is { } markdown)
            {
                members["page"] = markdown;
            }
            output.WriteLine(JsonSerializer.Serialize(members));
            return ExitStatus.Clean;
        }
        if (RulePage.TextOf(code.Code) is { } page)
        {
            output.Write(page);
            return ExitStatus.Clean;
        }
        output.WriteLine($"{code.Code}: {code.Title} ({code.Severity.ToString().ToLowerInvariant()})");
        RuleText.Write(output, code);
        return ExitStatus.Clean;
    }
}
