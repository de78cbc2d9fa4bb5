using System.Text;
using Casus.Reports.Text;

namespace Casus.Cli.Terminals;

/// <summary>Hands lines on, broken at a width. A line is held until it ends, or until it is flushed.</summary>
internal sealed class WrappedWriter(TextWriter inner, int width) : TextWriter
{
    private const int Hang = 2;
    private readonly StringBuilder line = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value != '\n')
        {
            line.Append(value);
            return;
        }
        foreach (var part in LineBreaks.Indented(line.ToString(), width, Hang))
        {
            inner.Write(part.TrimEnd() + '\n');
        }
        line.Clear();
        inner.Flush();
    }

    public override void Flush()
    {
        inner.Write(line.ToString());
        line.Clear();
        inner.Flush();
    }
}
