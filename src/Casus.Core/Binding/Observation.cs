using Casus.Core.Text;

namespace Casus.Core.Binding;

/// <summary>What binding saw and a rule judges.</summary>
public enum ObservationKind
{
    /// <summary>Words that no fact can meet or miss: whatever asks for them stays undetermined.</summary>
    OpenTextured,

    /// <summary>An event that no fact reports: it never arises.</summary>
    UnreportedEvent,

    /// <summary>An instant that no fact reports: it never comes.</summary>
    UnreportedInstant,
}

/// <summary>Something to judge, at its words. Text: those words as written, without quotes.</summary>
public sealed record Observation(ObservationKind Kind, TextSpan Span, string Text, string Message);
