using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Core.Text;
using Casus.Data.Geography;
using Casus.Tests.Binding;
using Casus.Tests.House;

namespace Casus.Tests.Checking;

/// <summary>A kept text, and everything that there is to say of it under the first value of every bracket.</summary>
internal sealed record CheckedFolder(Compilation Compilation, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>A text of agreements/, with its own geography.</summary>
    public static CheckedFolder Agreement(string name)
    {
        var folder = RepositoryRoot.Of("agreements", name);
        return Of(
            $"agreements/{name}/agreement.casus",
            Path.Combine(folder, "agreement.casus"),
            new GeographyFolder(folder)
        );
    }

    /// <summary>A text of Golden/, with a straight line for every line.</summary>
    public static CheckedFolder Kept(string name) =>
        Of("agreement.casus", Path.Combine(Golden.Folder, name, "agreement.casus"), new Texts.StraightLine());

    /// <summary>
    /// The numbers of the sentences and items in which a code is found; "" for what stands in none, such as a
    /// declaration.
    /// </summary>
    public IEnumerable<string> ClausesOf(string code) =>
        Diagnostics.Where(diagnostic => diagnostic.Code == code).Select(ClauseOf);

    /// <summary>What is found in a sentence or item, whatever its code.</summary>
    public IEnumerable<Diagnostic> FindingsIn(string clause) =>
        Diagnostics.Where(diagnostic => ClauseOf(diagnostic) == clause);

    private string ClauseOf(Diagnostic diagnostic) =>
        Compilation
            .Agreement.Clauses.Where(clause =>
                clause.Span.Start <= diagnostic.Span.Start && diagnostic.Span.Start < clause.Span.End
            )
            .MinBy(clause => clause.Span.Length)
            ?.Number
        ?? "";

    private static CheckedFolder Of(string path, string file, IGeographySource geography)
    {
        var compilation = Compiler.Compile(
            new SourceText(path, File.ReadAllText(file)),
            new Dictionary<string, string>(),
            geography
        );
        return new CheckedFolder(compilation, Checker.Check(compilation, RuleSettings.Default));
    }
}
