using System.Reflection;

namespace Casus.Reports.Html;

/// <summary>What is built into the program for the page: its style, and what web/ made.</summary>
internal static class PageAssets
{
    public const string Style = "html/page.css";
    public const string PrintStyle = "html/print.css";
    public const string ChartStyle = "html/charts.css";
    public const string IslandStyle = "web/report.css";
    public const string IslandScript = "web/report.js";
    public const string BaseMap = "web/basemap.json";

    /// <summary>Null where it was not built in.</summary>
    public static Stream? Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name);

    /// <summary>Empty where it was not built in.</summary>
    public static string Text(string name)
    {
        using var stream = Open(name);
        if (stream is null)
        {
            return "";
        }
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
