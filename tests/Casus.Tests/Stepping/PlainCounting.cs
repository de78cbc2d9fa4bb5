using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Effects;
using Casus.Core.Facts;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Tests.Stepping;

/// <summary>
/// A counting side for tests of the court: it judges rows by conduct, party and victim, and findings by their presence,
/// one rule a line. A row of the source "vague" is undetermined. Grades do what the test's script says.
/// </summary>
internal sealed class PlainCounting(Agreement agreement, IReadOnlyList<int> watched) : IConditionMachine
{
    private readonly List<IncidentRow> rows = [];
    private readonly Dictionary<(int, string), Verdict> told = [];
    private readonly List<(Moment From, Moment? To)> suspensions = [];
    private (Moment From, Moment? To)? life;

    public List<GradeChange> Script { get; } = [];
    public List<GradeUndetermined> Undetermined { get; } = [];
    public Dictionary<int, Verdict> Verdicts { get; } = [];
    public List<(string Verb, Act Act)> Anchors { get; } = [];

    public Moment? NextWakeUp
    {
        get
        {
            var grades = Script.Select(change => change.KnownAt).Concat(Undetermined.Select(run => run.KnownAt));
            var findings = rows.SelectMany(row => row.Findings).Select(finding => finding.At);
            var ahead = grades.Concat(findings).Where(at => at > judged).ToList();
            return ahead.Count == 0 ? null : ahead.Min();
        }
    }

    private Moment judged = Moment.Never;

    public void Record(IncidentRow row) => rows.Add(row);

    public void Anchor(Act act, string verb) => Anchors.Add((verb, act));

    public void SetLife(Moment? from, Moment? to) => life = from is { } start ? (start, to) : null;

    public void Suspend(Moment from, Moment? to)
    {
        suspensions.RemoveAll(span => span.From == from);
        suspensions.Add((from, to));
    }

    public Judgements JudgeAt(Moment instant)
    {
        judged = instant;
        var changes = ImmutableArray.CreateBuilder<RowJudged>();
        foreach (var pattern in watched)
        {
            foreach (var row in rows)
            {
                var before = told.GetValueOrDefault((pattern, row.Id));
                var now = Judge(agreement.Patterns[pattern], row, instant);
                if (agreement.Deemings.Any(deeming => deeming.To == pattern))
                {
                    var from = agreement.Deemings.First(deeming => deeming.To == pattern).From;
                    now = now.Or(Judge(agreement.Patterns[from], row, instant));
                }
                if (now != before)
                {
                    told[(pattern, row.Id)] = now;
                    changes.Add(new RowJudged(pattern, row, before, now, instant) { Party = row.Party });
                }
            }
        }
        var grades = Script.Where(change => change.KnownAt == instant).ToImmutableArray();
        foreach (var change in grades)
        {
            Verdicts[change.Condition] = change.Kind == EffectKind.Arose ? Verdict.Met : Verdict.NotMet;
        }
        return new Judgements(changes.ToImmutable(), grades, [.. Undetermined.Where(run => run.KnownAt == instant)]);
    }

    public Verdict Now(int condition, string? party) => Verdicts.GetValueOrDefault(condition);

    private Verdict Judge(IncidentPattern pattern, IncidentRow row, Moment now)
    {
        if (rows.Exists(other => other.Supersedes == row.Id) || life is not { } span || !Lives(row, span))
        {
            return Verdict.NotMet;
        }
        if (Finding(row, FindingKind.Rejected, now))
        {
            return Verdict.NotMet;
        }
        var met =
            (pattern.Conducts.IsEmpty || pattern.Conducts.Any(term => IsA(row.Conduct, term)))
            && (pattern.By is null || pattern.By.Names.Contains(row.Party!))
            && (pattern.Against.IsEmpty || pattern.Against.Contains(row.Against!));
        if (!met)
        {
            return Verdict.NotMet;
        }
        var established =
            !pattern.Established || agreement.Established is null || Finding(row, FindingKind.Verified, now);
        var attributed =
            !pattern.Attributed || agreement.Attributed is null || Finding(row, FindingKind.Attributed, now);
        return row.Source == "vague" || !established || !attributed ? Verdict.Undetermined : Verdict.Met;
    }

    private bool Lives(IncidentRow row, (Moment From, Moment? To) span) =>
        row.Occurred.From >= span.From
        && !(row.Occurred.To > span.To)
        && !suspensions.Exists(gap => gap.From <= row.Occurred.From && !(gap.To <= row.Occurred.To));

    private static bool Finding(IncidentRow row, FindingKind kind, Moment now) =>
        row.Findings.Any(finding => finding.Kind == kind && finding.At <= now);

    private bool IsA(string conduct, string term) => agreement.Conduct.Match(conduct, term) == Verdict.Met;
}
