using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Text;
using Casus.Core.Time;
using Casus.Data.Acts;
using Casus.Data.Geography;
using Casus.Data.Incidents;
using Casus.Data.Tables;
using Casus.Tests.House;
using Casus.Tests.Vectors;
using Xunit;

namespace Casus.Tests.Stepping;

/// <summary>
/// The corner cases of norms, procedures and life, from text and tables to effects, through the whole machine.
/// </summary>
public class DutyCornerCases
{
    private static readonly string folder = RepositoryRoot.Of("tests", "Casus.Tests", "Vectors", "duties");

    public static TheoryData<string> Names() =>
        [.. Directory.GetDirectories(folder).Select(one => Path.GetFileName(one)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_effects_and_statuses_are_as_expected(string name)
    {
        var place = Path.Combine(folder, name);
        var settings = DutyRunSettings.Read(Path.Combine(place, "run.json"));
        var file = Path.Combine(place, "agreement.casus");
        var source = new SourceText(file, File.ReadAllText(file));
        var compilation = Compiler.Compile(source, settings.Choose, new GeographyFolder(place));
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
        var agreement = compilation.Agreement;
        var options = new MachineOptions
        {
            Suppose = Enum.Parse<Supposition>(settings.Suppose, ignoreCase: true),
            InForceFrom = settings.InForceFrom is { } date
                ? agreement.Calendar.Day(VectorTime.ReadDate(date)).From
                : null,
        };
        using var machine = new Machine(agreement, options);
        var effects = new List<Core.Effects.Effect>();

        var facts = Rows(place, agreement.Calendar)
            .Concat(Acts(place, agreement.Calendar))
            .OrderBy(fact => fact.KnownAt);
        Scheduler.Run(machine, facts, VectorTime.Read(settings.AsOf), effects.Add);

        var final = machine.Duties.Select(duty => new FinalDuty(
            duty.Clause,
            duty.Bearer,
            Camel(duty.Status.ToString())
        ));
        var expect = DutyVector.Read(Path.Combine(place, "expect.json"));
        Assert.Empty(DutyComparison.Compare(expect, effects, [.. final]));
    }

    private static IEnumerable<Fact> Rows(string place, AgreementCalendar calendar)
    {
        var input = TableInput.OfFile(Path.Combine(place, "incidents.csv"));
        var reading = new IncidentReader(new IncidentReaderSettings { Calendar = calendar }).Read([
            new IncidentSource(input),
        ]);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Rejected);
        return reading.Rows.Select(row => new IncidentReported(row));
    }

    private static IEnumerable<Fact> Acts(string place, AgreementCalendar calendar)
    {
        var file = Path.Combine(place, "acts.csv");
        if (!File.Exists(file))
        {
            return [];
        }
        var reading = new ActsReader(calendar).Read([TableInput.OfFile(file)]);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Rejected);
        return reading.Acts.Select(act => new ActRecorded(act));
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
