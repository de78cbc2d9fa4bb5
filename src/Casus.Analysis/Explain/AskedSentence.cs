using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Norms;
using Casus.Core.Procedures;

namespace Casus.Analysis.Explain;

/// <summary>
/// What a name or a number of the text stands for: a grade, a block, norms, a procedure, or a sentence of
/// another kind.
/// </summary>
public sealed record AskedSentence
{
    /// <summary>The number of the sentence or item; null for a grade that has none.</summary>
    public required string? Clause { get; init; }
    public required string Name { get; init; }

    /// <summary>Index of a tracked condition.</summary>
    public int? Condition { get; init; }
    public int? Block { get; init; }
    public ImmutableArray<int> Norms { get; init; } = [];
    public Procedure? Procedure { get; init; }

    /// <summary>Null where the text has nothing of that name or number.</summary>
    public static AskedSentence? Find(Agreement agreement, string written)
    {
        for (var i = 0; i < agreement.Conditions.Length; i++)
        {
            var condition = agreement.Conditions[i];
            var isNamed = string.Equals(condition.Name, written, StringComparison.OrdinalIgnoreCase);
            if (condition.IsGrade && (isNamed || condition.Clause == written))
            {
                return new AskedSentence
                {
                    Clause = condition.Clause,
                    Name = condition.Name!,
                    Condition = i,
                };
            }
        }
        if (agreement.Clauses.FirstOrDefault(one => one.Number == written) is not { } clause)
        {
            return null;
        }
        return new AskedSentence
        {
            Clause = written,
            Name = written,
            Block = IndexOf(agreement.Blocks, block => block.Clause == written),
            Norms =
            [
                .. Enumerable.Range(0, agreement.Norms.Length).Where(i => agreement.Norms[i].Clause == clause.Number),
            ],
            Procedure = agreement.Procedures.FirstOrDefault(one => one.Clause == written),
        };
    }

    /// <summary>Every name and number that can be asked for.</summary>
    public static IEnumerable<string> Names(Agreement agreement) =>
        agreement
            .Conditions.Where(condition => condition.IsGrade)
            .Select(condition => condition.Name!)
            .Concat(agreement.Clauses.Select(clause => clause.Number))
            .Distinct(StringComparer.Ordinal);

    private static int? IndexOf(ImmutableArray<Block> blocks, Func<Block, bool> isAsked)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (isAsked(blocks[i]))
            {
                return i;
            }
        }
        return null;
    }
}
