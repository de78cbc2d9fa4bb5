using System.Text.RegularExpressions;
using Casus.Core.Conduct;
using Casus.Data.Incidents;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Docs;

/// <summary>The page on the incident table has every column and every term, and nothing more.</summary>
public sealed partial class IncidentTableTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Of("docs", "incident-table.md"));

    [Fact]
    public void Every_column_is_on_the_page_once()
    {
        var shown = ColumnCell().Matches(Page).SelectMany(cell => Quoted().Matches(cell.Value)).Select(Name);
        Assert.Equal(IncidentColumns.Names.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_term_of_conduct_is_on_the_page()
    {
        var terms = TermLine().Matches(Page).SelectMany(line => Quoted().Matches(line.Value)).Select(Name);
        Assert.Equal(
            ConductTaxonomy.BuiltIn.Names.Order(StringComparer.Ordinal),
            terms.Distinct().Order(StringComparer.Ordinal)
        );
    }

    private static string Name(Match match) => match.Groups["name"].Value;

    [GeneratedRegex(@"^\| (`\w+`(, )?)+ \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnCell();

    [GeneratedRegex(@"^(- |  )`[^|]*?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TermLine();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
