namespace Casus.Tests.Vectors;

/// <summary>Runs every corner case of a folder, of either shape, through the compiler and the engine.</summary>
internal static class VectorRun
{
    /// <summary>
    /// A case is a folder that holds `expect.json`; one that holds `agreement.casus` is of norms, else of counting.
    /// </summary>
    public static IReadOnlyList<string> CasesIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "expect.json", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file)!)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// Prints each failure with what was expected and found, and at the end how many passed and failed.
    /// </summary>
    public static (int Passed, int Failed) Run(string folder, TextWriter output)
    {
        var passed = 0;
        var failed = 0;
        foreach (var vector in CasesIn(folder))
        {
            var failures = Failures(vector);
            if (failures.Count == 0)
            {
                passed++;
                continue;
            }
            failed++;
            foreach (var failure in failures)
            {
                output.WriteLine($"{Path.GetRelativePath(folder, vector)}: {failure}");
            }
        }
        output.WriteLine($"{passed} passed, {failed} failed");
        return (passed, failed);
    }

    /// <summary>
    /// What does not come out as the case expects. One case that breaks the runner must not hide the others.
    /// </summary>
    public static IReadOnlyList<string> Failures(string vector)
    {
        try
        {
            return File.Exists(Path.Combine(vector, "agreement.casus"))
                ? DutyRun.Failures(vector)
                : CountingRun.Failures(vector);
        }
#pragma warning disable CA1031 // The case is reported as failed, with the whole exception.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return [$"the run broke: {exception}"];
        }
    }
}
