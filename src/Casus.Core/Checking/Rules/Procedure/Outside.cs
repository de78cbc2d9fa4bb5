namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>Bodies outside the agreement: how they decide is told, and is not for the text to mend.</summary>
internal static class Outside
{
    public static bool Decides(CheckedText text, Procedures.Procedure decision) =>
        text.Agreement.Bodies.Any(body => body.Outside && decision.Deciders.Written.Contains(body.Name, Ignore))
        || text.Agreement.Bodies.Any(body => body.Outside && decision.Deciders.Names.Contains(body.Name));

    private const StringComparison Ignore = StringComparison.OrdinalIgnoreCase;
}
