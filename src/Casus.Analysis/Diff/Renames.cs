using System.Collections.Immutable;

namespace Casus.Analysis.Diff;

/// <summary>One name for another: of a party, a body, a place, a defined term.</summary>
public sealed record Rename(string Old, string New);

/// <summary>
/// Names that only changed: the declaration says the same but for the name, the old name stands nowhere in the new text
/// and the new one nowhere in the old.
/// </summary>
internal sealed class Renames
{
    private readonly List<(ImmutableArray<string> Old, ImmutableArray<string> New)> words = [];
    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);

    public ImmutableArray<Rename> All { get; private set; } = [];

    public string NameOf(string old) => names.GetValueOrDefault(old, old);

    public static Renames Of(
        ImmutableArray<DiffUnit> old,
        ImmutableArray<DiffUnit> now,
        IReadOnlyDictionary<int, int> pairs
    )
    {
        var renames = new Renames();
        var found = ImmutableArray.CreateBuilder<Rename>();
        foreach (var (one, other) in pairs.OrderBy(pair => pair.Key))
        {
            foreach (var (before, after) in Candidates(old[one], now[other]))
            {
                if (Occurs(before, now) || Occurs(after, old) || renames.names.ContainsKey(Joined(before)))
                {
                    continue;
                }
                renames.words.Add((before, after));
                var rename = new Rename(AsWritten(before, old[one]), AsWritten(after, now[other]));
                renames.names[rename.Old] = rename.New;
                found.Add(rename);
            }
        }
        renames.All = found.ToImmutable();
        return renames;
    }

    /// <summary>The old text's tokens with the new names.</summary>
    public ImmutableArray<string> Apply(ImmutableArray<string> tokens)
    {
        foreach (var (old, now) in words)
        {
            tokens = Replace(tokens, old, now);
        }
        return tokens;
    }

    /// <summary>The names, word by word, that stand in one declaration and not in the other, in their order.</summary>
    private static IEnumerable<(ImmutableArray<string> Old, ImmutableArray<string> New)> Candidates(
        DiffUnit one,
        DiffUnit other
    )
    {
        if (one.Kind == UnitKind.Sentence && one.Verb == "means")
        {
            var before = Defined(one);
            var after = Defined(other);
            return Agrees(one, other, before, after) ? [(before, after)] : [];
        }
        if (one.Kind != UnitKind.Label)
        {
            return [];
        }
        var names = one.Verb is "Party" or "Body" or "Zone" or "Line" or "Group" or "Conduct" or "State";
        if (!names || Names(one) is var old && Names(other) is var now && old.Count != now.Count)
        {
            return [];
        }
        var pairs = Names(one).Zip(Names(other)).Where(pair => Joined(pair.First) != Joined(pair.Second)).ToList();
        // More than one name that changed in one sentence is another list, not a name.
        return pairs is [var single] && Agrees(one, other, single.First, single.Second) ? [single] : [];
    }

    private static bool Agrees(
        DiffUnit one,
        DiffUnit other,
        ImmutableArray<string> before,
        ImmutableArray<string> after
    ) =>
        Joined(before) != Joined(after)
        && References
            .Masked(Articleless(Replace(one.Tokens, before, after)))
            .SequenceEqual(References.Masked(Articleless(other.Tokens)));

    // A new name may ask for `an` where the old one had `a`.
    private static ImmutableArray<string> Articleless(ImmutableArray<string> tokens) =>
        [.. tokens.Select(token => token == "an" ? "a" : token)];

    private static ImmutableArray<string> Defined(DiffUnit unit) =>
        [.. unit.Tokens.TakeWhile(token => token != "means").SkipWhile(token => token is "a" or "an" or "the")];

    /// <summary>The names that a label declares: after the label, up to a colon or a qualifying word.</summary>
    private static List<ImmutableArray<string>> Names(DiffUnit unit)
    {
        var names = new List<ImmutableArray<string>>();
        var name = ImmutableArray.CreateBuilder<string>();
        foreach (var token in unit.Tokens.Skip(1))
        {
            if (token is ":" or "from" or "as" or "with" or "," or "and")
            {
                if (name.Count > 0)
                {
                    names.Add(name.ToImmutable());
                    name.Clear();
                }
                if (token is not ("," or "and"))
                {
                    break;
                }
                continue;
            }
            name.Add(token);
        }
        if (name.Count > 0)
        {
            names.Add(name.ToImmutable());
        }
        return names;
    }

    private static bool Occurs(ImmutableArray<string> name, ImmutableArray<DiffUnit> units) =>
        units.Any(unit => !Replace(unit.Tokens, name, ["\0"]).SequenceEqual(unit.Tokens));

    private static ImmutableArray<string> Replace(
        ImmutableArray<string> tokens,
        ImmutableArray<string> old,
        ImmutableArray<string> now
    )
    {
        var replaced = ImmutableArray.CreateBuilder<string>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Plural(tokens, i, old) is { } plural)
            {
                replaced.AddRange(now[..^1]);
                replaced.Add(now[^1] + plural);
                i += old.Length - 1;
                continue;
            }
            replaced.Add(tokens[i]);
        }
        return replaced.ToImmutable();
    }

    /// <summary>What the name ends with where it stands at that place; null where it does not.</summary>
    private static string? Plural(ImmutableArray<string> tokens, int at, ImmutableArray<string> name)
    {
        if (at + name.Length > tokens.Length)
        {
            return null;
        }
        for (var i = 0; i < name.Length - 1; i++)
        {
            if (tokens[at + i] != name[i])
            {
                return null;
            }
        }
        var last = tokens[at + name.Length - 1];
        return last == name[^1] ? ""
            : last == name[^1] + "s" ? "s"
            : null;
    }

    /// <summary>With the capitals of the declaration.</summary>
    private static string AsWritten(ImmutableArray<string> name, DiffUnit unit)
    {
        var words = Joined(name);
        var at = unit.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? words : unit.Text.Substring(at, words.Length);
    }

    private static string Joined(ImmutableArray<string> name) => string.Join(' ', name);
}
