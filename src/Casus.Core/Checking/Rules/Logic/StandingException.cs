using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Logic;

/// <summary>An exception that holds from the first day, or always: nothing is owed until somebody ends it.</summary>
internal sealed class StandingException : Rule
{
    public override string Code => "CAS3903";
    public override string Title => "An exception that holds from the first day";
    public override RuleGroup Group => RuleGroup.Logic;

    public override string Why =>
        "The duty is excused unless somebody acts, and whoever need not act decides whether it is ever owed.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var (_, norm, syntax) in text.Norms)
        {
            foreach (var exception in norm.IsDuty ? norm.Exceptions : [])
            {
                var owner = norm.Bearers.Actors.Names is [var only] ? only : Organs.Bearer;
                var condition = exception.Condition is { } stated ? Organs.Of(stated, owner) : null;
                if (Standing(text, condition, norm.Bearers.Actors.Names) is { } why)
                {
                    yield return At(
                        syntax.Tails.FirstOrDefault(tail => tail.WordsText() == exception.Written)?.Span ?? syntax.Span,
                        $"This excuses {norm.Clause} {why}",
                        why.StartsWith("always", StringComparison.Ordinal) ? null : Remedy(norm.Bearers.Actors.Names)
                    );
                }
            }
        }
        foreach (var finding in OfRiders(text))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> OfRiders(CheckedText text)
    {
        if (text.Agreement.Riders.IsEmpty)
        {
            yield break;
        }
        var places = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var sentence in text.Tree.Sentences)
        {
            if (sentence.Body is RiderSyntax rider)
            {
                places.TryAdd(rider.WordsText(), rider.Span);
            }
        }
        foreach (var rider in text.Agreement.Riders)
        {
            foreach (var exception in rider.Exceptions)
            {
                if (Standing(text, exception.Condition, rider.Of) is { } why)
                {
                    yield return At(
                        places.GetValueOrDefault(rider.Written, text.Whole),
                        $"This excuses {Wording.And(rider.Of)}{(rider.Target is null ? "" : $" under {Reference(rider.Target)}")} {why}",
                        why.StartsWith("always", StringComparison.Ordinal) ? null : Remedy(rider.Of)
                    );
                }
            }
        }
    }

    private static string Reference(string target) =>
        target.Contains('.', StringComparison.Ordinal) ? target : $"Article {target}";

    private static string Remedy(IReadOnlyList<string> names) =>
        $"{(names.Count == 1 ? names[0] : "Each of them")} shall submit \"the question\" to \"its parliament\" "
        + "within 30 days after entry into force.";

    private static string? Standing(CheckedText text, Condition? condition, IReadOnlyList<string> excused) =>
        condition switch
        {
            Condition.Not { Part: Condition.Held { Act: var act } }
                when act.Kind is ActKind.Consent or ActKind.Ratification or ActKind.Acceptance
                    && !IsOwed(text, act, excused) =>
                $"from the first day until {Actors(act)} {Wording.For(act.By, "has", "have")} acted, "
                    + "and no sentence obliges anybody to ask or to answer.",
            Condition.Held { Act: var act } when IsNeededForEntry(text, act) =>
                "always: without that the agreement is not in force.",
            Condition.Reached { Point: Point.EntryIntoForce } => "always: it holds from entry into force.",
            _ => null,
        };

    private static string Actors(ActPattern act) =>
        Wording.And([
            .. act.By.Select(name =>
                name.EndsWith($" of {Organs.Bearer}", StringComparison.Ordinal)
                    ? $"its {name[..^$" of {Organs.Bearer}".Length]}"
                    : name
            ),
        ]);

    private static bool IsOwed(CheckedText text, ActPattern act, IReadOnlyList<string> excused) =>
        text.Norms.Any(stated =>
            stated.Norm.IsDuty
            && stated.Norm.Verb is "ratify" or "consent" or "approve" or "accept" or "submit" or "request" or "seek"
            && stated.Norm.Bearers.Actors.Names.Any(name =>
                excused.Contains(name)
                || act.By.Any(by => by == name || by.EndsWith($" of {name}", StringComparison.Ordinal))
            )
        );

    private static bool IsNeededForEntry(CheckedText text, ActPattern act) =>
        !act.By.IsEmpty
        && act.Kind is ActKind.Signature or ActKind.Ratification
        && text.Agreement.Life.Entry is { } entry
        && entry.Needs.Any(need =>
            need.Kind == act.Kind && need.Number is null && act.By.All(name => need.By.Contains(name))
        );
}
