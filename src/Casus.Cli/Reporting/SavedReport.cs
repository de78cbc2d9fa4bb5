using System.Text.Json;
using Casus.Core.Stepping;
using Casus.Data.Tables;
using Casus.Reports.Model;

namespace Casus.Cli.Reporting;

/// <summary>report.json as an earlier run left it.</summary>
internal static class SavedReport
{
    private const string Again = "Run backtest --out again with this Casus, then report";

    /// <summary>Null, with the problem, where there is none that this version can show.</summary>
    public static ReportModel? Read(string run, out InputProblem? problem)
    {
        var path = Directory.Exists(run) ? Path.Combine(run, ReportJson.FileName) : run;
        problem = null;
        try
        {
            var bytes = File.ReadAllBytes(path);
            problem = Foreign(path, bytes);
            if (problem is not null)
            {
                return null;
            }
            using var stream = new MemoryStream(bytes);
            return ReportJson.Read(stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            var what = Directory.Exists(run)
                ? $"the folder has no {ReportJson.FileName}"
                : "there is no such file or folder";
            problem = new InputProblem(
                run,
                null,
                what,
                "A report is made of what a run wrote",
                $"Name a folder that backtest --out wrote, or its {ReportJson.FileName}"
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = new InputProblem(
                path,
                null,
                $"it cannot be read ({e.Message.TrimEnd('.')})",
                "A report is made of it alone",
                "Let this user read it"
            );
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            problem = new InputProblem(
                path,
                (e as JsonException)?.LineNumber is { } line ? (int)line + 1 : null,
                $"it is not a whole {ReportJson.FileName}",
                "It was cut short, changed, or is something else",
                Again
            );
        }
        return null;
    }

    /// <summary>A report of another format or engine: its numbers may mean something else.</summary>
    private static InputProblem? Foreign(string path, byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var format = document.RootElement.GetProperty("format").GetInt32();
        if (format != ReportModel.CurrentFormat)
        {
            return new InputProblem(
                path,
                null,
                $"it is of format {format}, and this Casus reads format {ReportModel.CurrentFormat}",
                "What its members mean may have changed",
                Again
            );
        }
        var version = document.RootElement.GetProperty("engine").GetProperty("version").GetString();
        return version == EngineVersion.Current
            ? null
            : new InputProblem(
                path,
                null,
                $"it was made by Casus {version}, and this is {EngineVersion.Current}",
                "Another engine may judge the same history otherwise",
                Again
            );
    }
}
