using Casus.Data.Acts;
using Casus.Data.Tables;
using Xunit;
using ActKind = Casus.Core.Facts.ActKind;

namespace Casus.Tests.Data;

public class ActsReaderTests
{
    private const string Header = "id,kind,at,known_at,by,to,clause,about,quantity,unit,value,source";

    private static ActsReading Read(string rows) =>
        new ActsReader(SharedData.Kyiv).Read([TableInput.OfText("acts.csv", $"{Header}\n{rows}\n")]);

    [Fact]
    public void All_columns_are_read()
    {
        var act = Assert.Single(
            Read(
                "v1,Vote,2025-01-10T12:00:00Z,2025-01-11T12:00:00Z,France | Poland,Russia,5.3(b),e7,7500.5,personnel,YES,minutes"
            ).Acts
        );
        Assert.Equal(("v1", ActKind.Vote), (act.Id, act.Kind));
        Assert.Equal(("2025-01-10T12:00:00Z", "2025-01-11T12:00:00Z"), ($"{act.At}", $"{act.KnownAt}"));
        Assert.Equal(["France", "Poland"], act.By);
        Assert.Equal(("Russia", "5.3(b)", "e7"), (act.To, act.Clause, act.About));
        Assert.Equal((7500.5m, "personnel", "yes", "minutes"), (act.Quantity, act.Unit, act.Value, act.Source));
        Assert.Equal(("acts.csv", 2), (act.File, act.Line));
    }

    [Theory]
    [InlineData("2025-01-10,", "2025-01-10T21:59:59Z", "2025-01-10T21:59:59Z")]
    [InlineData("2025-01-10,2025-01-10T12:00:00Z", "2025-01-10T12:00:00Z", "2025-01-10T12:00:00Z")]
    [InlineData("2025-01-10T12:00:00Z,2025-01-12", "2025-01-10T12:00:00Z", "2025-01-12T21:59:59Z")]
    public void A_date_stands_for_its_last_second_but_not_after_it_is_known(string times, string at, string known)
    {
        var act = Assert.Single(Read($",warning,{times},Commission,,,,,,,").Acts);
        Assert.Equal((at, known), ($"{act.At}", $"{act.KnownAt}"));
        Assert.Equal("1", act.Id);
    }

    [Theory]
    [InlineData("1,voting,2025-01-10,,A,,,,,,,", "kind", "no kind of act")]
    [InlineData("1,warnin,2025-01-10,,A,,,,,,,", "kind", "did you mean 'warning'?")]
    [InlineData("1,,2025-01-10,,A,,,,,,,", "kind", "empty")]
    [InlineData("1,warning,,,A,,,,,,,", "at", "empty")]
    [InlineData("1,warning,2025-01-10T10:00:00,,A,,,,,,,", "at", "offset")]
    [InlineData("1,warning,2025-01-10,2025-01-09,A,,,,,,,", "known_at", "before it happens")]
    [InlineData("1,warning,2025-01-10,,|,,,,,,,", "by", "somebody's")]
    [InlineData("1,performance,2025-01-10,,A,,,,-3,,,", "quantity", "negative")]
    [InlineData("1,performance,2025-01-10,,A,,,,\"7,500\",,,", "quantity", "not a number")]
    [InlineData("1,vote,2025-01-10,,A,,,,,,maybe,", "value", "yes, no, abstain")]
    [InlineData("1,vote,2025-01-10,,A,,,,,,,", "value", "yes, no, abstain")]
    [InlineData("1,finding,2025-01-10,,A,,,,,,sure,", "value", "a finding says")]
    [InlineData("1,warning", "", "values, the header")]
    public void An_act_that_cannot_be_is_rejected(string row, string column, string reason)
    {
        var rejected = Assert.Single(Read(row).Rejected);
        Assert.Equal((column, 2), (rejected.Column, rejected.Line));
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_is_read()
    {
        var kinds = Enum.GetValues<ActKind>();
        var rows = kinds.Select((kind, i) => $"{i},{kind.ToString().ToLowerInvariant()},2025-01-10,,A,,,,,,yes,");
        Assert.Equal(kinds, Read(string.Join('\n', rows)).Acts.Select(act => act.Kind));
    }

    [Fact]
    public void An_id_that_stands_twice_is_an_error_that_names_both_lines() =>
        Assert.Contains(
            "lines 2 and 3",
            Assert.Single(Read("1,warning,2025-01-10,,A,,,,,,,\n1,warning,2025-01-10,,A,,,,,,,").Problems).What,
            StringComparison.Ordinal
        );

    [Fact]
    public void Clauses_of_json_lines_keep_their_zeros()
    {
        var line = """{"kind":"warning","at":"2025-01-10","by":["A","B"],"clause":5.10}""";
        var act = Assert.Single(new ActsReader(SharedData.Kyiv).Read([TableInput.OfText("acts.jsonl", line)]).Acts);
        Assert.Equal("5.10", act.Clause);
        Assert.Equal(["A", "B"], act.By);
    }

    [Fact]
    public void A_table_without_times_says_so()
    {
        var reading = new ActsReader(SharedData.Kyiv).Read([TableInput.OfText("a.csv", "id,kind,when,by\n")]);
        Assert.Contains("'at' is missing", Assert.Single(reading.Problems).What, StringComparison.Ordinal);
    }
}
