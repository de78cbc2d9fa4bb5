using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Core.Formatting;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Mutations;

/// <summary>
/// What must hold of any text: it is parsed, compiled, checked and laid out without a fault; the tree is the text;
/// everything that is said of it lies inside it; laid out it has the same tokens and remarks, and once is enough.
/// </summary>
public static class MutationTrial
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What does not hold, a trial of over a second among it; null where all holds. Somebody else may have had the
    /// processor, so what is slow must be slow three times.
    /// </summary>
    public static string? Failure(Mutation mutation, out TimeSpan taken)
    {
        taken = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && taken > Longest; attempt++)
        {
            var began = Stopwatch.GetTimestamp();
            if (Failure(mutation) is { } failure)
            {
                return failure;
            }
            var again = Stopwatch.GetElapsedTime(began);
            taken = again < taken ? again : taken;
        }
        return taken > Longest
            ? string.Create(CultureInfo.InvariantCulture, $"it took {taken.TotalSeconds:N1} s")
            : null;
    }

    /// <summary>What does not hold; null where all does.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Any exception is what is looked for.")]
    private static string? Failure(Mutation mutation)
    {
        try
        {
            return Try(mutation);
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }
    }

    private static string? Try(Mutation mutation)
    {
        var source = new SourceText("mutated.casus", mutation.Text);
        var compilation = Compiler.Compile(source, ImmutableDictionary<string, string>.Empty, mutation.From.Geography);
        if (!string.Equals(compilation.Tree.ToFullString(), mutation.Text, StringComparison.Ordinal))
        {
            return "the tree is not the text";
        }
        foreach (var told in Checker.Check(compilation, RuleSettings.Default))
        {
            if (Outside(told, source) is { } place)
            {
                return $"{told.Code} speaks of {place}, and the text has {mutation.Text.Length} characters";
            }
            if (DiagnosticLines.Of(source, told).Length == 0)
            {
                return $"{told.Code} is told in no words";
            }
        }
        var once = Formatter.Format(compilation.Tree);
        var again = Parser.Parse(new SourceText("mutated.casus", once));
        if (!string.Equals(Formatter.Format(again.Tree), once, StringComparison.Ordinal))
        {
            return "laying it out a second time changes it again";
        }
        return Said(compilation.Tree)
            .Zip(Said(again.Tree).Append(("", "")))
            .Where(pair => pair.First != pair.Second)
            .Select(pair => $"laid out it says {pair.Second} in place of {pair.First}")
            .FirstOrDefault();
    }

    private static TextSpan? Outside(Diagnostic told, SourceText source)
    {
        var places = told
            .Related.Select(related => related.Span)
            .Concat(told.Fixes.SelectMany(fix => fix.Edits).Select(edit => edit.Span))
            .Prepend(told.Span);
        foreach (var place in places)
        {
            if (place.Start < 0 || place.Length < 0 || place.End > source.Text.Length)
            {
                return place;
            }
        }
        return null;
    }

    /// <summary>Tokens, comments and prose in order, without the space between them.</summary>
    private static IEnumerable<(string, string)> Said(DocumentSyntax tree) =>
        tree.Tokens()
            .Where(token => !token.IsMissing)
            .SelectMany(token =>
                token
                    .Leading.Where(trivia => trivia.Kind != TriviaKind.Space)
                    .Select(trivia => (trivia.Kind.ToString(), trivia.Text.TrimEnd()))
                    .Append((token.Kind.ToString(), token.Text))
            );
}
