namespace Casus.Tests.House;

/// <summary>The folder of the repository, found by walking up from the built tests.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string folder)
    {
        var candidate = new DirectoryInfo(folder);
        while (candidate is not null && !File.Exists(System.IO.Path.Combine(candidate.FullName, "Casus.slnx")))
        {
            candidate = candidate.Parent;
        }
        return candidate?.FullName
            ?? throw new InvalidOperationException($"No Casus.slnx above {folder}: run the tests from a clone.");
    }
}
