using Casus.Core.Facts;
using Casus.Data.Assumptions;
using Casus.Data.Incidents;
using Casus.Data.Tables;
using Xunit;

namespace Casus.Tests.Data;

/// <summary>Reads small tables given as text, in the zone of Kyiv.</summary>
internal static class Tables
{
    public static IncidentReaderSettings Settings { get; } = new() { Calendar = SharedData.Kyiv };

    public static IncidentReading Read(string text, IncidentReaderSettings? settings = null) =>
        new IncidentReader(settings ?? Settings).Read([new IncidentSource(TableInput.OfText("table.csv", text))]);

    /// <summary>One row of the columns and values given; it must be accepted.</summary>
    public static IncidentRow Accepted(string header, string row)
    {
        var reading = Read($"{header}\n{row}\n");
        Assert.Empty(reading.Problems);
        Assert.True(reading.Rejected.IsEmpty, reading.Rejected.IsEmpty ? "" : $"{reading.Rejected[0]}");
        return Assert.Single(reading.Rows);
    }

    public static RejectedRow Rejected(string header, string row)
    {
        var reading = Read($"{header}\n{row}\n");
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Rows);
        return Assert.Single(reading.Rejected);
    }

    public static InputProblem Problem(string text) => Assert.Single(Read(text).Problems);

    public static Assumption Assume(string written)
    {
        var assumption = Assumption.Parse(written, out var problem);
        Assert.Null(problem);
        return assumption!;
    }
}
