using Casus.Reports.Output;
using Xunit;

namespace Casus.Tests.Reports.Output;

public sealed class OutputFolderTests : IDisposable
{
    /// <summary>By this a run's summary is known.</summary>
    private const string Earlier = "\"stateHash\": \"earlier\"";
    private readonly string place = Directory.CreateTempSubdirectory("casus test ").FullName;

    private string Target => Path.Combine(place, "out");

    public void Dispose() => Directory.Delete(place, recursive: true);

    [Fact]
    public void A_run_takes_the_place_of_an_earlier_one_and_leaves_other_files_alone()
    {
        Put("summary.json", Earlier);
        Put("rejected.csv", "earlier");
        Put("notes.txt", "mine");
        Publish(("summary.json", "new"), ("effects.jsonl", "new"));
        Assert.Equal(["effects.jsonl: new", "notes.txt: mine", "summary.json: new"], Found());
        Assert.Equal([Target], Directory.GetFileSystemEntries(place));
    }

    [Fact]
    public void A_move_that_fails_half_way_is_undone()
    {
        Put("summary.json", Earlier);
        using (var folder = OutputFolder.Open(Target, out _)!)
        {
            Write(folder, "effects.jsonl", "new");
            Write(folder, "summary.json", "new");
            // An earlier file has moved away by the time that this one is found to be in the way.
            Directory.CreateDirectory(Path.Combine(folder.PathOf("earlier"), "effects.jsonl", "in the way"));
            Put("effects.jsonl", "earlier");
            Assert.ThrowsAny<IOException>(folder.Publish);
        }
        Assert.Equal(["effects.jsonl: earlier", $"summary.json: {Earlier}"], Found());
    }

    private void Put(string file, string text)
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, file), text);
    }

    private void Publish(params (string File, string Text)[] files)
    {
        using var folder = OutputFolder.Open(Target, out _)!;
        foreach (var (file, text) in files)
        {
            Write(folder, file, text);
        }
        folder.Publish();
        Assert.True(folder.IsPublished);
    }

    private static void Write(OutputFolder folder, string file, string text)
    {
        using var writer = new StreamWriter(folder.Create(file));
        writer.Write(text);
    }

    private IEnumerable<string> Found() =>
        Directory
            .GetFiles(Target)
            .Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetFileName(path)}: {File.ReadAllText(path)}");
}
