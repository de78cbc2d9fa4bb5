using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Vectors;

/// <summary>Every corner case with an expected result, through the compiler and the engine.</summary>
public sealed class VectorTests
{
    private static readonly string folder = RepositoryRoot.Of("tests", "Casus.Tests", "Vectors");

    public static TheoryData<string> Counting => CasesIn("counting");

    public static TheoryData<string> Duties => CasesIn("duties");

    [Theory]
    [MemberData(nameof(Counting))]
    public void Counting_comes_out_as_reasoned_by_hand(string vector) => Passes(vector);

    [Theory]
    [MemberData(nameof(Duties))]
    public void Norms_procedures_and_life_come_out_as_reasoned_by_hand(string vector) => Passes(vector);

    [Fact]
    public void A_run_of_a_folder_ends_with_its_numbers()
    {
        using var output = new StringWriter();
        var (passed, failed) = VectorRun.Run(Path.Combine(folder, "counting", "001-three-in-a-day"), output);
        Assert.Equal((1, 0), (passed, failed));
        Assert.EndsWith("1 passed, 0 failed", output.ToString().TrimEnd());
    }

    private static TheoryData<string> CasesIn(string kind) =>
        [.. VectorRun.CasesIn(Path.Combine(folder, kind)).Select(vector => Path.GetRelativePath(folder, vector))];

    private static void Passes(string vector) => Assert.Empty(VectorRun.Failures(Path.Combine(folder, vector)));
}
