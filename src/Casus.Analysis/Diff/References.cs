using System.Collections.Immutable;

namespace Casus.Analysis.Diff;

/// <summary>References to articles and clauses among a unit's tokens: numbers that move when sentences move.</summary>
internal static class References
{
    private const string Mask = "§";

    public static ImmutableArray<string> Masked(ImmutableArray<string> tokens) => Mapped(tokens, _ => Mask, _ => Mask);

    /// <summary>With each reference replaced; a plain number only where it follows `Article`.</summary>
    public static ImmutableArray<string> Mapped(
        ImmutableArray<string> tokens,
        Func<string, string> article,
        Func<string, string> clause
    )
    {
        var mapped = ImmutableArray.CreateBuilder<string>(tokens.Length);
        var inArticles = false;
        foreach (var token in tokens)
        {
            if (IsClause(token))
            {
                mapped.Add(clause(token));
                continue;
            }
            var isNumber = token.Length > 0 && token.All(char.IsAsciiDigit);
            mapped.Add(inArticles && isNumber ? article(token) : token);
            inArticles =
                token is "article" or "articles" || (inArticles && (isNumber || token is "and" or "or" or ","));
        }
        return mapped.ToImmutable();
    }

    /// <summary>5.2 or 5.2(b), not 7,500.</summary>
    private static bool IsClause(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < token.Length - 1 && char.IsAsciiDigit(token[0]) && char.IsAsciiDigit(token[dot + 1]);
    }
}
