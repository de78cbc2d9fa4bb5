using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Analysis.Backtest;
using Casus.Core.Time;

namespace Casus.Reports.Json;

/// <summary>
/// summary.json (formats.md). At the top level, incidents are rows that meet the life and span, grades are hindsight's
/// and duties are as known; `views` has the same counts for both.
/// </summary>
public static class SummaryJson
{
    /// <summary>Writes the document, indented, and leaves the stream open.</summary>
    public static void Write(Stream stream, BacktestReport report)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var writer = new Utf8JsonWriter(stream, options);
        var result = report.Result;
        writer.WriteStartObject();
        WriteAgreement(writer, report);
        WriteInputs(writer, report);
        writer.WriteStartObject("incidents");
        WriteIncidents(writer, result);
        writer.WriteEndObject();
        WriteZones(writer, result);
        WriteGrades(writer, result.Hindsight);
        WriteDuties(writer, result.AsKnown);
        WriteAlarm(writer, result.Alarm);
        WriteEpisodes(writer, result.Hindsight);
        WriteFalseAlarms(writer, result.Hindsight);
        WriteTexts(writer, "suppositions", result.Suppositions);
        writer.WriteString("coverage", result.CoverageStated ? "stated" : "taken as complete");
        WriteUndecided(writer, result);
        WriteTexts(writer, "warnings", result.Warnings);
        writer.WriteStartObject("views");
        WriteView(writer, "asKnown", result.AsKnown);
        WriteView(writer, "hindsight", result.Hindsight);
        writer.WriteEndObject();
        WriteEngine(writer, report);
        WriteRun(writer, report.Run);
        writer.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter writer, ReportedRun? run)
    {
        if (run is null)
        {
            return;
        }
        writer.WriteStartObject("run");
        WriteTexts(writer, "arguments", run.Arguments);
        writer.WriteString("from", run.From);
        writer.WriteStartArray("texts");
        foreach (var (file, sha256) in run.Texts)
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            writer.WriteString("sha256", sha256);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAgreement(Utf8JsonWriter writer, BacktestReport report)
    {
        var agreement = report.Result.Agreement;
        writer.WriteStartObject("agreement");
        writer.WriteString("title", agreement.Title);
        writer.WriteString("file", agreement.File);
        writer.WriteStartObject("choices");
        foreach (var bracket in agreement.Brackets)
        {
            writer.WriteString(bracket.Name, bracket.Chosen);
        }
        writer.WriteEndObject();
        writer.WriteString("from", report.Result.Span.From.ToString());
        writer.WriteString("to", report.Result.Span.To.ToString());
        writer.WriteStartArray("lines");
        foreach (var line in agreement.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("name", line.Name);
            writer.WriteString("asOf", line.AsOf is { } asOf ? IsoDate.Of(asOf) : null);
            writer.WriteString("datum", line.Datum);
            if (line.AccuracyKm is { } accuracy)
            {
                writer.WriteNumber("accuracyKm", accuracy);
            }
            else
            {
                writer.WriteNull("accuracyKm");
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteInputs(Utf8JsonWriter writer, BacktestReport report)
    {
        writer.WriteStartArray("inputs");
        foreach (var input in report.Inputs)
        {
            writer.WriteStartObject();
            writer.WriteString("file", input.File);
            writer.WriteString("kind", JsonNames.Of(input.Kind));
            writer.WriteString("sha256", input.Sha256);
            writer.WriteNumber("rows", input.Rows);
            writer.WriteNumber("rejected", input.Rejected);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("assumptions");
        foreach (var assumption in report.Assumptions)
        {
            writer.WriteStartObject();
            writer.WriteString("assumption", assumption.Written);
            writer.WriteNumber("rows", assumption.Rows);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteIncidents(Utf8JsonWriter writer, BacktestResult result)
    {
        var incidents = result.Incidents;
        writer.WriteNumber("total", incidents.Total);
        writer.WriteNumber("inside", incidents.Inside);
        writer.WriteNumber("outside", incidents.Outside);
        writer.WriteNumber("undetermined", incidents.Undetermined);
        writer.WriteNumber("beyondSpan", result.RowsBeyondSpan);
        writer.WriteNumber("actsAtLeast", incidents.ActsAtLeast);
        WriteNumberOrNull(writer, "actsAtMost", incidents.ActsAtMost);
    }

    private static void WriteZones(Utf8JsonWriter writer, BacktestResult result)
    {
        writer.WriteStartArray("zones");
        foreach (var zone in result.Zones)
        {
            writer.WriteStartObject();
            writer.WriteString("name", zone.Name);
            writer.WriteNumber("total", zone.Total);
            writer.WriteNumber("inside", zone.Inside);
            writer.WriteNumber("outside", zone.Outside);
            writer.WriteNumber("undetermined", zone.Undetermined);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteView(Utf8JsonWriter writer, string name, BacktestView view)
    {
        writer.WriteStartObject(name);
        WriteGrades(writer, view);
        WriteDuties(writer, view);
        WriteEpisodes(writer, view);
        WriteFalseAlarms(writer, view);
        writer.WriteEndObject();
    }

    private static void WriteGrades(Utf8JsonWriter writer, BacktestView view)
    {
        writer.WriteStartArray("grades");
        foreach (var grade in view.Grades)
        {
            writer.WriteStartObject();
            writer.WriteString("name", grade.Name);
            writer.WriteString("clause", grade.Clause);
            writer.WriteNumber("arose", grade.Arose);
            writer.WriteNumber("undetermined", grade.Undetermined);
            writer.WriteNumber("daysMet", grade.DaysMet);
            writer.WriteNumber("daysUndetermined", grade.DaysUndetermined);
            WriteMomentOrNull(writer, "first", grade.First);
            WriteMomentOrNull(writer, "last", grade.Last);
            writer.WriteNumber("assumed", grade.Assumed);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteDuties(Utf8JsonWriter writer, BacktestView view)
    {
        writer.WriteStartArray("duties");
        foreach (var duty in view.Duties)
        {
            writer.WriteStartObject();
            writer.WriteString("clause", duty.Clause);
            writer.WriteString("bearer", duty.Bearer);
            writer.WriteNumber("arose", duty.Arose);
            WriteMomentOrNull(writer, "dueFirst", duty.DueFirst);
            writer.WriteNumber("undetermined", duty.Undetermined);
            writer.WriteNumber("discharged", duty.Discharged);
            writer.WriteNumber("open", duty.Open);
            writer.WriteNumber("overdue", duty.Overdue);
            writer.WriteNumber("supposed", duty.Supposed);
            writer.WriteNumber("breached", duty.Breached);
            writer.WriteNumber("excused", duty.Excused);
            writer.WriteNumber("ended", duty.Ended);
            writer.WriteNumber("withoutCause", duty.WithoutCause);
            writer.WriteNumber("bornOverdue", duty.BornOverdue);
            writer.WriteNumber("assumed", duty.Assumed);
            if (duty.Hypothetical)
            {
                writer.WriteBoolean("hypothetical", true);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteAlarm(Utf8JsonWriter writer, Alarm? alarm)
    {
        writer.WriteStartObject("alarm");
        writer.WriteString("name", alarm?.Name);
        writer.WriteString("clause", alarm?.Clause);
        if (alarm is null)
        {
            writer.WriteString("note", "no On binds a guarantor, and none was chosen: no alarm is counted");
        }
        writer.WriteEndObject();
    }

    private static void WriteEpisodes(Utf8JsonWriter writer, BacktestView view)
    {
        writer.WriteStartArray("episodes");
        foreach (var outcome in view.Episodes)
        {
            writer.WriteStartObject();
            writer.WriteString("name", outcome.Episode.Name);
            writer.WriteString("from", outcome.Episode.From);
            writer.WriteString("to", outcome.Episode.To);
            writer.WriteString("detected", JsonNames.Of(outcome.Detected));
            WriteNumberOrNull(writer, "lagHours", outcome.LagHours);
            if (outcome.Reason is not null)
            {
                writer.WriteString("reason", outcome.Reason);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteFalseAlarms(Utf8JsonWriter writer, BacktestView view)
    {
        writer.WriteStartObject("falseAlarms");
        WriteNumberOrNull(writer, "count", view.FalseAlarms.Count);
        WriteNumberOrNull(writer, "perYear", view.FalseAlarms.PerYear);
        writer.WriteEndObject();
    }

    private static void WriteUndecided(Utf8JsonWriter writer, BacktestResult result)
    {
        writer.WriteStartArray("undecided");
        foreach (var undecided in result.Undecided)
        {
            writer.WriteStartObject();
            writer.WriteString("what", undecided.What);
            writer.WriteNumber("rows", undecided.Rows);
            writer.WriteString("settle", undecided.Settle);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteEngine(Utf8JsonWriter writer, BacktestReport report)
    {
        writer.WriteStartObject("engine");
        writer.WriteString("version", report.EngineVersion);
        writer.WriteString("stateHash", report.Result.StateHash);
        writer.WriteString("timeZoneData", report.TimeZoneData);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }
        writer.WriteEndArray();
    }

    private static void WriteMomentOrNull(Utf8JsonWriter writer, string name, Moment? moment) =>
        writer.WriteString(name, moment?.ToString());

    private static void WriteNumberOrNull(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
