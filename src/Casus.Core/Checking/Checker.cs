using System.Collections.Immutable;
using Casus.Core.Binding;
using Casus.Core.Checking.Rules.Suppression;
using Casus.Core.Diagnostics;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>A finding that a comment of the text allows.</summary>
public sealed record AllowedFinding(Diagnostic Diagnostic, SuppressionComment By);

/// <summary>What is told of a text, and what a comment allows; each in the order of the text, then of codes.</summary>
public sealed record CheckResult(ImmutableArray<Diagnostic> Told, ImmutableArray<AllowedFinding> Allowed);

/// <summary>Everything there is to say of a text: what the compiler saw and what the rules find.</summary>
public static class Checker
{
    /// <summary>What is told, without what a comment allows.</summary>
    public static ImmutableArray<Diagnostic> Check(Compilation compilation, RuleSettings settings) =>
        Run(compilation, settings).Told;

    /// <summary>
    /// Asks every rule that the settings do not turn off. A rule that concludes from what is missing is not asked while
    /// the text has errors.
    /// </summary>
    public static CheckResult Run(Compilation compilation, RuleSettings settings)
    {
        var text = new CheckedText(compilation);
        var told = new List<Diagnostic>(compilation.Diagnostics.Length);
        var allowed = new List<AllowedFinding>();
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
        return new CheckResult([.. InOrder(told, one => one)], [.. InOrder(allowed, one => one.Diagnostic)]);

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
            if (diagnostic.Severity != Severity.Error && AllowedBy(text, diagnostic, used) is { } comment)
            {
                allowed.Add(new AllowedFinding(diagnostic, comment));
                return;
            }
            told.Add(diagnostic);
        }
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> findings, Func<T, Diagnostic> diagnosticOf) =>
        findings
            .OrderBy(finding => diagnosticOf(finding).Span.Start)
            .ThenBy(finding => diagnosticOf(finding).Code, StringComparer.Ordinal);

    private static Diagnostic DiagnosticOf(Rule rule, Severity severity, Finding finding) =>
        new(rule.Code, severity, finding.Message, finding.Span, rule.Why, finding.Suggestion)
        {
            Related = finding.Related,
            Fixes = finding.Fixes,
        };

    /// <summary>The first comment that allows it; every code that would is noted as used.</summary>
    private static SuppressionComment? AllowedBy(CheckedText text, Diagnostic diagnostic, HashSet<TextSpan> used)
    {
        SuppressionComment? by = null;
        foreach (var comment in text.Suppressions.Where(comment => Covers(comment, diagnostic.Span)))
        {
            foreach (var (code, span) in comment.Codes)
            {
                if (string.Equals(code, diagnostic.Code, StringComparison.OrdinalIgnoreCase))
                {
                    used.Add(span);
                    by ??= comment;
                }
            }
        }
        return by;
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
                        || (
                            settings.SeverityOf(rule) is Severity.Warning or Severity.Information
                            && !(rule.NeedsWholeText && hasErrors)
                        )
                    )
                ),
        ];
}
