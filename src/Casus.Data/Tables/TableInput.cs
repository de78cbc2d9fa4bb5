using System.Text;

namespace Casus.Data.Tables;

/// <summary>An input by name, opened when it is read. The name is what messages and <c>file:id</c> say.</summary>
public sealed class TableInput
{
    private readonly Func<Stream> open;

    public TableInput(string name, Func<Stream> open)
    {
        Name = name;
        this.open = open;
    }

    public string Name { get; }

    /// <summary>A file on disk, named by its path as given.</summary>
    public static TableInput OfFile(string path) => OfFile(path, path);

    public static TableInput OfFile(string path, string name) =>
        new(
            name,
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1)
        );

    public static TableInput OfText(string name, string text) =>
        new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false));

    internal Stream? Open(out InputProblem? problem)
    {
        problem = null;
        try
        {
            return open();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = new(Name, null, "there is no such file", "nothing can be read from it", "Check the path");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            if (Directory.Exists(Name))
            {
                problem = new(Name, null, "it is a folder", "a table is a file", "Name the file in it that is meant");
                return null;
            }
            var what = $"it cannot be opened ({e.Message.TrimEnd('.')})";
            problem = new(Name, null, what, "nothing can be read from it", "Name a file that this user may read");
        }
        return null;
    }
}
