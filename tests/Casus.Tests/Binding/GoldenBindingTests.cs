using System.Text;
using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Text;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Binding;

/// <summary>
/// What the binder makes of each text that is kept and of the texts that come with Casus, and what it says of them.
/// </summary>
public sealed class GoldenBindingTests
{
    private static readonly Dictionary<string, string> NoChoices = [];

    /// <summary>The name, the text's path, and the folder of golden files that its results are kept in.</summary>
    public static TheoryData<string, string, string> Compiled =>
        [
            .. Golden.Texts.Select(name => (name, Path.Combine(Golden.Folder, name, "agreement.casus"), name)),
            .. Directory
                .GetDirectories(RepositoryRoot.Of("agreements"))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal)
                .Select(name => (name, RepositoryRoot.Of("agreements", name, "agreement.casus"), $"compiled/{name}")),
        ];

    [Theory]
    [MemberData(nameof(Compiled))]
    public void A_text_compiles_without_errors(string name, string file, string kept)
    {
        Assert.NotEmpty(name + kept);
        var compilation = Compile(file);
        var errors = compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Empty(errors.Select(error => DiagnosticLines.Of(compilation.Source, error)));
    }

    [Theory]
    [MemberData(nameof(Compiled))]
    public void The_compiled_agreement_is_as_kept(string name, string file, string kept)
    {
        Assert.NotEmpty(name);
        var compilation = Compile(file);
        Golden.Matches($"{kept}/bound.txt", BoundDump.Of(compilation.Agreement, compilation.Source));
    }

    [Theory]
    [MemberData(nameof(Compiled))]
    public void What_is_said_of_a_text_is_as_kept(string name, string file, string kept)
    {
        Assert.NotEmpty(name);
        var compilation = Compile(file);
        var builder = new StringBuilder();
        foreach (var diagnostic in compilation.Diagnostics)
        {
            builder.Append(DiagnosticLines.Of(compilation.Source, diagnostic));
        }
        Golden.Matches($"{kept}/diagnostics.txt", builder.ToString());
    }

    private static Compilation Compile(string file) =>
        Compiler.Compile(
            new SourceText("agreement.casus", File.ReadAllText(file)),
            NoChoices,
            new Texts.StraightLine()
        );
}
