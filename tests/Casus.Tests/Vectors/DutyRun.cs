using System.Text.Json;
using Casus.Core.Agreements;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Text;
using Casus.Data.Acts;
using Casus.Data.Geography;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Tests.Vectors;

/// <summary>
/// Runs a corner case of norms, procedures and life through the compiler, the readers, the machine and its scheduler.
/// </summary>
internal static class DutyRun
{
    public static IReadOnlyList<string> Failures(string folder)
    {
        var expect = DutyVector.Read(Path.Combine(folder, "expect.json"));
        var settings = DutyRunSettings.Read(Path.Combine(folder, "run.json"));
        var file = Path.Combine(folder, "agreement.casus");
        var source = new SourceText("agreement.casus", File.ReadAllText(file));
        var compilation = Compiler.Compile(source, settings.Choose, new GeographyFolder(folder));
        if (compilation.HasErrors)
        {
            return [.. compilation.Diagnostics.Where(IsError).Select(error => Told(error, source))];
        }
        var agreement = compilation.Agreement;
        var problems = new List<string>();
        var facts = Facts(folder, agreement, problems);
        var effects = new List<Effect>();
        using var machine = new Machine(agreement, Options(settings, agreement), Counting);
        Scheduler.Run(machine, facts, VectorTime.Read(settings.AsOf), effects.Add);
        var final = machine
            .Duties.Select(duty => new FinalDuty(
                duty.Clause,
                duty.Bearer,
                JsonNamingPolicy.CamelCase.ConvertName(duty.Status.ToString())
            ))
            .ToList();
        return [.. problems, .. DutyComparison.Compare(expect, effects, final)];
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error;

    private static string Told(Diagnostic error, SourceText source) =>
        $"the text does not compile: {error.Code} {error.Message} at `{source.Of(error.Span)}`";

    private static IConditionMachine Counting(
        Agreement agreement,
        IReadOnlyList<int> watched,
        MachineOptions options
    ) => new ConditionMachine(agreement, watched, options);

    private static MachineOptions Options(DutyRunSettings settings, Agreement agreement) =>
        new()
        {
            Suppose = Enum.Parse<Supposition>(settings.Suppose, ignoreCase: true),
            InForceFrom = settings.InForceFrom is { } date
                ? agreement.Calendar.Day(VectorTime.ReadDate(date)).From
                : null,
        };

    /// <summary>
    /// Incidents and acts in the order in which they became known; at one instant rows come before acts.
    /// </summary>
    private static IEnumerable<Fact> Facts(string folder, Agreement agreement, List<string> problems)
    {
        var locator = new Locator(agreement);
        var settings = new IncidentReaderSettings
        {
            Calendar = agreement.Calendar,
            Taxonomy = agreement.Conduct,
            Contradicts = place => locator.Locate(place, null).Contradicts,
        };
        var table = TableInput.OfFile(Path.Combine(folder, "incidents.csv"), "incidents.csv");
        var incidents = new IncidentReader(settings).Read([new IncidentSource(table)]);
        problems.AddRange(incidents.Problems.Select(problem => problem.ToString()));
        problems.AddRange(incidents.Rejected.Select(reject => $"row {reject.Id} is rejected: {reject.Reason}"));
        var facts = incidents.Rows.Select(row => (Fact)new IncidentReported(row)).ToList();
        if (File.Exists(Path.Combine(folder, "acts.csv")))
        {
            var reader = new ActsReader(agreement.Calendar);
            var acts = reader.Read([TableInput.OfFile(Path.Combine(folder, "acts.csv"), "acts.csv")]);
            problems.AddRange(acts.Problems.Select(problem => problem.ToString()));
            problems.AddRange(acts.Rejected.Select(reject => $"act {reject.Id} is rejected: {reject.Reason}"));
            facts.AddRange(acts.Acts.Select(act => new ActRecorded(act)));
        }
        return facts.OrderBy(fact => fact.KnownAt);
    }
}
