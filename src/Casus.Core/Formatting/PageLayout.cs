using System.Text;

namespace Casus.Core.Formatting;

/// <summary>Decides where the lines of a document end, from left to right and once.</summary>
internal sealed class PageLayout
{
    /// <summary>No line is made longer where it can be broken.</summary>
    public const int LineWidth = 120;
    private readonly StringBuilder page = new();
    private int lineStart;

    /// <summary>Of the next line, once something stands on it: no line of spaces alone is written.</summary>
    private int opening;

    private PageLayout() { }

    private int Column => page.Length - lineStart;

    /// <summary>The page, ended by one line feed; empty where the document is.</summary>
    public static string Of(LayoutDocument document)
    {
        var layout = new PageLayout();
        layout.Put(document, indentation: 0, onOneLine: false);
        layout.EndLine();
        return layout.page.ToString();
    }

    private void Put(LayoutDocument document, int indentation, bool onOneLine)
    {
        switch (document)
        {
            case TextDocument text:
                Write(text.Words);
                break;
            case LineDocument when onOneLine:
                Write(" ");
                break;
            case LineDocument or HardLineDocument:
                EndLine();
                opening = indentation;
                break;
            case EmptyLineDocument:
                EmptyLine();
                break;
            case TrailingCommentDocument comment:
                Write(Column > 0 ? $"  {comment.Words}" : comment.Words);
                EndLine();
                break;
            case VerbatimDocument verbatim:
                Copy(verbatim.Source);
                break;
            case NestedDocument nested:
                Put(nested.Inner, indentation + nested.Columns, onOneLine);
                break;
            case GroupDocument group:
                Put(group.Inner, indentation, onOneLine || group.Width <= LineWidth - Column);
                break;
            case JoinedDocument joined:
                foreach (var part in joined.Parts)
                {
                    Put(part, indentation, onOneLine);
                }
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(document), document, "A document of no known kind.");
        }
    }

    private void Write(string words)
    {
        if (Column == 0)
        {
            page.Append(' ', opening);
        }
        page.Append(words);
    }

    private void EndLine()
    {
        if (Column > 0)
        {
            page.Append('\n');
            lineStart = page.Length;
        }
    }

    private void EmptyLine()
    {
        EndLine();
        if (page.Length > 1 && page[^2] != '\n')
        {
            page.Append('\n');
            lineStart = page.Length;
        }
    }

    private void Copy(string source)
    {
        page.Append(source);
        var lastFeed = source.LastIndexOf('\n');
        lineStart = lastFeed < 0 ? lineStart : page.Length - (source.Length - lastFeed - 1);
    }
}
