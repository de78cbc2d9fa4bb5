namespace Casus.Cli;

/// <summary>Results that could not be written: where, why, and what to do; status 74.</summary>
internal static class Unwritten
{
    /// <summary>
    /// The file system refused. That a file grows too great for it .NET reports as an argument out of range.
    /// </summary>
    public static bool IsOne(Exception failure) =>
        failure is IOException or UnauthorizedAccessException
        || (failure is ArgumentOutOfRangeException && failure.TargetSite?.DeclaringType?.Namespace == "System.IO");

    public static int Report(TextWriter errors, string where, Exception failure, string instead)
    {
        errors.WriteLine($"casus: {where} could not be written: {failure.Message.TrimEnd('.')}");
        errors.WriteLine(instead);
        return ExitStatus.OutputFailed;
    }
}
