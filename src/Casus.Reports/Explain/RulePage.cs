using System.Text;

namespace Casus.Reports.Explain;

/// <summary>The page of a rule, as docs/rules/ has it.</summary>
public static class RulePage
{
    /// <summary>For a terminal: headings without marks, examples set in. Null where the code is not a rule's.</summary>
    public static string? TextOf(string code)
    {
        if (Of(code) is not { } markdown)
        {
            return null;
        }
        var text = new StringBuilder();
        var inExample = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inExample = !inExample;
                continue;
            }
            text.Append(inExample ? "  " : "").Append(inExample ? line : line.TrimStart('#', ' ')).Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

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
