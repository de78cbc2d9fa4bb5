using System.Globalization;
using System.Text;

namespace Casus.Reports.Html;

/// <summary>
/// Writes elements as text: what a component cannot draw quickly enough, or not at all. Every value is escaped; numbers
/// are rounded to a tenth of a unit, which no eye can tell apart.
/// </summary>
internal sealed class MarkupWriter
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();
    private bool isInTag;

    public MarkupWriter Open(string element, string? kind = null)
    {
        EndTag();
        text.Append('<').Append(element);
        open.Push(element);
        isInTag = true;
        return kind is null ? this : With("class", kind);
    }

    /// <summary>An element that HTML lets stand unclosed, such as a row or a cell of a table.</summary>
    public MarkupWriter Begin(string element)
    {
        EndTag();
        text.Append('<').Append(element);
        isInTag = true;
        return this;
    }

    /// <summary>An attribute; none where the value is null.</summary>
    public MarkupWriter With(string name, string? value)
    {
        if (value is null)
        {
            return this;
        }
        text.Append(' ').Append(name).Append("=\"");
        Escape(value);
        text.Append('"');
        return this;
    }

    public MarkupWriter With(string name, long value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    public MarkupWriter With(string name, long? value) => value is { } known ? With(name, known) : this;

    public MarkupWriter With(string name, double value) => With(name, Number(value));

    public MarkupWriter Text(string value)
    {
        EndTag();
        Escape(value);
        return this;
    }

    /// <summary>Markup that is made already.</summary>
    public MarkupWriter Raw(string markup)
    {
        EndTag();
        text.Append(markup);
        return this;
    }

    public MarkupWriter Close()
    {
        var element = open.Pop();
        if (isInTag)
        {
            text.Append("/>");
            isInTag = false;
        }
        else
        {
            text.Append("</").Append(element).Append('>');
        }
        return this;
    }

    /// <summary>An element with text alone.</summary>
    public MarkupWriter Element(string element, string content) => Open(element).Text(content).Close();

    /// <summary>Text at a point.</summary>
    public MarkupWriter Label(double x, double y, string content, string kind, string? anchor = null) =>
        Open("text", kind).With("x", x).With("y", y).With("text-anchor", anchor).Text(content).Close();

    public MarkupWriter Line(double x1, double y1, double x2, double y2, string kind) =>
        Open("line", kind).With("x1", x1).With("y1", y1).With("x2", x2).With("y2", y2).Close();

    /// <summary>Left open, so that more can be said of it.</summary>
    public MarkupWriter Box(double x, double y, double width, double height, string kind) =>
        Open("rect", kind).With("x", x).With("y", y).With("width", width).With("height", height);

    public override string ToString()
    {
        EndTag();
        return text.ToString();
    }

    public static string Number(double value)
    {
        var rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private void EndTag()
    {
        if (isInTag)
        {
            text.Append('>');
            isInTag = false;
        }
    }

    private void Escape(string value)
    {
        foreach (var letter in value)
        {
            switch (letter)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                case '"':
                    text.Append("&quot;");
                    break;
                case '\n' or '\t' or >= ' ':
                    text.Append(letter);
                    break;
                default:
                    // Other control characters are not allowed in HTML, escaped or not.
                    text.Append('\uFFFD');
                    break;
            }
        }
    }
}
