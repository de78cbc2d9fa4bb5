namespace Casus.Cli;

/// <summary>Exit statuses (formats.md).</summary>
internal static class ExitStatus
{
    public const int Clean = 0;

    /// <summary>`check` has something to say, errors included; `fmt --check` would change the text.</summary>
    public const int Findings = 1;

    /// <summary>The command line is not one that Casus takes.</summary>
    public const int Usage = 2;

    /// <summary>An input that could not be used; nothing was written but, it may be, rejected.csv.</summary>
    public const int UnusableInput = 3;

    /// <summary>
    /// Results could not be written, as sysexits.h counts it: no space, no permission, an output that is closed.
    /// </summary>
    public const int OutputFailed = 74;

    /// <summary>A fault in Casus itself, as sysexits.h counts it.</summary>
    public const int Fault = 70;

    /// <summary>Interrupted from the keyboard, as shells count it.</summary>
    public const int Interrupted = 130;
}
