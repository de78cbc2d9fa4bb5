using Casus.Reports.Output;

namespace Casus.Cli.Starting;

/// <summary>Writes a template into a folder that is new or empty: all of it or nothing.</summary>
internal static class NewFolder
{
    /// <summary>Why nothing is written there; null where it may be.</summary>
    public static string? Problem(string folder)
    {
        if (Unseen.IsIn(folder))
        {
            return "its name holds a character that cannot be seen";
        }
        if (File.Exists(folder))
        {
            return "it is a file, not a folder";
        }
        if (!Directory.Exists(folder))
        {
            return null;
        }
        try
        {
            var held = Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).FirstOrDefault();
            return held is null ? null : $"it is not empty: it holds '{Path.GetFileName(held)}'";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message.TrimEnd('.');
        }
    }

    /// <summary>
    /// The files, with the title and the commands put in. What fails while they are written is thrown, and the disk is
    /// as it was.
    /// </summary>
    /// <returns>The reason where nothing can be written there; null when all is done.</returns>
    public static string? Write(string folder, AgreementTemplate template, string? title, NextCommands next)
    {
        var added = MissingAbove(folder);
        var isDone = false;
        try
        {
            using var output = OutputFolder.Open(folder, out var problem);
            if (output is null)
            {
                return problem;
            }
            foreach (var file in template.Files)
            {
                using var writer = new StreamWriter(output.Create(file));
                writer.Write(Filled(template, file, title, next));
            }
            output.Publish();
            isDone = true;
            return null;
        }
        finally
        {
            if (!isDone)
            {
                TakeAway(added);
            }
        }
    }

    private static string Filled(AgreementTemplate template, string file, string? title, NextCommands next)
    {
        var text = template.TextOf(file);
        return file switch
        {
            AgreementTemplate.TextFile when title is not null => AgreementTitle.Replace(text, title),
            AgreementTemplate.ReadmeFile => Readme(
                text,
                title ?? AgreementTitle.Of(template.TextOf(AgreementTemplate.TextFile)),
                next
            ),
            _ => text,
        };
    }

    private static string Readme(string text, string title, NextCommands next)
    {
        var commands = string.Join('\n', next.All.Select(line => $"    {line}"));
        var parts = text.Split("{title}")
            .Select(part => part.Replace("{commands}", commands, StringComparison.Ordinal));
        return string.Join(title, parts);
    }

    /// <summary>The folders above that will be made with it, the deepest first.</summary>
    private static List<string> MissingAbove(string folder)
    {
        var missing = new List<string>();
        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        for (; above is not null && !Directory.Exists(above); above = Path.GetDirectoryName(above))
        {
            missing.Add(above);
        }
        return missing;
    }

    private static void TakeAway(List<string> folders)
    {
        foreach (var folder in folders.Where(Directory.Exists))
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return;
            }
            Directory.Delete(folder);
        }
    }
}
