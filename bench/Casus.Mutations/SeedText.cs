using System.Collections.Immutable;
using System.Text;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.Data.Geography;

namespace Casus.Mutations;

/// <summary>
/// A text that mutations start from: its bytes, its tokens with what stands before each, its geography.
/// </summary>
public sealed class SeedText
{
    /// <summary>Sentences of an excerpt beside the declarations.</summary>
    private const int Excerpted = 6;

    private SeedText(string name, string text, RememberedGeography geography)
    {
        Name = name;
        Bytes = Encoding.UTF8.GetBytes(text);
        Pieces =
        [
            .. Lexer
                .Lex(new SourceText(name, text))
                .Select(token => string.Concat(token.Leading.Select(trivia => trivia.Text)) + token.Text),
        ];
        Geography = geography;
    }

    /// <summary>The path from the root of the repository.</summary>
    public string Name { get; }
    public byte[] Bytes { get; }
    public ImmutableArray<string> Pieces { get; }
    public RememberedGeography Geography { get; }

    /// <summary>Whole, in the order of their paths: every agreement in the repository.</summary>
    public static ImmutableArray<SeedText> In(string root)
    {
        string[] folders = ["agreements", "src/Casus.Cli/Templates", "tests/Casus.Tests/Golden"];
        return
        [
            .. folders
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Path.Combine(root, folder), "agreement.casus", SearchOption.AllDirectories)
                )
                .Order(StringComparer.Ordinal)
                .Select(file => new SeedText(
                    Path.GetRelativePath(root, file),
                    File.ReadAllText(file),
                    new RememberedGeography(new GeographyFolder(Path.GetDirectoryName(file)!))
                )),
        ];
    }

    /// <summary>
    /// The declarations of each text with a few of its other sentences, so that every sentence stands in one of them:
    /// small texts are tried more often in the same time.
    /// </summary>
    public IEnumerable<SeedText> Excerpts()
    {
        var text = Encoding.UTF8.GetString(Bytes);
        var tree = Parser.Parse(new SourceText(Name, text)).Tree;
        var sentences = tree.Sentences;
        var declarations = string.Concat(
            sentences.Where(sentence => sentence.Body is LabelSyntax).Select(sentence => sentence.ToFullString())
        );
        return sentences
            .Where(sentence => sentence.Body is not LabelSyntax)
            .Chunk(Excerpted)
            .Select(
                (chunk, index) =>
                    new SeedText(
                        $"{Name}, part {index + 1}",
                        declarations
                            + string.Concat(chunk.Select(sentence => sentence.ToFullString()))
                            + tree.EndOfFile.ToFullString(),
                        Geography
                    )
            );
    }
}
