using Casus.Core.Time;
using NodaTime;
using Xunit;

namespace Casus.Tests.Data;

/// <summary>Finds real tables that are not part of the repository, beside it, or where CASUS_SHARED says.</summary>
internal static class SharedData
{
    public static AgreementCalendar Kyiv { get; } = new(DateTimeZoneProviders.Tzdb["Europe/Kyiv"]);

    /// <summary>The root of the repository: the folder with Casus.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of real tables; null where there is none.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("CASUS_SHARED") ?? Beside(Root);

    /// <summary>The file under the shared folder; where there is none, the test is skipped with a message.</summary>
    public static string FileOrSkip(string relative)
    {
        var file = Folder is null ? null : Path.Combine(Folder, relative);
        Assert.SkipWhen(
            file is null || !File.Exists(file),
            $"the shared data folder has no {relative}; set CASUS_SHARED"
        );
        return file!;
    }

    private static string? Beside(string root)
    {
        for (var folder = Directory.GetParent(root); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(shared))
            {
                return shared;
            }
        }
        return null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Casus.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run within the repository");
    }
}
