using System.Collections.Immutable;
using Casus.Core.Norms;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>A body of the text that has to see for itself, and the sentence that makes it.</summary>
internal sealed record Watcher(string Name, TextSpan Span);

/// <summary>Who has to see, and who lets them in.</summary>
internal static class MonitorAccess
{
    private static readonly string[] Seeing =
    [
        "verify",
        "monitor",
        "inspect",
        "patrol",
        "investigate",
        "observe",
        "deploy",
        "attribute",
        "find",
    ];
    private static readonly string[] Admitting =
    [
        "admit",
        "allow",
        "permit",
        "grant",
        "ensure",
        "guarantee",
        "facilitate",
    ];

    /// <summary>Bodies that verify, attribute, find or watch, each once, at the first sentence that says so.</summary>
    public static IEnumerable<Watcher> Watchers(CheckedText text)
    {
        var agreement = text.Agreement;
        var found = new List<Watcher>();
        Add(agreement.Established?.VerifiedBy ?? [], agreement.Established?.Clause);
        Add(agreement.Attributed?.By ?? [], agreement.Attributed?.Clause);
        foreach (var predicate in agreement.Predicates)
        {
            Add(predicate.FoundBy, predicate.Clause);
        }
        foreach (var stated in text.Norms)
        {
            if (Seeing.Contains(stated.Norm.Verb, StringComparer.Ordinal) && stated.Norm.Kind != NormKind.Refrain)
            {
                found.AddRange(stated.Norm.Bearers.Actors.Names.Select(name => new Watcher(name, stated.Syntax.Span)));
            }
        }
        return found
            .Where(watcher => agreement.Bodies.Any(body => !body.Outside && body.Name == watcher.Name))
            .GroupBy(watcher => watcher.Name, StringComparer.Ordinal)
            .Select(group => group.MinBy(watcher => watcher.Span.Start)!);

        void Add(ImmutableArray<string> names, string? clause)
        {
            if (clause is not null)
            {
                found.AddRange(names.Select(name => new Watcher(name, text.SpanOf(clause))));
            }
        }
    }

    /// <summary>Duties to let that body in.</summary>
    public static List<StatedNorm> AdmissionsOf(CheckedText text, string body) =>
        [
            .. text.Norms.Where(stated =>
                stated.Norm.IsDuty
                && stated.Norm.Kind != NormKind.Refrain
                && Admitting.Contains(stated.Norm.Verb, StringComparer.Ordinal)
                && stated.Norm.Object.Contains(body, StringComparison.OrdinalIgnoreCase)
            ),
            .. text.Norms.Where(stated =>
                stated.Norm.Kind == NormKind.Refrain
                && stated.Norm.Verb is "obstruct" or "deny" or "restrict" or "refuse"
                && stated.Norm.Object.Contains(body, StringComparison.OrdinalIgnoreCase)
            ),
        ];
}
