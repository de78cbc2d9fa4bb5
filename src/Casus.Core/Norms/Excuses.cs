using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Lifecycle;
using Casus.Core.Stepping;
using Casus.Core.Time;

namespace Casus.Core.Norms;

/// <summary>
/// What excuses a bearer now (S17 Exceptions, S19 Riders): an exception of the sentence, a rider of its party, or a
/// stronger norm that binds it and cannot be kept together with this one.
/// </summary>
internal sealed class Excuses
{
    private readonly Court court;
    private readonly Dictionary<Norm, ImmutableArray<Norm>> conflicts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Norm, bool> doubted = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Norm> stronger = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Norm Norm, string Bearer), List<Binding>> bindings = [];

    private sealed record Binding(Arising Arising, Moment At);

    public Excuses(Court court)
    {
        this.court = court;
        foreach (var norm in court.Text.Standing.Where(norm => norm.IsDuty))
        {
            var references = References(norm);
            var prevailing = court
                .Text.Standing.Where(other => other != norm && references.Any(reference => Covers(reference, other)))
                .Where(other => CannotBothBeKept(other, norm))
                .ToImmutableArray();
            conflicts[norm] = prevailing;
            stronger.UnionWith(prevailing);
            // Quoted matter has no measure: whether it stands in the way is undetermined.
            doubted[norm] = norm.SubjectTo.Any(reference => !IsReference(reference));
        }
    }

    /// <summary>
    /// A prohibition that binds: kept only where a weaker norm asks for it, since it writes no effects of its own.
    /// </summary>
    public void Bind(Norm norm, string bearer, Arising arising, Moment at)
    {
        if (!stronger.Contains(norm))
        {
            return;
        }
        if (!bindings.TryGetValue((norm, bearer), out var list))
        {
            bindings[(norm, bearer)] = list = [];
        }
        list.Add(new Binding(arising, at));
    }

    /// <summary>Met: excused. Undetermined: nobody can tell.</summary>
    public Verdict Judge(Norm norm, string bearer, Arising arising)
    {
        var verdict = Any(norm.Exceptions, bearer);
        foreach (var rider in court.Agreement.Riders)
        {
            if (Alters(rider, norm, bearer, arising))
            {
                verdict = verdict.Or(Any(rider.Exceptions, bearer));
            }
        }
        if (conflicts.TryGetValue(norm, out var prevailing) && prevailing.Any(other => Binds(other, bearer)))
        {
            return Verdict.Met;
        }
        return doubted.GetValueOrDefault(norm) ? verdict.Or(Verdict.Undetermined) : verdict;
    }

    private Verdict Any(ImmutableArray<NormException> exceptions, string bearer)
    {
        var verdict = Verdict.NotMet;
        foreach (var exception in exceptions)
        {
            if (exception.Condition is { } condition)
            {
                verdict = verdict.Or(court.Judge.Evaluate(Organs.Of(condition, bearer), null));
            }
        }
        return verdict;
    }

    /// <summary>
    /// A rider speaks for its party alone; and for the others towards that party, where the norm is owed to each other.
    /// </summary>
    private static bool Alters(Rider rider, Norm norm, string bearer, Arising arising)
    {
        if (rider.Kind == RiderKind.Understanding || rider.Exceptions.IsEmpty)
        {
            return false;
        }
        if (rider.Target is { } target && !Covers(target, norm))
        {
            return false;
        }
        if (rider.Of.Contains(bearer))
        {
            return true;
        }
        return norm.Beneficiary is { } beneficiary
            && norm.Bearers.Actors.Names.Any(rider.Of.Contains)
            && ArisingRegister.Names(beneficiary, arising.Party, arising.Victim) is [var owed]
            && rider.Of.Contains(owed);
    }

    private bool Binds(Norm norm, string bearer) =>
        bindings.TryGetValue((norm, bearer), out var list)
        && !court.Suspensions.IsActive(norm.Article)
        && court.Life.IsInForce(norm.Article, court.Now)
        && Any(norm.Exceptions, bearer) != Verdict.Met
        && list.Exists(binding => !HasEnded(norm, binding));

    private bool HasEnded(Norm norm, Binding binding)
    {
        if (binding.Arising.Withdrawn || binding.Arising.LapsedAt <= court.Now)
        {
            return true;
        }
        var context = new PointReader.Context(binding.Arising, binding.At, null);
        return norm.Until is { } until && court.Points.Read(until, context)?.First <= court.Now;
    }

    private IEnumerable<string> References(Norm norm)
    {
        var named = court
            .Agreement.Priorities.Where(priority => Covers(priority.Weaker, norm))
            .Select(priority => priority.Stronger);
        var prevailing = court
            .Text.Standing.Where(other => other.Notwithstanding.Any(weaker => Covers(weaker, norm)))
            .Select(other => other.Clause);
        return norm.SubjectTo.Concat(named).Concat(prevailing).Distinct(StringComparer.Ordinal).ToList();
    }

    private static bool Covers(string reference, Norm norm) =>
        reference == norm.Article || ActRecord.IsUnder(norm.Clause, reference);

    private bool IsReference(string text) =>
        court.Agreement.Clauses.Any(clause => clause.Article == text || clause.Number == text)
        || court.Agreement.Norms.Any(norm => Covers(text, norm))
        || (text.Length > 0 && char.IsAsciiDigit(text[0]));

    /// <summary>A prohibition of the very act that the other commands, or of a wider one.</summary>
    private static bool CannotBothBeKept(Norm strong, Norm weak) =>
        strong.Kind == NormKind.Refrain
        && weak.Kind is NormKind.Do or NormKind.Keep
        && string.Equals(strong.Verb, weak.Verb, StringComparison.OrdinalIgnoreCase)
        && IsAsWide(strong.Object, weak.Object);

    private static bool IsAsWide(string wide, string narrow) =>
        wide.Length == 0
        || string.Equals(wide, narrow, StringComparison.OrdinalIgnoreCase)
        || narrow.StartsWith(wide + " ", StringComparison.OrdinalIgnoreCase);
}
