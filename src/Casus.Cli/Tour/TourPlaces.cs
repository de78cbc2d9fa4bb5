using Casus.Cli.Inputs;

namespace Casus.Cli.Tour;

/// <summary>
/// Where the program's own texts and tables are, and how a command names them from where the user stands.
/// </summary>
internal sealed class TourPlaces
{
    private readonly string root;
    private readonly string here;

    private TourPlaces(string root, string here)
    {
        this.root = root;
        this.here = here;
    }

    /// <summary>Found by walking up from the program; null where it was taken away from its texts.</summary>
    public static TourPlaces? Find(string from, string here)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var isRoot =
                Directory.Exists(Path.Combine(folder.FullName, "agreements", "ukraine-2026"))
                && Directory.Exists(Path.Combine(folder.FullName, "data", "osce"));
            if (isRoot)
            {
                return new TourPlaces(folder.FullName, here);
            }
        }
        return null;
    }

    /// <summary>As in the documents where the user stands at the root; elsewhere by its whole path.</summary>
    public string Of(string path) =>
        string.Equals(root, Path.TrimEndingDirectorySeparator(here), StringComparison.Ordinal)
            ? path
            : Path.Combine(root, path);

    /// <summary>What is typed to run the program.</summary>
    public string Program => Of("casus") is "casus" ? "./casus" : ShellWords.Quoted(Of("casus"));
}
