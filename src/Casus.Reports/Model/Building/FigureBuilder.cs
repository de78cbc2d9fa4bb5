using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Agreements;
using Casus.Core.Norms;
using Casus.Reports.Json;

namespace Casus.Reports.Model.Building;

/// <summary>The counts, with both views side by side.</summary>
internal sealed class FigureBuilder(BacktestResult result)
{
    private readonly Agreement agreement = result.Agreement;

    public IncidentTotals Incidents =>
        new(
            result.Incidents.Total,
            result.Incidents.Inside,
            result.Incidents.Outside,
            result.Incidents.Undetermined,
            result.RowsBeyondSpan,
            result.Incidents.ActsAtLeast,
            result.Incidents.ActsAtMost
        );

    public ImmutableArray<ZoneTotals> Zones =>
        [
            .. result.Zones.Select(zone => new ZoneTotals(
                zone.Name,
                zone.Total,
                zone.Inside,
                zone.Outside,
                zone.Undetermined
            )),
        ];

    public ImmutableArray<GradeRow> Grades =>
        [
            .. result.Hindsight.Grades.Select(grade => new GradeRow(
                grade.Name,
                grade.Clause,
                Figures(result.AsKnown.Grades.First(known => known.Name == grade.Name && known.Clause == grade.Clause)),
                Figures(grade)
            )),
        ];

    public ImmutableArray<DutyRow> Duties { get; } = DutiesOf(result);

    public AlarmNote? Alarm =>
        result.Alarm is { } alarm
            ? new AlarmNote(
                alarm.Name,
                alarm.Clause,
                alarm.NeedsActs,
                new FalseAlarmNote(result.AsKnown.FalseAlarms.Count, result.AsKnown.FalseAlarms.PerYear),
                new FalseAlarmNote(result.Hindsight.FalseAlarms.Count, result.Hindsight.FalseAlarms.PerYear)
            )
            : null;

    public ImmutableArray<EpisodeRow> Episodes =>
        [
            .. result.Hindsight.Episodes.Zip(
                result.AsKnown.Episodes,
                (hindsight, known) =>
                    new EpisodeRow(
                        hindsight.Episode.Name,
                        hindsight.Episode.From,
                        hindsight.Episode.To,
                        new Span(hindsight.Episode.Span.From.Second, hindsight.Episode.Span.To.Second),
                        hindsight.Episode.Source,
                        Finding(known),
                        Finding(hindsight)
                    )
            ),
        ];

    public ImmutableArray<UndecidedNote> Undecided =>
        [.. result.Undecided.Select(fact => new UndecidedNote(fact.What, fact.Rows, fact.Settle))];

    private static EpisodeFinding Finding(EpisodeOutcome outcome) =>
        new(
            JsonNames.Of(outcome.Detected),
            outcome.LagHours,
            outcome.Detected == Detection.No ? "the alarm neither arose nor stood within it" : outcome.Reason
        );

    private static GradeFigures Figures(GradeCount grade) =>
        new(
            grade.Arose,
            grade.Undetermined,
            grade.DaysMet,
            grade.DaysUndetermined,
            grade.First?.Second,
            grade.Last?.Second,
            grade.Assumed
        );

    private static ImmutableArray<DutyRow> DutiesOf(BacktestResult result)
    {
        var known = result.AsKnown.Duties.ToDictionary(duty => (duty.Clause, duty.Bearer));
        var hindsight = result.Hindsight.Duties.ToDictionary(duty => (duty.Clause, duty.Bearer));
        var norms = result.Agreement.Norms.Where(norm => norm.Stands).ToLookup(norm => norm.Clause);
        return
        [
            .. result
                .AsKnown.Duties.Concat(result.Hindsight.Duties)
                .Select(duty => (duty.Clause, duty.Bearer))
                .Distinct()
                .OrderBy(key => norms[key.Clause].Select(norm => norm.Order).DefaultIfEmpty(int.MaxValue).Min())
                .Select(key =>
                {
                    var norm = norms[key.Clause].FirstOrDefault();
                    return new DutyRow(
                        key.Clause,
                        key.Bearer,
                        norm is null ? "" : Says(norm),
                        norm?.Block is not null,
                        Figures(known.GetValueOrDefault(key)),
                        Figures(hindsight.GetValueOrDefault(key))
                    );
                }),
        ];
    }

    private static string Says(Norm norm) =>
        string.Join(' ', new[] { ModalWords(norm.Modal), norm.Verb, norm.Object }.Where(part => part.Length > 0));

    private static string ModalWords(Modal modal) =>
        modal switch
        {
            Modal.ShallNot => "shall not",
            Modal.WillSeek => "will seek to",
            Modal.Undertakes => "undertakes to",
            Modal.Intends => "intends to",
            _ => JsonNames.Of(modal),
        };

    private static DutyFigures Figures(DutyCount? duty) =>
        duty is null
            ? new DutyFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null)
            : new DutyFigures(
                duty.Arose,
                duty.Undetermined,
                duty.Discharged,
                duty.Open,
                duty.Overdue,
                duty.BornOverdue,
                duty.Breached,
                duty.Excused,
                duty.Ended,
                duty.WithoutCause,
                duty.Supposed,
                duty.Assumed,
                duty.DueFirst?.Second
            );
}
