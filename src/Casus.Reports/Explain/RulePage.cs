namespace Casus.Reports.Explain;

/// <summary>The page of a rule, as docs/rules/ has it.</summary>
public static class RulePage
{
    /// <summary>In Markdown; null where the code is not a rule's.</summary>
    public static string? Of(string code)
    {
        using var stream = typeof(RulePage).Assembly.GetManifestResourceStream($"rules/{code}.md");
        if (stream is null)
        {
            return null;
        }
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
