using System.Collections.Immutable;
using Casus.Cli.Inputs;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Data.Acts;
using Casus.Data.Assumptions;
using Casus.Data.Coverage;
using Casus.Data.Episodes;
using Casus.Data.Incidents;
using Casus.Data.Packages;
using Casus.Data.Tables;
using Casus.Reports;

namespace Casus.Cli.Backtests;

/// <summary>All that a backtest reads besides the agreement: incidents, acts, episodes, coverage.</summary>
internal sealed class History
{
    private readonly List<InputProblem> problems = [];

    public ImmutableArray<IncidentRow> Incidents { get; private set; } = [];

    /// <summary>Null where no acts table was named.</summary>
    public ImmutableArray<Act>? Acts { get; private set; }
    public ImmutableArray<Analysis.Backtest.Episode> Episodes { get; private set; } = [];
    public ImmutableArray<CoverageStatement?> Coverage { get; private set; } = [];
    public ImmutableArray<ReportedInput> Inputs { get; private set; } = [];
    public ImmutableArray<ReportedAssumption> Assumptions { get; private set; } = [];
    public ImmutableArray<RejectedRow> Rejected { get; private set; } = [];
    public ImmutableArray<string> Notes { get; private set; } = [];
    public bool TooManyRejected { get; private set; }

    /// <summary>If there is one, the run cannot go on.</summary>
    public IReadOnlyList<InputProblem> Problems => problems;

    public static History Read(BacktestRequest request, Agreement agreement)
    {
        var history = new History();
        history.ReadIncidents(request, agreement);
        history.ReadActs(request, agreement);
        history.ReadEpisodes(request, agreement);
        return history;
    }

    private void ReadIncidents(BacktestRequest request, Agreement agreement)
    {
        var assumptions = ImmutableArray.CreateBuilder<Assumption>();
        foreach (var written in request.Assume)
        {
            if (Keep(Assumption.Parse(written, out var refused), refused) is { } assumption)
            {
                assumptions.Add(assumption);
            }
        }
        var sources = DataPackage.Open(request.Incidents, request.Mapping, agreement.Calendar, out var problem);
        Keep(problem);
        var sha256 = "";
        var stated = request.Coverage is { } file
            ? Keep(
                CoverageStatement.Read(TableInput.OfFile(file), agreement.Calendar, out problem, out sha256),
                problem
            )
            : null;
        if (problems.Count > 0)
        {
            return;
        }
        var places = new PlaceMemory(agreement);
        var reader = new IncidentReader(
            new IncidentReaderSettings
            {
                Calendar = agreement.Calendar,
                Taxonomy = agreement.Conduct,
                Assumptions = assumptions.ToImmutable(),
                Locate = places.Locate,
                Contradicts = places.Contradicts,
            }
        );
        var reading = reader.Read(sources);
        problems.AddRange(reading.Problems);
        Incidents = reading.Rows;
        Rejected = reading.Rejected;
        Notes = [.. reading.Notes, .. sources.SelectMany(source => source.Notes)];
        TooManyRejected = reading.TooManyRejected;
        Inputs = [.. reading.Inputs.Select(input => Reported(InputKind.Incidents, input))];
        if (stated is not null)
        {
            Inputs = Inputs.Add(
                new ReportedInput(InputKind.Coverage, request.Coverage!, sha256, stated.Spans.Length, 0)
            );
        }
        Coverage = [.. sources.Select(source => source.Coverage ?? stated)];
        Assumptions =
        [
            .. assumptions.Zip(
                reader.AssumptionsFilled,
                (assumption, filled) => new ReportedAssumption(assumption.Written, filled)
            ),
        ];
    }

    private void ReadActs(BacktestRequest request, Agreement agreement)
    {
        if (request.Acts.Count == 0)
        {
            return;
        }
        var reading = new ActsReader(agreement.Calendar).Read([.. request.Acts.Select(TableInput.OfFile)]);
        problems.AddRange(reading.Problems);
        Acts = reading.Acts;
        Rejected = Rejected.AddRange(reading.Rejected);
        Notes = Notes.AddRange(reading.Notes);
        TooManyRejected |= reading.TooManyRejected;
        Inputs = Inputs.AddRange(reading.Inputs.Select(input => Reported(InputKind.Acts, input)));
    }

    private void ReadEpisodes(BacktestRequest request, Agreement agreement)
    {
        if (request.Episodes is not { } file)
        {
            return;
        }
        var read = EpisodesReader.Read(TableInput.OfFile(file), agreement.Calendar, out var problem, out var sha256);
        Keep(problem);
        Episodes =
        [
            .. read.Select(episode => new Analysis.Backtest.Episode(
                episode.Name,
                episode.From,
                episode.To,
                episode.Time,
                episode.Source
            )),
        ];
        Inputs = Inputs.Add(new ReportedInput(InputKind.Episodes, file, sha256, read.Length, 0));
    }

    private static ReportedInput Reported(InputKind kind, InputSummary input) =>
        new(kind, input.File, input.Sha256, input.Rows, input.Rejected);

    private void Keep(InputProblem? problem)
    {
        if (problem is not null)
        {
            problems.Add(problem);
        }
    }

    private T? Keep<T>(T? read, InputProblem? problem)
    {
        Keep(problem);
        return read;
    }
}
