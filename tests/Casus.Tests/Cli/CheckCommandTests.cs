using System.Text.Json;
using Xunit;

namespace Casus.Tests.Cli;

public sealed class CheckCommandTests
{
    [Fact]
    public void A_file_and_the_folder_that_holds_it_are_the_same()
    {
        using var small = new SmallCase();
        var byFile = small.Casus("check", "agreement.casus");
        var byFolder = small.Casus("check", ".");
        Assert.Contains("Test:", byFile.Output, StringComparison.Ordinal);
        Assert.Equal(byFile.Status, byFolder.Status);
        Assert.Contains("choices: grave=2", byFolder.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_standard_output_is_one_document_with_the_model()
    {
        using var small = new SmallCase();
        var outcome = small.Casus("check", ".", "--format", "json", "--format", "text");
        using var document = JsonDocument.Parse(outcome.Output);
        var agreement = document.RootElement.GetProperty("agreement");
        Assert.Equal("Test", agreement.GetProperty("title").GetString());
        Assert.Equal(4, agreement.GetProperty("parties").GetArrayLength());
        Assert.Equal("flare", agreement.GetProperty("grades")[0].GetProperty("name").GetString());
        var bearers = agreement
            .GetProperty("norms")
            .EnumerateArray()
            .Single(norm => norm.GetProperty("verb").GetString() == "assist")
            .GetProperty("bearers");
        Assert.Equal(["France", "Poland"], bearers.EnumerateArray().Select(bearer => bearer.GetString()));
        Assert.Contains("choices:", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_is_taken()
    {
        using var small = new SmallCase();
        var outcome = small.Casus("check", ".", "--choose", "grave=3");
        Assert.Contains("choices: grave=3", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_syntax_error_is_a_finding_with_its_place_and_a_caret()
    {
        using var small = new SmallCase();
        small.Write(
            "agreement.casus",
            SmallCase.Agreement.Replace("shall not commit", "shall shall", StringComparison.Ordinal)
        );
        var outcome = small.Casus("check", ".");
        Assert.Equal(1, outcome.Status);
        Assert.Contains("agreement.casus:13:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("error CAS1", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("^", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_term_is_an_error_that_names_it()
    {
        using var small = new SmallCase();
        small.Write(
            "agreement.casus",
            SmallCase.Agreement.Replace("an attack in", "a kerfuffle in", StringComparison.Ordinal)
        );
        var outcome = small.Casus("check", ".");
        Assert.Equal(1, outcome.Status);
        Assert.Contains("error CAS2", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("kerfuffle", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one point", """{"type":"LineString","coordinates":[[38.0,48.0]]}""")]
    [InlineData("swapped axes", """{"type":"LineString","coordinates":[[38.0,138.0],[38.5,138.3]]}""")]
    [InlineData("across the antimeridian", """{"type":"LineString","coordinates":[[179.5,10.0],[-179.5,10.5]]}""")]
    [InlineData("no geometry", """{"type":"Topology"}""")]
    [InlineData("no JSON", "LINESTRING (38 48, 38 49)")]
    public void A_line_that_cannot_be_used_is_an_error_of_the_text(string what, string line)
    {
        Assert.NotEmpty(what);
        using var small = new SmallCase();
        small.Write("line.geojson", line);
        var outcome = small.Casus("check", ".");
        Assert.Equal(1, outcome.Status);
        Assert.Contains("line.geojson", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("error", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_folder_without_a_text_are_status_3()
    {
        using var small = new SmallCase();
        Directory.CreateDirectory(small.PathOf("empty"));
        var missing = small.Casus("check", "nowhere.casus");
        var empty = small.Casus("check", "empty");
        Assert.Equal((3, 3), (missing.Status, empty.Status));
        Assert.Contains("nowhere.casus", missing.Errors, StringComparison.Ordinal);
        Assert.Contains("holds no agreement.casus", empty.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 | 3", "check", ".", "--choose", "grave=7")]
    [InlineData("did you mean 'grave'", "check", ".", "--choose", "grove=2")]
    [InlineData("NAME=VALUE", "check", ".", "--choose", "grave")]
    [InlineData("--format text, json or sarif", "check", ".", "--format", "xml")]
    [InlineData("--format text, json or sarif", "check", ".", "--format", "json=")]
    [InlineData("cannot share standard output", "check", ".", "--format", "json", "--format", "sarif")]
    [InlineData("did you mean '--format'", "check", ".", "--fromat", "json")]
    [InlineData("did you mean 'check'", "chekc", ".")]
    public void A_command_line_that_is_not_taken_is_status_2_and_says_what_to_write(
        string said,
        params string[] arguments
    )
    {
        using var small = new SmallCase();
        var outcome = small.Casus(arguments);
        Assert.Equal(2, outcome.Status);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_text_that_is_not_utf8_or_never_ends_is_status_3()
    {
        using var small = new SmallCase();
        File.WriteAllBytes(small.PathOf("latin.casus"), [.. "Agreement "u8, 0xE9, (byte)'.']);
        var latin = small.Casus("check", "latin.casus");
        Assert.Equal(3, latin.Status);
        Assert.Contains("not UTF-8", latin.Errors, StringComparison.Ordinal);
        var endless = small.Casus("check", "/dev/zero");
        Assert.Equal(3, endless.Status);
        Assert.Contains("longer than 16 MB", endless.Errors, StringComparison.Ordinal);
    }
}
