using System.Collections.Immutable;
using System.Reflection;

namespace Casus.Cli.Starting;

/// <summary>
/// A text to start from, with its line, its made-up history and what to do next: the files of a folder in Templates/,
/// which are built into the program.
/// </summary>
/// <param name="Name">As `--template` takes it, and as its folder is called.</param>
/// <param name="Description">What kind of text it is, in a few words.</param>
/// <param name="AskedClause">A sentence of it that its history meets.</param>
/// <param name="AskedDay">A day on which it is met: YYYY-MM-DD.</param>
internal sealed record AgreementTemplate(string Name, string Description, string AskedClause, string AskedDay)
{
    public const string TextFile = "agreement.casus";
    public const string ReadmeFile = "README.md";
    public const string IncidentsFile = "synthetic-incidents.csv";
    public const string ActsFile = "synthetic-acts.csv";

    /// <summary>The first is taken where none is named.</summary>
    public static ImmutableArray<AgreementTemplate> All { get; } =
    [
        new("ceasefire", "a ceasefire of two parties, with a monitor and a ladder of answers", "3.5", "2026-04-07"),
        new("guarantee", "a guarantee of one state by others, in three steps", "1.5", "2026-04-13"),
        new("withdrawal", "a withdrawal of weapons from both sides of a line, with monitors", "3.6", "2026-04-26"),
    ];

    public static IEnumerable<string> Names => All.Select(template => template.Name);

    /// <summary>The names of its files, sorted.</summary>
    public IEnumerable<string> Files =>
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal);

    private string Prefix => $"templates/{Name}/";

    public static AgreementTemplate? Of(string name) =>
        All.FirstOrDefault(template => string.Equals(template.Name, name, StringComparison.Ordinal));

    public string TextOf(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
