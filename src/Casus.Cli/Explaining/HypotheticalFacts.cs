using System.Collections.Immutable;
using Casus.Cli.Inputs;
using Casus.Core.Agreements;
using Casus.Core.Facts;
using Casus.Data.Acts;
using Casus.Data.Incidents;
using Casus.Data.Tables;

namespace Casus.Cli.Explaining;

/// <summary>
/// Facts of --with: a table, or one fact as COLUMN=VALUE,COLUMN=VALUE. One with a `kind` is an act, else a row
/// of incidents.
/// </summary>
internal sealed record HypotheticalFacts(ImmutableArray<IncidentRow> Rows, ImmutableArray<Act> Acts)
{
    private const string Kind = "kind";
    private const string Id = "id";

    /// <summary>Null with a status, and with words on the errors, where one of them cannot be read.</summary>
    public static HypotheticalFacts? Read(
        IReadOnlyList<string> written,
        Agreement agreement,
        TextWriter errors,
        out int status
    )
    {
        var rows = ImmutableArray.CreateBuilder<IncidentRow>();
        var acts = ImmutableArray.CreateBuilder<Act>();
        status = ExitStatus.Clean;
        for (var i = 0; i < written.Count; i++)
        {
            var isFact = written[i].Contains('=', StringComparison.Ordinal) && !File.Exists(written[i]);
            var table = isFact ? OfFact(written[i], i + 1, out var wrong) : OfFile(written[i], out wrong);
            if (table is null)
            {
                status = UsageErrors.Report(errors, $"--with {written[i]}: {wrong}", HowToWrite);
                return null;
            }
            var problems = table.Value.IsActs
                ? ReadActs(table.Value.Input, agreement, acts)
                : ReadRows(table.Value.Input, agreement, rows);
            if (problems.Count > 0)
            {
                var what = $"--with {written[i]}: {string.Join("; ", problems)}";
                status = UsageErrors.Report(errors, what, HowToWrite);
                return null;
            }
        }
        return new HypotheticalFacts(rows.ToImmutable(), acts.ToImmutable());
    }

    private const string HowToWrite =
        "Write --with \"occurred_from=2015-02-20,conduct=artillery,count=12,party=Russia\", with the columns of the "
        + "incident or the acts table, or name a CSV file of them.";

    private static (TableInput Input, bool IsActs)? OfFile(string path, out string? wrong)
    {
        wrong = File.Exists(path) ? null : "it is neither COLUMN=VALUE nor a file";
        if (wrong is not null)
        {
            return null;
        }
        using var reader = new StreamReader(path);
        var columns = (reader.ReadLine() ?? "").Split(',').Select(name => name.Trim().Trim('"'));
        return (TableInput.OfFile(path), columns.Contains(Kind, StringComparer.OrdinalIgnoreCase));
    }

    private static (TableInput Input, bool IsActs)? OfFact(string written, int number, out string? wrong)
    {
        var names = new List<string>();
        var values = new List<string>();
        foreach (var part in written.Split(','))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                wrong = $"'{part}' is not of the form COLUMN=VALUE";
                return null;
            }
            names.Add(part[..equals].Trim());
            values.Add(part[(equals + 1)..].Trim());
        }
        if (!names.Contains(Id, StringComparer.OrdinalIgnoreCase))
        {
            names.Add(Id);
            values.Add($"new-{number}");
        }
        wrong = null;
        var quoted = values.Select(value => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        var text = $"{string.Join(',', names)}\n{string.Join(',', quoted)}\n";
        return (TableInput.OfText($"--with {number}", text), names.Contains(Kind, StringComparer.OrdinalIgnoreCase));
    }

    private static List<string> ReadRows(
        TableInput input,
        Agreement agreement,
        ImmutableArray<IncidentRow>.Builder rows
    )
    {
        var places = new PlaceMemory(agreement);
        var reader = new IncidentReader(
            new IncidentReaderSettings
            {
                Calendar = agreement.Calendar,
                Taxonomy = agreement.Conduct,
                Locate = places.Locate,
                Contradicts = places.Contradicts,
            }
        );
        var reading = reader.Read([new IncidentSource(input)]);
        rows.AddRange(reading.Rows);
        return Said(reading.Problems, reading.Rejected, reading.Notes, reading.Rows.IsEmpty);
    }

    private static List<string> ReadActs(TableInput input, Agreement agreement, ImmutableArray<Act>.Builder acts)
    {
        var reading = new ActsReader(agreement.Calendar).Read([input]);
        acts.AddRange(reading.Acts);
        return Said(reading.Problems, reading.Rejected, reading.Notes, reading.Acts.IsEmpty);
    }

    /// <summary>
    /// A note, such as of a column that is none, ends nothing in a table; of a fact that is typed it is a
    /// mistake.
    /// </summary>
    private static List<string> Said(
        ImmutableArray<InputProblem> problems,
        ImmutableArray<RejectedRow> rejected,
        ImmutableArray<string> notes,
        bool isEmpty
    )
    {
        var said = problems.Select(problem => $"{problem.What}, {problem.Why}").ToList();
        said.AddRange(rejected.Select(row => $"{row.Column} '{row.Value}': {row.Reason}"));
        said.AddRange(notes);
        if (isEmpty && said.Count == 0)
        {
            said.Add("it holds no row");
        }
        return said;
    }
}
