using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Agreements;
using Casus.Core.Binding;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Norms;
using Casus.Core.Stepping;
using Casus.Core.Stepping.Counting;
using Casus.Core.Text;
using Casus.Core.Time;
using Xunit;

namespace Casus.Tests.Stepping;

/// <summary>
/// A text, what happens, and what the machine says of it, as lines: `dutyArose 1.1 France 10T08 due 11T08`. Instants
/// are of January 2025 (`10T08`, `10T08:30`, `10T08:30:01`), or with a month before (`02-07T10`).
/// </summary>
internal sealed class Trial
{
    private const string Head = """
        Agreement "Test", draft 1 of 2025-01-01.
        Form: treaty.
        Times are in UTC.
        Party Ukraine, as beneficiary.
        Party Russia, as adversary.
        Parties France, Poland and Germany, as guarantors.
        Body Commission, as monitor.

        """;

    private readonly List<Fact> facts = [];
    private readonly List<Action<PlainCounting>> scripts = [];
    private MachineOptions options;
    private string horizon = "31T23:59:59";

    private Trial(string text)
    {
        var source = new SourceText(
            "test.casus",
            text.Contains("Agreement \"", StringComparison.Ordinal) ? text : Head + text
        );
        var compilation = Compiler.Compile(source, ImmutableDictionary<string, string>.Empty, new NoGeography());
        Assert.Empty(compilation.Diagnostics.Where(item => item.Severity == Core.Diagnostics.Severity.Error));
        Agreement = compilation.Agreement;
        options = new MachineOptions { InForceFrom = At("01T00") };
    }

    public Agreement Agreement { get; }
    public MachineOptions Options => options;
    public IReadOnlyList<Fact> Facts => [.. facts.OrderBy(fact => fact.KnownAt.Second)];

    public static Trial Of(string text) => new(text);

    /// <summary>The engine's own counting side, unless a test scripts what it says or calls a row vague.</summary>
    public IConditionMachine Counting(Agreement agreement, IReadOnlyList<int> watched, MachineOptions given)
    {
        if (scripts.Count == 0 && !facts.Exists(fact => fact is IncidentReported { Row.Source: "vague" }))
        {
            return new ConditionMachine(agreement, watched, given);
        }
        var counting = new PlainCounting(agreement, watched);
        scripts.ForEach(script => script(counting));
        return counting;
    }

    public Trial Suppose(Supposition supposition)
    {
        options = options with { Suppose = supposition };
        return this;
    }

    /// <summary>Entry is the text's own affair.</summary>
    public Trial Entering()
    {
        options = options with { InForceFrom = null };
        return this;
    }

    public Trial InForce(string from)
    {
        options = options with { InForceFrom = At(from) };
        return this;
    }

    public Trial Until(string asOf)
    {
        horizon = asOf;
        return this;
    }

    /// <summary>
    /// An attack by Russia on Ukraine, unless told otherwise. `at` may be an interval: 10T00..10T23:59:59.
    /// </summary>
    public Trial Attack(
        string id,
        string at,
        string? known = null,
        string? party = "Russia",
        string? against = "Ukraine",
        string conduct = "mortar",
        string? source = null,
        string? supersedes = null,
        params BodyFinding[] findings
    )
    {
        var ends = at.Split("..");
        var occurred = new TimeInterval(At(ends[0]), At(ends[^1]));
        var row = new IncidentRow
        {
            Ordinal = facts.Count,
            Id = id,
            Occurred = occurred,
            KnownAt = known is null ? occurred.To : At(known),
            Conduct = conduct,
            Party = party,
            Against = against,
            File = "test.csv",
            Source = source,
            Supersedes = supersedes,
            Findings = [.. findings],
        };
        facts.Add(new IncidentReported(row));
        return this;
    }

    public static BodyFinding Verified(string at) => new(FindingKind.Verified, "Commission", At(at));

    public static BodyFinding Rejected(string at) => new(FindingKind.Rejected, "Commission", At(at));

    public static BodyFinding Attributed(string at) =>
        new(FindingKind.Attributed, "Commission", At(at), Confidence.High);

