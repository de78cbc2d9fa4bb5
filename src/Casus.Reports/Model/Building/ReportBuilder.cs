using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Core.Agreements;
using Casus.Core.Text;
using Casus.Core.Time;
using Casus.Reports.Json;

namespace Casus.Reports.Model.Building;

/// <summary>Turns what a backtest found into what a report shows.</summary>
public sealed class ReportBuilder(BacktestReport report, SourceText source, EffectSelection effects)
{
    private readonly BacktestResult result = report.Result;
    private readonly Agreement agreement = report.Result.Agreement;

    /// <summary>Notes on the inputs and their licences, for people.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Stretches in which no table is complete.</summary>
    public ImmutableArray<TimeInterval> Uncovered { get; init; } = [];

    /// <summary>Words by which the acts say that they are made up; the rows are asked here.</summary>
    public ImmutableArray<string> Synthetic { get; init; } = [];

    public ReportModel Build()
    {
        var rows = result.Detail.Rows.ToList();
        var (shown, totals) = effects.Take();
        var places = new PlaceBuilder(agreement, rows);
        var figures = new FigureBuilder(result);
        var gaps = Gaps();
        return new ReportModel
        {
            Engine = new EngineNote(report.EngineVersion, result.StateHash, report.TimeZoneData),
            Agreement = Named(),
            Span = new Span(result.Span.From.Second, result.Span.To.Second),
            Horizon = result.Horizon.Second,
            Synthetic = [.. SyntheticRows.Words(rows.Select(row => row.Row)), .. Synthetic],
            Inputs =
            [
                .. report.Inputs.Select(input => new InputNote(
                    JsonNames.Of(input.Kind),
                    input.File,
                    input.Sha256,
                    input.Rows,
                    input.Rejected
                )),
            ],
            Assumptions = [.. report.Assumptions.Select(made => new AssumptionNote(made.Written, made.Rows))],
            Suppositions = result.Suppositions,
            Warnings = result.Warnings,
            Notes = Notes,
            CoverageStated = result.CoverageStated,
            Uncovered = gaps,
            Incidents = figures.Incidents,
            Zones = figures.Zones,
            Grades = figures.Grades,
            Duties = figures.Duties,
            Alarm = figures.Alarm,
            Episodes = figures.Episodes,
            Undecided = figures.Undecided,
            Text = TextBuilder.Lines(agreement, source),
            Brackets = TextBuilder.Brackets(agreement, source),
            Absences = new AbsenceBuilder(result).Build(),
            Map = new MapBuilder(agreement).Build(rows),
            Places = places.Build(),
            Rows = places.Rows(shown),
            Lanes = new LaneBuilder(result, effects).Build(),
            Bars = new BarBuilder(figures.Duties, effects).Build(result.Detail.Duties),
            BarTotal = result.Detail.Duties.Count,
            Strips = new StripBuilder(result, gaps).Build(),
            Effects = shown,
            EffectTotals = totals,
        };
    }

    private AgreementNote Named() =>
        new(
            agreement.Title,
            agreement.Stage,
            agreement.TextDate is { } date ? IsoDate.Of(date) : null,
            agreement.File,
            agreement.Calendar.ZoneId,
            [.. agreement.Brackets.Select(bracket => new ChoiceNote(bracket.Name, bracket.Chosen))]
        );

    private ImmutableArray<Span> Gaps() =>
        [
            .. Uncovered
                .Where(gap => gap.Overlaps(result.Span))
                .Select(gap => new Span(
                    Math.Max(gap.From.Second, result.Span.From.Second),
                    Math.Min(gap.To.Second, Math.Min(result.Span.To.Second, result.Horizon.Second))
                ))
                .Where(gap => gap.From <= gap.To),
        ];
}
