using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>
/// A way in which treaties fail. One rule, one file under Rules/, found by <see cref="RuleBook"/>; its page is
/// docs/rules/CODE.md and its test tests/Casus.Tests/Checking/Rules/CODE.md. A rule has no state: it may be asked of
/// several texts at once.
/// </summary>
public abstract class Rule
{
    /// <summary>CAS3xxx; never given to another rule.</summary>
    public abstract string Code { get; }

    /// <summary>A few words, without a full stop: "The accused votes".</summary>
    public abstract string Title { get; }
    public abstract RuleGroup Group { get; }

    /// <summary>What it is unless casus.toml says otherwise.</summary>
    public virtual Severity Severity => Severity.Warning;

    /// <summary>Why it matters, in a sentence or two: what a diagnostic prints as help.</summary>
    public abstract string Why { get; }

    /// <summary>
    /// True where it concludes from what a text lacks. It is not asked of a text with errors, since what is missing may
    /// stand in the sentence that could not be read.
    /// </summary>
    public virtual bool NeedsWholeText => false;

    /// <summary>What it finds, in any order. Never throws, whatever the text says.</summary>
    public abstract IEnumerable<Finding> Check(CheckedText text);

    protected static Finding At(TextSpan span, string message, string? suggestion = null) =>
        new(span, message, suggestion);
}
