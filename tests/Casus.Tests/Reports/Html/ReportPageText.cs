using System.Text;
using System.Text.RegularExpressions;
using Casus.Reports.Html;
using Casus.Reports.Model;

namespace Casus.Tests.Reports.Html;

/// <summary>A page as text, and what the tests look for in it.</summary>
internal static partial class ReportPageText
{
    public static string Of(ReportModel model)
    {
        using var stream = new MemoryStream();
        ReportHtml.Write(stream, model);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Of(ReportModel left, ReportModel right)
    {
        using var stream = new MemoryStream();
        ReportHtml.Write(stream, left, right);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Without styles, scripts and the base map, which have their own sources; an element a line.</summary>
    public static string Skeleton(string page)
    {
        var bare = Built().Replace(page, "");
        bare = Attribution().Replace(BaseMap().Replace(bare, "<g id=\"map-base\"/>"), "Base map: ...");
        return Starts().Replace(bare, "\n$0").ReplaceLineEndings("\n").Trim() + "\n";
    }

    public static IEnumerable<string> Ids(string page) =>
        Id().Matches(Built().Replace(page, "")).Select(match => match.Groups[1].Value);

    /// <summary>The levels of the headings, in order.</summary>
    public static IReadOnlyList<int> Headings(string page) =>
        [.. Heading().Matches(page).Select(match => match.Groups[1].Value[0] - '0')];

    [GeneratedRegex("<(style|script)[^>]*>.*?</\\1>", RegexOptions.Singleline, 5000)]
    private static partial Regex Built();

    [GeneratedRegex("<g id=\"map-base\">.*?</g>", RegexOptions.Singleline, 5000)]
    private static partial Regex BaseMap();

    [GeneratedRegex(
        "<(?=section|figure|table|tr|li|p|g |h[1-6]|rect|circle|path|text|dl|dd|details|mask|line)",
        RegexOptions.None,
        5000
    )]
    private static partial Regex Starts();

    [GeneratedRegex("Base map: [^<]*", RegexOptions.None, 5000)]
    private static partial Regex Attribution();

    [GeneratedRegex("\\sid=\"([^\"]*)\"", RegexOptions.None, 5000)]
    private static partial Regex Id();

    [GeneratedRegex("<h([1-6])[ >]", RegexOptions.None, 5000)]
    private static partial Regex Heading();
}
