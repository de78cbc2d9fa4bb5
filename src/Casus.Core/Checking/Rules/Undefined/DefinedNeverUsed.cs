using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Undefined;

/// <summary>A term, a class of conduct, a zone, a line, a group or a body on which no sentence hangs.</summary>
internal sealed class DefinedNeverUsed : Rule
{
    private const int LongestName = 8;

    public override string Code => "CAS3012";
    public override string Title => "Defined and never used";
    public override RuleGroup Group => RuleGroup.Undefined;
    public override Severity Severity => Severity.Information;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Either a sentence is missing, or it uses another word for the same: a reader will look for what hangs on it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var names = Names(text);
        var lastWords = LastWords(names.Keys);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var within = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var sentence in text.Tree.Sentences)
        {
            var mentioned = Mentioned(sentence.Body, names, lastWords);
            var own = NameOf(sentence.Body);
            if (own is null || !names.ContainsKey(own))
            {
                used.UnionWith(mentioned);
                continue;
            }
            mentioned.Remove(own);
            within[own] = mentioned;
        }
        Spread(used, within);
        var grades = Grades(text);
        var readersOf = within
            .SelectMany(pair => pair.Value.Select(read => (Read: read, By: names[pair.Key].Written)))
            .ToLookup(pair => pair.Read, pair => pair.By, StringComparer.Ordinal);
        foreach (var (name, declared) in names)
        {
            if (used.Contains(name))
            {
                continue;
            }
            var readers = readersOf[name].ToList();
            yield return At(
                declared.Place,
                readers.Count > 0
                        ? $"`{declared.Written}` is read by {Wording.And(readers)} alone, on which nothing hangs."
                    : grades.Contains(name)
                        ? $"`{declared.Written}` is counted in a replay, and no duty or decision hangs on it."
                    : $"No other sentence uses `{declared.Written}`."
            );
        }
    }

    /// <summary>What a used definition reads is used.</summary>
    private static void Spread(HashSet<string> used, Dictionary<string, HashSet<string>> within)
    {
        var queue = new Queue<string>(used);
        while (queue.TryDequeue(out var name))
        {
            foreach (var inner in within.GetValueOrDefault(name) ?? [])
            {
                if (used.Add(inner))
                {
                    queue.Enqueue(inner);
                }
            }
        }
    }

    private static HashSet<string> Grades(CheckedText text) =>
        text
            .Agreement.Conditions.Select(condition => condition.Name)
            .OfType<string>()
            .Select(Key)
            .ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, (string Written, TextSpan Place)> Names(CheckedText text)
    {
        var names = new Dictionary<string, (string, TextSpan)>(StringComparer.Ordinal);
        foreach (var sentence in text.Tree.Sentences)
        {
            if (NameOf(sentence.Body) is { } name)
            {
                var head = HeadOf(sentence.Body)!;
                names.TryAdd(name, (ActorBinder.Written(head).Trim('"'), head.Span));
            }
        }
        return names;
    }

    private static string? NameOf(SentenceBodySyntax body) =>
        HeadOf(body) is { } head && Key(ActorBinder.Written(head).Trim('"')) is { Length: > 0 } name ? name : null;

    private static SimpleSyntax? HeadOf(SentenceBodySyntax body) =>
        body switch
        {
            ClauseSentenceSyntax
            {
                Clause: { Predicate: FixedPredicateSyntax { Verb.Value: "means" }, Subject.Items: [var subject] }
            } => subject.Head,
            LabelSyntax { Names: [var name] } label
                when label.Label.Value is "conduct" or "zone" or "line" or "group" or "body" => name.Head,
            _ => null,
        };

    private static string Key(string written) => Inflection.Singular(written.ToLowerInvariant());

    /// <summary>Every run of words, and every string, that is one of the names.</summary>
    private static HashSet<string> Mentioned(
        SentenceBodySyntax body,
        Dictionary<string, (string Written, TextSpan Place)> names,
        HashSet<string> lastWords
    )
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var run = new List<string>();
        foreach (var token in TreeWalk.Tokens(body))
        {
            if (token.Kind == TokenKind.String)
            {
                run.Clear();
                if (names.ContainsKey(Key(token.Value)))
                {
                    found.Add(Key(token.Value));
                }
                continue;
            }
            run.Add(token.Value);
            if (!lastWords.Contains(Inflection.Singular(token.Value)))
            {
                continue;
            }
            var longest = Math.Min(run.Count, LongestName);
            for (var length = 1; length <= longest; length++)
            {
                var name = Key(string.Join(' ', run[^length..]));
                if (names.ContainsKey(name))
                {
                    found.Add(name);
                }
            }
        }
        return found;
    }

    /// <summary>How a name may end: most words end none, and need not be looked at with those before them.</summary>
    private static HashSet<string> LastWords(IEnumerable<string> names) =>
        names.Select(name => name[(name.LastIndexOf(' ') + 1)..]).ToHashSet(StringComparer.Ordinal);
}
