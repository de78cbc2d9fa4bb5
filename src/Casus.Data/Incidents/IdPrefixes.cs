using System.Collections.Immutable;

namespace Casus.Data.Incidents;

/// <summary>
/// How ids are made unique over several files: as <c>file:id</c>, by the file's name without its folders, or by its
/// path where two files have one name. A single file's ids stay as they are.
/// </summary>
public sealed class IdPrefixes
{
    private readonly ImmutableArray<string> names;
    private readonly int own;

    /// <param name="names">The prefixes of all inputs, as <see cref="NamesOf"/> gives them; one: no prefix.</param>
    /// <param name="own">Which of them is this input's.</param>
    public IdPrefixes(ImmutableArray<string> names, int own)
    {
        this.names = names;
        this.own = own;
    }

    /// <summary>For an input that is read alone.</summary>
    public static IdPrefixes None { get; } = new([""], 0);

    /// <summary>The prefix of each input, by its name.</summary>
    public static ImmutableArray<string> NamesOf(IEnumerable<string> inputs)
    {
        var paths = inputs.ToImmutableArray();
        var shortNames = paths.Select(path => Path.GetFileName(path)).ToImmutableArray();
        return
        [
            .. paths.Select((path, i) => shortNames.Count(name => name == shortNames[i]) > 1 ? path : shortNames[i]),
        ];
    }

    /// <summary>The id over all inputs.</summary>
    public string Of(string id) => names.Length == 1 ? id : $"{names[own]}:{id}";

    /// <summary>
    /// The id that a row names: of its own file, unless it starts with the name of one of the files.
    /// </summary>
    public string Named(string id)
    {
        foreach (var name in names)
        {
            if (name.Length > 0 && id.StartsWith(name + ":", StringComparison.Ordinal))
            {
                return names.Length == 1 ? id[(name.Length + 1)..] : id;
            }
        }
        return Of(id);
    }
}
