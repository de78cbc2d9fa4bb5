namespace Casus.Reports.Explain;

/// <summary>
/// Text for a terminal of 80 columns: wrapped between words, with the depth of its place in the tree.
/// </summary>
internal sealed class Paragraphs(TextWriter writer)
{
    private const int Width = 80;

    /// <summary>
    /// A paragraph whose first line may have another lead than the lines that follow, such as a label.
    /// </summary>
    public void Write(string lead, string text, int hang)
    {
        var line = lead;
        var isEmpty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                writer.WriteLine(line.TrimEnd());
                line = new string(' ', hang);
                isEmpty = true;
            }
            line += isEmpty ? word : $" {word}";
            isEmpty = false;
        }
        writer.WriteLine(line.TrimEnd());
    }

    /// <summary>A label and its text, the text hanging beneath itself.</summary>
    public void Labelled(int indent, string label, string text)
    {
        var lead = $"{new string(' ', indent)}{label, -LabelWidth} ";
        Write(lead, text, indent + LabelWidth + 1);
    }

    public void Plain(int indent, string text) => Write(new string(' ', indent), text, indent + 2);

    private const int LabelWidth = 12;
}
