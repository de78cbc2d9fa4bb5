using System.Collections.Immutable;
using Casus.Core.Binding;
using Casus.Core.Checking.Rules.Suppression;
using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>Everything there is to say of a text: what the compiler saw and what the rules find.</summary>
public static class Checker
{
    /// <summary>
    /// In the order of the text, then of codes; what a comment allows is left out. A rule that concludes from what is
    /// missing is not asked while the text has errors.
    /// </summary>
    public static ImmutableArray<Diagnostic> Check(Compilation compilation, RuleSettings settings)
    {
        var text = new CheckedText(compilation);
        var told = new List<Diagnostic>(compilation.Diagnostics.Length);
        var used = new HashSet<TextSpan>();
        foreach (var diagnostic in compilation.Diagnostics)
        {
            Tell(diagnostic);
        }
        foreach (var rule in RuleBook.All)
        {
            if (rule is not IdleSuppression)
            {
                Ask(rule);
            }
        }
        text.Idle = IdleIn(text, settings, used, compilation.HasErrors);
        Ask(RuleBook.All.OfType<IdleSuppression>().Single());
        return
        [
            .. told.OrderBy(diagnostic => diagnostic.Span.Start)
                .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal),
        ];

        void Ask(Rule rule)
        {
            if (settings.SeverityOf(rule) is not { } severity || (rule.NeedsWholeText && compilation.HasErrors))
            {
                return;
            }
            foreach (var finding in rule.Check(text))
            {
                Tell(DiagnosticOf(rule, severity, finding));
            }
        }

        void Tell(Diagnostic diagnostic)
        {
            if (diagnostic.Severity == Severity.Error || !IsAllowed(text, diagnostic, used))
            {
                told.Add(diagnostic);
            }
        }
    }

    private static Diagnostic DiagnosticOf(Rule rule, Severity severity, Finding finding) =>
        new(rule.Code, severity, finding.Message, finding.Span, rule.Why, finding.Suggestion)
        {
            Related = finding.Related,
            Fixes = finding.Fixes,
        };

    private static bool IsAllowed(CheckedText text, Diagnostic diagnostic, HashSet<TextSpan> used)
    {
        var allowed = false;
        foreach (var comment in text.Suppressions)
        {
            if (!Covers(comment, diagnostic.Span))
            {
                continue;
            }
            foreach (var (code, span) in comment.Codes)
            {
                if (string.Equals(code, diagnostic.Code, StringComparison.OrdinalIgnoreCase))
                {
                    used.Add(span);
                    allowed = true;
                }
            }
        }
        return allowed;
    }

    private static bool Covers(SuppressionComment comment, TextSpan place) =>
        comment.Covers.Start <= place.Start && place.Start <= comment.Covers.End;

    /// <summary>A rule that was turned off, or was not asked, may well have found something.</summary>
    private static ImmutableArray<(string, TextSpan)> IdleIn(
        CheckedText text,
        RuleSettings settings,
        HashSet<TextSpan> used,
        bool hasErrors
    ) =>
        [
            .. text
                .Suppressions.SelectMany(comment => comment.Codes)
                .Where(code =>
                    !used.Contains(code.Span)
                    && DiagnosticCodes.Find(code.Code.ToUpperInvariant()) is { Severity: not Severity.Error }
                    && (
                        RuleBook.Find(code.Code.ToUpperInvariant()) is not { } rule
                        || (settings.SeverityOf(rule) is not null && !(rule.NeedsWholeText && hasErrors))
                    )
                ),
        ];
}
