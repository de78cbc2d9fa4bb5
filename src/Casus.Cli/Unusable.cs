using Casus.Data.Tables;

namespace Casus.Cli;

/// <summary>Inputs that could not be used: each problem on its own line, on standard error; status 3.</summary>
internal static class Unusable
{
    public static int Report(TextWriter errors, params IEnumerable<InputProblem> problems)
    {
        foreach (var problem in problems)
        {
            errors.WriteLine($"casus: {problem}");
        }
        return ExitStatus.UnusableInput;
    }
}
