using Casus.Core.Conditions;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Core.Facts;

/// <summary>The acts that are on record, and what they meet (S15, S17: constitutive and evidential facts).</summary>
public sealed class ActRecord
{
    private readonly Dictionary<ActKind, List<Act>> byKind = [];

    public void Add(Act act)
    {
        if (!byKind.TryGetValue(act.Kind, out var acts))
        {
            byKind[act.Kind] = acts = [];
        }
        acts.Add(act);
    }

    public IEnumerable<Act> OfKind(ActKind kind) => byKind.TryGetValue(kind, out var acts) ? acts : [];

    /// <summary>The earliest act, by when it was done, that meets the pattern at or after an instant.</summary>
    public Act? First(ActPattern pattern, Moment from) =>
        Meeting(pattern).Where(act => act.At >= from).MinBy(act => act.At.Second);

    /// <summary>
    /// Whether such an act is on record. Constitutive facts exist when they are recorded, so without one it is not met;
    /// of what is only evidence, silence is undetermined.
    /// </summary>
    public Verdict Held(ActPattern pattern)
    {
        var names = pattern is { All: true, By.IsEmpty: false } ? pattern.By : [""];
        var verdict = Verdict.Met;
        foreach (var name in names)
        {
            verdict = verdict.And(HeldBy(name.Length == 0 ? pattern : pattern with { By = [name] }));
        }
        return verdict;
    }

    private Verdict HeldBy(ActPattern pattern)
    {
        if (pattern.Kind == ActKind.Finding)
        {
            var last = Candidates(ActKind.Finding).Where(act => Meets(act, pattern)).MaxBy(act => act.At.Second);
            return last is null ? Verdict.Undetermined : VerdictLogic.Of(IsPositive(last));
        }
        if (Meeting(pattern).Any())
        {
            return Verdict.Met;
        }
        return pattern.Kind is ActKind.Performance or ActKind.Consultation ? Verdict.Undetermined : Verdict.NotMet;
    }

    /// <summary>A finding that says no is no finding that it is so.</summary>
    public static bool IsPositive(Act act) =>
        act.Kind != ActKind.Finding || !string.Equals(act.Value, "no", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the act is one that a trigger waits for; whether it lies in the life is for the caller to say.
    /// </summary>
    public static bool Triggers(Act act, ActPattern pattern) => IsPositive(act) && Meets(act, pattern);

    /// <summary>
    /// Whether the act is of the pattern's kind, by one of its names, to one of them, under its clause.
    /// </summary>
    public static bool Meets(Act act, ActPattern pattern) =>
        Counts(act.Kind, pattern.Kind)
        && (pattern.By.IsEmpty || act.By.Any(name => pattern.By.Contains(name)))
        && (pattern.To.IsEmpty || act.To is null || pattern.To.Contains(act.To))
        && Under(act, pattern);

    /// <summary>Whether a clause is the one named, or an item of it, or stands in the article named.</summary>
    public static bool IsUnder(string? clause, string reference) =>
        clause is not null
        && (
            clause == reference
            || (
                clause.StartsWith(reference, StringComparison.Ordinal)
                && clause.Length > reference.Length
                && clause[reference.Length] is '.' or '('
            )
        );

    private IEnumerable<Act> Meeting(ActPattern pattern) =>
        Candidates(pattern.Kind).Where(act => IsPositive(act) && Meets(act, pattern));

    /// <summary>A finding is of the very sentence (S19 End); other acts cite it or its article.</summary>
    private static bool Under(Act act, ActPattern pattern) =>
        pattern.Clause is null
        || (pattern.Kind == ActKind.Finding ? act.Clause == pattern.Clause : IsUnder(act.Clause, pattern.Clause));

    private IEnumerable<Act> Candidates(ActKind asked) =>
        asked switch
        {
            ActKind.Ratification => OfKind(ActKind.Ratification).Concat(OfKind(ActKind.Acceptance)),
            ActKind.Consent => OfKind(ActKind.Consent)
                .Concat(OfKind(ActKind.Acceptance))
                .Concat(OfKind(ActKind.Ratification)),
            _ => OfKind(asked),
        };

    /// <summary>A signature is no ratification; acceptance is one (S19), and either is a consent.</summary>
    private static bool Counts(ActKind given, ActKind asked) =>
        given == asked
        || (asked == ActKind.Ratification && given == ActKind.Acceptance)
        || (asked == ActKind.Consent && given is ActKind.Acceptance or ActKind.Ratification);
}
