using System.Diagnostics;
using System.Text.Json;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Cli;

/// <summary>`check` for programs: SARIF against its schema, several forms at once, fixes, settings.</summary>
public sealed class CheckFormatsTests
{
    private const string Warning = """
        Agreement "Test", draft 1 of 2025-01-01.
        Times are in UTC.
        Party Ukraine, as beneficiary.
        Party Russia, as adversary.
        Body Commission, as monitor.

        Article 1.
          // casus: allow CAS9999: nothing of that kind.
          On an attack by Russia:
            Commission shall warn Russia within 24 hours of the attack.
        """;

    [Theory]
    [InlineData("agreements/ukraine-2026")]
    [InlineData("agreements/minsk-2015")]
    [InlineData("tests/Casus.Tests/Golden/nato-1949/agreement.casus")]
    public void What_it_writes_as_sarif_is_valid_under_the_schema(string agreement)
    {
        var outcome = CasusProcess.Run(RepositoryRoot.Path, "check", agreement, "--format", "sarif");
        Assert.Equal(1, outcome.Status);
        var (status, faults) = Validate(outcome.Output);
        Assert.True(status == 0, faults);
        using var log = JsonDocument.Parse(outcome.Output);
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.NotEmpty(results);
        var prints = results.Select(result => $"{result.GetProperty("partialFingerprints")}");
        Assert.Distinct(prints);
    }

    [Fact]
    public void The_validator_refuses_what_is_no_log() =>
        Assert.Equal(1, Validate("""{"version":"2.1.0","runs":[{"results":7}]}""").Status);

    [Fact]
    public void A_fingerprint_stays_when_the_sentence_moves()
    {
        using var small = new SmallCase();
        small.Write("agreement.casus", Warning);
        var before = Fingerprints(small);
        small.Write(
            "agreement.casus",
            "// One more line.\n\n" + Warning.Replace("  On", "    On", StringComparison.Ordinal)
        );
        Assert.Equal(before, Fingerprints(small));
    }

    [Fact]
    public void Several_forms_are_written_at_once()
    {
        using var small = new SmallCase();
        small.Write("agreement.casus", Warning);
        var outcome = small.Casus(
            "check",
            ".",
            "--format",
            "json",
            "--format",
            "sarif=out/a.sarif",
            "--format",
            "text"
        );
        using var json = JsonDocument.Parse(outcome.Output);
        using var sarif = JsonDocument.Parse(File.ReadAllText(small.PathOf("out/a.sarif")));
        Assert.Contains("CAS3001", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(
            json.RootElement.GetProperty("diagnostics").GetArrayLength(),
            sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength()
        );
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_status_74_and_says_so()
    {
        using var small = new SmallCase();
        small.Write("taken", "a file");
        var outcome = small.Casus("check", ".", "--format", "sarif=taken/a.sarif");
        Assert.Equal(74, outcome.Status);
        Assert.Contains("taken/a.sarif: it cannot be written", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("that is a file that is read", "--format", "sarif=agreement.casus")]
    [InlineData("two results cannot share a file", "--format", "sarif=a.txt", "--format", "json=a.txt")]
    public void A_result_never_takes_the_place_of_what_is_read_or_of_another(string said, params string[] arguments)
    {
        using var small = new SmallCase();
        small.Write("agreement.casus", Warning);
        var outcome = small.Casus(["check", ".", .. arguments]);
        Assert.Equal(2, outcome.Status);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(Warning, File.ReadAllText(small.PathOf("agreement.casus")));
    }

    [Fact]
    public void A_safe_fix_is_shown_and_then_made()
    {
        using var small = new SmallCase();
        small.Write("agreement.casus", Warning);
        var shown = small.Casus("check", ".", "--diff");
        Assert.Contains(
            "+    Commission shall warn Russia within 24 hours after",
            shown.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("-  // casus: allow CAS9999", shown.Output, StringComparison.Ordinal);
        Assert.Equal(Warning, File.ReadAllText(small.PathOf("agreement.casus")));
        var made = small.Casus("check", ".", "--fix");
        Assert.Contains("2 safe fixes made", made.Output, StringComparison.Ordinal);
        var text = File.ReadAllText(small.PathOf("agreement.casus"));
        Assert.DoesNotContain("CAS9999", text, StringComparison.Ordinal);
        Assert.Contains("hours after the attack", text, StringComparison.Ordinal);
        Assert.Contains("no safe fix to make", small.Casus("check", ".", "--fix").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_settings_count()
    {
        using var small = new SmallCase();
        small.Write("agreement.casus", Warning);
        small.Write("casus.toml", "[rules]\nCAS3001 = \"off\"\nCAS3340 = \"error\"\n");
        var outcome = small.Casus("check", ".");
        Assert.DoesNotContain("CAS3001", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("error CAS3340", outcome.Output, StringComparison.Ordinal);
        small.Write("other.toml", "[rules]\nCAS3340 = \"off\"\n");
        var other = small.Casus("check", ".", "--settings", "other.toml");
        Assert.DoesNotContain("CAS3340", other.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[rules]\nCAS3999 = \"off\"\n", "casus.toml:2: there is no rule `CAS3999`")]
    [InlineData("[rules]\nCAS2001 = \"off\"\n", "its severity is fixed")]
    [InlineData("[rules]\nCAS3401 = \"loud\"\n", "is set to \"loud\", which is no severity")]
    [InlineData("[rules]\nCAS3401 = 1\n", "which is no severity")]
    [InlineData("[rule]\nCAS3401 = \"off\"\n", "there is no table `[rule]`")]
    [InlineData("CAS3401 = \"off\"\n", "stands in no table")]
    [InlineData("[rules\n", "it is not TOML here")]
    public void Settings_that_cannot_be_used_are_status_3_with_their_line(string settings, string said)
    {
        using var small = new SmallCase();
        small.Write("casus.toml", settings);
        var outcome = small.Casus("check", ".");
        Assert.Equal(3, outcome.Status);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void What_a_comment_allows_is_counted_and_stands_in_sarif_with_its_reason()
    {
        using var small = new SmallCase();
        small.Write("agreement.casus", Warning.Replace("CAS9999", "CAS3340", StringComparison.Ordinal));
        Assert.Contains("1 finding allowed by comments", small.Casus("check", ".").Output, StringComparison.Ordinal);
        using var log = JsonDocument.Parse(small.Casus("check", ".", "--format", "sarif").Output);
        var allowed = log
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .Single(result => result.TryGetProperty("suppressions", out _));
        var reason = allowed.GetProperty("suppressions")[0].GetProperty("justification").GetString();
        Assert.Equal("nothing of that kind.", reason);
    }

    private static List<string> Fingerprints(SmallCase small)
    {
        using var log = JsonDocument.Parse(small.Casus("check", ".", "--format", "sarif").Output);
        return
        [
            .. log
                .RootElement.GetProperty("runs")[0]
                .GetProperty("results")
                .EnumerateArray()
                .Select(result => $"{result.GetProperty("partialFingerprints")}"),
        ];
    }

    private static (int Status, string Faults) Validate(string log)
    {
        NodeFolder.Install("tests", "sarif");
        var start = new ProcessStartInfo("node", [RepositoryRoot.Of("tests", "sarif", "validate.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(log);
        process.StandardInput.Close();
        var faults = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, faults);
    }
}
