using Casus.Tests.Data;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Docs;

/// <summary>A document's commands run where a reader would run them, and leave the repository alone.</summary>
public sealed class ReadersFolderTests
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_sees_the_repository_and_what_the_reader_saved_and_nothing_else_changes()
    {
        string root;
        using (var folder = new ReadersFolder())
        {
            root = folder.Root;
            folder.Write("mine/truce/agreement.casus", "Agreement \"Truce\".\n");
            var (status, printed) = await folder.Run("cat mine/truce/agreement.casus README.md > mine/both", Cancelled);
            Assert.Equal((0, ""), (status, printed));
            Assert.StartsWith("Agreement \"Truce\".", File.ReadAllText(Path.Combine(root, "mine", "both")));
            Assert.Equal(SharedData.Folder is not null, folder.Has("../shared"));
            Assert.False(folder.Has("../shared/no-such-table"));
        }
        Assert.False(Path.Exists(root));
        Assert.False(Path.Exists(RepositoryRoot.Of("mine", "both")));
        Assert.True(File.Exists(RepositoryRoot.Of("README.md")));
    }

    [Theory]
    [InlineData("agreement.casus")]
    [InlineData("docs/agreement.casus")]
    [InlineData("mine/../docs/agreement.casus")]
    [InlineData("/mine/agreement.casus")]
    public void A_block_cannot_be_saved_over_the_repository(string path)
    {
        using var folder = new ReadersFolder();
        Assert.Throws<ArgumentException>(() => folder.Write(path, ""));
        Assert.False(File.Exists(Path.Combine(RepositoryRoot.Path, "docs", "agreement.casus")));
    }

    [Fact]
    public async Task What_a_command_says_of_an_error_is_printed_with_its_status()
    {
        using var folder = new ReadersFolder();
        Assert.Equal((3, "no\n"), await folder.Run("echo no >&2; exit 3", Cancelled));
    }

    [Fact]
    public void A_fence_names_the_file_it_is_saved_in_and_what_it_needs()
    {
        const string Document = """
            ```csv file=mine/rows.csv
            id
            ```
            ```console needs=../shared/data
            $ one
            printed
            $ two
            ```
            ```json
            {}
            ```
            """;
        var blocks = FencedBlock.Of(Document);
        Assert.Equal(["mine/rows.csv", "", ""], blocks.Select(block => block.File));
        Assert.Equal(["", "../shared/data", ""], blocks.Select(block => block.Needs));
        Assert.Equal([("one", "printed\n"), ("two", "")], blocks[1].Commands());
    }

    [Fact]
    public void A_word_that_a_fence_does_not_know_is_refused() =>
        Assert.Throws<FormatException>(() => FencedBlock.Of("```console need=../shared\n$ x\n```\n"));
}
