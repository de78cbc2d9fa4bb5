namespace Casus.Reports.Html.Words;

/// <summary>What the model's terms are called on the page.</summary>
internal static class Labels
{
    public static string Verdict(string verdict) =>
        verdict switch
        {
            "met" => "yes",
            "notMet" => "no",
            _ => verdict,
        };

    public static string Status(string status) =>
        status switch
        {
            "bornOverdue" => "overdue from birth",
            "performanceUnknown" => "performance unknown",
            "withoutCause" => "without cause",
            _ => status,
        };

    public static string Detected(string detected) =>
        detected switch
        {
            "yes" => "found",
            "no" => "missed",
            _ => detected,
        };

    /// <summary>The kinds of effects in words: dutyBornOverdue becomes "duty born overdue".</summary>
    public static string Kind(string kind) =>
        string.Concat(
            kind.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")
        );
}
