using System.Collections.Immutable;
using Casus.Core.Binding;

namespace Casus.Analysis.Diff;

/// <summary>
/// Compares two drafts by what they mean: sentence by sentence, with the direction of each change for each party and
/// for the whole. The argument for each direction is in docs/diff.md.
/// </summary>
public static class AgreementDiff
{
    /// <summary>Both texts compiled, without errors.</summary>
    public static DiffResult Of(Compilation old, Compilation now)
    {
        var map = DraftMap.Of(old, now);
        var whole = new Comparison(new Lens(map, null));
        var norms = Effects.Of(whole);
        var changes = ImmutableArray.CreateBuilder<DiffChange>();
        var reworded = ImmutableArray.CreateBuilder<UnitPair>();
        foreach (var pair in map.Pairs.Where(pair => !pair.InSameWords))
        {
            var change = Change(map, pair);
            if (change.Details.IsEmpty && change.Whole == Direction.Neither)
            {
                reworded.Add(pair);
                continue;
            }
            changes.Add(change);
        }
        return new DiffResult
        {
            Changes = changes.ToImmutable(),
            Reworded = reworded.ToImmutable(),
            Moved = [.. map.Pairs.Where(HasMoved)],
            Renames = map.Renames.All,
            Pairs = map.Pairs,
            Whole = Effects.Whole(norms),
            Parties = Effects.Parties(map, norms),
            Norms = norms,
            Grades = Grades(whole),
        };
    }

    private static bool HasMoved(UnitPair pair) =>
        pair is { InSameWords: true, Old: { Clause: { } before }, New: { Clause: { } after } } && before != after;

    private static DiffChange Change(DraftMap map, UnitPair pair)
    {
        var comparison = new Comparison(new Lens(map, pair));
        ImmutableArray<NormEffect> effects = [.. Effects.Of(comparison).Where(effect => effect.Whole != Order.Same)];
        var details = new DetailFinder(map, comparison).Of(pair);
        var direction = Effects.Whole(effects);
        if (details.IsEmpty && direction != Direction.Neither)
        {
            var (before, after) = WordDiff.Core(pair.Old?.Text ?? "", pair.New?.Text ?? "");
            details = [new Detail(Aspect.Wording, before, after, "what the sentence says is changed")];
        }
        return new DiffChange
        {
            Pair = pair,
            Details = details,
            Whole = direction,
            Parties = Effects.Parties(map, effects),
            Reaches = [.. effects.Select(effect => effect.NewClause ?? effect.OldClause!).Distinct()],
            Doubts = [.. effects.SelectMany(effect => effect.Doubts).Distinct(StringComparer.Ordinal)],
            Effects = effects,
        };
    }

    private static ImmutableArray<GradeEffect> Grades(Comparison comparison)
    {
        var lens = comparison.Lens;
        var grades = ImmutableArray.CreateBuilder<GradeEffect>();
        for (var i = 0; i < lens.Old.Conditions.Length; i++)
        {
            if (lens.Old.Conditions[i] is not { IsGrade: true, Stands: true } grade)
            {
                continue;
            }
            var pair = lens.Map.SentenceOf(grade.Clause, null);
            for (var j = 0; j < lens.New.Conditions.Length; j++)
            {
                var other = lens.New.Conditions[j];
                if (
                    other is { IsGrade: true, Stands: true }
                    && pair?.New is not null
                    && other.Clause == pair.New.Clause
                )
                {
                    grades.Add(new GradeEffect(other.Name!, i, j, comparison.Conditions.Tracked(i, j, pair)));
                }
            }
        }
        return grades.ToImmutable();
    }
}