    public Trial Act(
        ActKind kind,
        string by,
        string at,
        string? clause = null,
        string? known = null,
        string? to = null,
        string? about = null,
        decimal? quantity = null,
        string? unit = null,
        string? value = null
    )
    {
        var act = new Act
        {
            Id = (facts.Count + 1).ToString(CultureInfo.InvariantCulture),
            Kind = kind,
            At = At(at),
            KnownAt = At(known ?? at),
            By = [.. by.Split('|')],
            To = to,
            Clause = clause,
            About = about,
            Quantity = quantity,
            Unit = unit,
            Value = value,
        };
        facts.Add(new ActRecorded(act));
        return this;
    }

    public Trial Done(string by, string at, string clause = "1.1", string? known = null, string? about = null) =>
        Act(ActKind.Performance, by, at, clause, known, about: about);

    public Trial Vote(
        string by,
        string at,
        string value,
        string clause = "1.1",
        string? known = null,
        string? about = null
    ) => Act(ActKind.Vote, by, at, clause, known, value: value, about: about);

    public Trial Found(string at, string clause, string by = "Commission", string value = "yes", string? to = null) =>
        Act(ActKind.Finding, by, at, clause, to: to, value: value);

    public Trial Script(Action<PlainCounting> script)
    {
        scripts.Add(script);
        return this;
    }

    /// <summary>Runs and compares every effect of duties, procedures and life, in order.</summary>
    public Trial Says(params string[] lines)
    {
        Assert.Equal(lines, Run().Effects.Where(IsCompared).Select(Line));
        return this;
    }

    /// <summary>The statuses of all instances, in order: `1.1 France discharged`.</summary>
    public Trial Ends(params string[] lines)
    {
        Assert.Equal(lines, Run().Duties.Select(duty => $"{duty.Clause} {duty.Bearer} {Camel(duty.Status)}"));
        return this;
    }

    public (ImmutableArray<Effect> Effects, ImmutableArray<DutyStanding> Duties, string Hash) Run()
    {
        using var machine = new Machine(Agreement, options, Counting);
        var effects = ImmutableArray.CreateBuilder<Effect>();
        Scheduler.Run(machine, Facts, At(horizon), effects.Add);
        return (effects.ToImmutable(), [.. machine.Duties], machine.StateHash);
    }

    public static string Line(Effect effect)
    {
        var words = new List<string> { Camel(effect.Kind) };
        words.AddRange(new[] { effect.Clause, effect.Bearer }.OfType<string>());
        words.Add(Written(effect.At!.Value));
        if (effect.KnownAt != effect.At)
        {
            words.Add("known " + Written(effect.KnownAt));
        }
        if (effect.Kind == EffectKind.DutyArose && effect.Deadline is { } due)
        {
            words.Add("due " + Written(due));
        }
        if (effect.Supposed)
        {
            words.Add("supposed");
        }
        return string.Join(' ', words);
    }

    public static Moment At(string text)
    {
        var halves = text.Split('T');
        var date = halves[0].Count(letter => letter == '-') switch
        {
            0 => "2025-01-" + halves[0],
            1 => "2025-" + halves[0],
            _ => halves[0],
        };
        var clock = string.Join(':', halves[1].Split(':').Concat(["00", "00"]).Take(3));
        var parsed = DateTimeOffset.Parse($"{date}T{clock}Z", CultureInfo.InvariantCulture);
        return new Moment(parsed.ToUnixTimeSeconds());
    }

    private static string Written(Moment moment)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(moment.Second);
        var date =
            at.Year != 2025 ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : at.Month == 1 ? at.ToString("dd", CultureInfo.InvariantCulture)
            : at.ToString("MM-dd", CultureInfo.InvariantCulture);
        var clock =
            at.Second != 0 ? "HH:mm:ss"
            : at.Minute != 0 ? "HH:mm"
            : "HH";
        return $"{date}T{at.ToString(clock, CultureInfo.InvariantCulture)}";
    }

    private static bool IsCompared(Effect effect) =>
        effect.Kind
            is not (
                EffectKind.Arose
                or EffectKind.Lapsed
                or EffectKind.Revised
                or EffectKind.Merged
                or EffectKind.Withdrawn
                or EffectKind.NoticeRecorded
            );

    private static string Camel<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private sealed class NoGeography : IGeographySource
    {
        public (LineFile? Line, string? Problem) Line(string file) => (null, "no files in this test");

        public (Area.Polygons? Area, string? Problem) Area(string file) => (null, "no files in this test");
    }
}
