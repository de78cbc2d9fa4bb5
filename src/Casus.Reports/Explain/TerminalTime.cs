using Casus.Core.Time;

namespace Casus.Reports.Explain;

/// <summary>Instants as effects.jsonl has them, seconds left out where there are none.</summary>
internal static class TerminalTime
{
    public static string Of(Moment moment)
    {
        var text = moment.ToString();
        return text.EndsWith(":00Z", StringComparison.Ordinal) ? $"{text[..^4]}Z" : text;
    }
}
