namespace Casus.LanguageServer.Documents;

/// <summary>The file behind a document's address, and its folder.</summary>
internal static class DocumentPath
{
    /// <summary>The file of a `file:` address; of any other, such as `untitled:`, the address itself.</summary>
    public static string Of(string uri) => FileOf(uri) ?? uri;

    /// <summary>Null where the document is no file.</summary>
    public static string? FileOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? parsed.LocalPath : null;

    /// <summary>The folder that the document's files are found in; null where it has none yet.</summary>
    public static string? FolderOf(string uri) => FileOf(uri) is { } file ? Path.GetDirectoryName(file) : null;

    public static string UriOf(string file) => new Uri(Path.GetFullPath(file)).AbsoluteUri;
}
