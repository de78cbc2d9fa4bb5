using System.Text;

namespace Casus.Cli.Terminals;

/// <summary>
/// Standard error that may be closed or full: words that cannot be written have nowhere else to go, and the exit
/// status, which says the same, must not be lost with them.
/// </summary>
internal sealed class ForgivingWriter(TextWriter inner) : TextWriter
{
    private bool isLost;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (isLost)
        {
            return;
        }
        try
        {
            write();
        }
        catch (Exception failure) when (Unwritten.IsOne(failure))
        {
            isLost = true;
        }
    }
}
