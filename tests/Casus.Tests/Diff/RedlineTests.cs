using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Casus.Reports.Diff;
using Casus.Tests.Binding;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Casus.Tests.Diff;

public sealed partial class RedlineTests
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly RedlineMark Mark = new("A. Drafter", new DateOnly(2026, 2, 1));

    private const string Moving = """
        Article 1 "One".
          > The high contracting parties,
          Russia shall release "prisoners" within 3 days.
          Germany shall assist Ukraine within 2 days.
          France shall assist Ukraine within 10 days, as it deems necessary.
        Article 2 "Two".
          On a request by Ukraine:
            Poland shall give logistics to Ukraine within 24 hours;
            Poland may assist Ukraine.

        """;

    private const string Moved = """
        Article 1 "One".
          > The contracting parties,
          France shall assist Ukraine within 10 days, as it deems necessary.
          Russia shall release "prisoners" within 6 days.
        Article 2 "Two".
          On a request by Ukraine:
            Poland shall give logistics to Ukraine within 48 hours;
            Germany shall warn Russia within 1 day;
            Poland may assist Ukraine.
          Poland shall suspend "sanctions".

        """;

    private static readonly string Old = Texts.Heading + Moving;
    private static readonly string New = Texts.Heading + Moved;

    [Fact]
    public void Accepted_it_is_the_new_text_and_rejected_the_old()
    {
        var body = XDocument.Load(Part(Bytes(), "word/document.xml"));
        Assert.Equal(Plain(New), Squeezed(Side(body, Word + "ins", Word + "t")));
        Assert.Equal(Plain(Old), Squeezed(Side(body, Word + "del", Word + "t", Word + "delText")));
    }

    [Fact]
    public void Every_change_of_meaning_has_a_comment_with_its_kind_and_direction()
    {
        var comments = XDocument.Load(Part(Bytes(), "word/comments.xml"));
        var said = comments.Descendants(Word + "comment").Select(each => each.Value).ToList();
        var diff = DraftPairs.Between(Old, New);
        Assert.Equal(diff.Changes.Length, said.Count(each => !each.StartsWith("Moved", StringComparison.Ordinal)));
        Assert.Contains(said, each => each.Contains("Deadline: weaker", StringComparison.Ordinal));
        Assert.Contains(said, each => each.Contains("Added: stronger", StringComparison.Ordinal));
        Assert.Contains(said, each => each.StartsWith("1.1 -> 1.2.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_input_makes_the_same_bytes() => Assert.Equal(Bytes(), Bytes());

    [Fact]
    public void It_keeps_the_schema_of_word_processors()
    {
        using var stream = new MemoryStream(Bytes());
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator()
                .Validate(package, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")
        );
    }

    [Fact]
    public async Task LibreOffice_reads_the_changes_as_changes()
    {
        var office = Environment
            .GetEnvironmentVariable("PATH")!
            .Split(':')
            .Select(folder => Path.Combine(folder, "soffice"))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "LibreOffice is not installed (Debian: libreoffice-writer-nogui)");
        var folder = Directory.CreateTempSubdirectory("casus-redline-");
        try
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder.FullName, "redline.docx"),
                Bytes(),
                TestContext.Current.CancellationToken
            );
            var start = new ProcessStartInfo(
                office!,
                [
                    $"-env:UserInstallation=file://{folder.FullName}/profile",
                    "--headless",
                    "--convert-to",
                    "odt",
                    "redline.docx",
                ]
            )
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            _ = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var made = Path.Combine(folder.FullName, "redline.odt");
            Assert.True(File.Exists(made), await errors);
            var content = XDocument.Load(
                Part(await File.ReadAllBytesAsync(made, TestContext.Current.CancellationToken), "content.xml"),
                LoadOptions.PreserveWhitespace
            );
            Assert.Equal(Plain(New), Squeezed(Accepted(content)));
            Assert.NotEmpty(content.Descendants(Text + "deletion"));
            Assert.NotEmpty(content.Descendants(Text + "insertion"));
            Assert.All(
                content.Descendants().Where(each => each.Name.LocalName == "creator"),
                each => Assert.Equal(Mark.Author, each.Value)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Bytes() => RedlineFile.Of(DraftPairs.Between(Old, New), Mark);

    private static MemoryStream Part(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var part = zip.GetEntry(name)!.Open();
        var copy = new MemoryStream();
        part.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    /// <summary>What stays if changes of that kind are taken and the others dropped.</summary>
    private static string Side(XDocument body, XName taken, params XName[] texts)
    {
        var builder = new StringBuilder();
        foreach (var paragraph in body.Descendants(Word + "p"))
        {
            foreach (var text in paragraph.Descendants().Where(each => texts.Contains(each.Name)))
            {
                var change = text.Ancestors()
                    .FirstOrDefault(each => each.Name == Word + "ins" || each.Name == Word + "del");
                builder.Append(change is null || change.Name == taken ? text.Value : "");
            }
            builder.Append(' ');
        }
        return builder.ToString();
    }

    /// <summary>
    /// In an ODT the deleted words stand apart, so the body is the accepted text; comments stand in it.
    /// </summary>
    private static string Accepted(XDocument content)
    {
        var body = content
            .Descendants()
            .First(each =>
                each.Name.LocalName == "text"
                && each.Name.NamespaceName.EndsWith("office:1.0", StringComparison.Ordinal)
            );
        var builder = new StringBuilder();
        foreach (var paragraph in body.Elements().Where(each => each.Name == Text + "p" || each.Name == Text + "h"))
        {
            foreach (var node in paragraph.DescendantNodes())
            {
                var inComment = node.Ancestors().Any(each => each.Name.LocalName == "annotation");
                builder.Append(
                    inComment ? ""
                    : node is XText text ? text.Value
                    : node is XElement { Name.LocalName: "s" } ? " "
                    : ""
                );
            }
            builder.Append(' ');
        }
        return builder.ToString();
    }

    /// <summary>The text on one line, without the marks of prose.</summary>
    private static string Plain(string text) => Squeezed(ProseMark().Replace(text, ""));

    private static string Squeezed(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"^\s*>\s*", RegexOptions.Multiline, 1000)]
    private static partial Regex ProseMark();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
