using System.Collections.Immutable;
using Casus.Core.Binding;
using Casus.Core.Text;

namespace Casus.LanguageServer.Names;

/// <summary>Every name of a text, and every place where it stands, in the order of the text.</summary>
internal sealed class NameTable
{
    private readonly ImmutableArray<Occurrence> occurrences;

    private NameTable(ImmutableArray<NamedThing> things, ImmutableArray<Occurrence> occurrences)
    {
        Things = things;
        this.occurrences = occurrences;
    }

    /// <summary>In the order declared; sentences last, by their numbers.</summary>
    public ImmutableArray<NamedThing> Things { get; }

    public ImmutableArray<Occurrence> Occurrences => occurrences;

    public static NameTable Of(Compilation compilation)
    {
        var things = Declarations.Of(compilation).All;
        var finder = new OccurrenceFinder(things);
        foreach (var sentence in compilation.Tree.Sentences)
        {
            finder.Read(sentence);
        }
        return new NameTable([.. things], [.. finder.Found]);
    }

    /// <summary>The name that holds a place, or ends at it.</summary>
    public Occurrence? At(int offset)
    {
        var index = FirstEndingFrom(offset);
        if (index < occurrences.Length && occurrences[index].Span.End == offset)
        {
            // Between two names the one that begins there is meant.
            var next = index + 1;
            index = next < occurrences.Length && occurrences[next].Span.Contains(offset) ? next : index;
        }
        return index < occurrences.Length && occurrences[index].Span.Start <= offset ? occurrences[index] : null;
    }

    public IEnumerable<Occurrence> Of(NamedThing thing) =>
        occurrences.Where(occurrence => ReferenceEquals(occurrence.Thing, thing));

    public NamedThing? Find(NameKind kind, string name) =>
        Things.FirstOrDefault(thing =>
            thing.Kind == kind && string.Equals(thing.Name, name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Those that stand at least in part in a range.</summary>
    public IEnumerable<Occurrence> In(TextSpan range)
    {
        for (var i = FirstEndingFrom(range.Start); i < occurrences.Length; i++)
        {
            if (occurrences[i].Span.Start >= range.End)
            {
                yield break;
            }
            yield return occurrences[i];
        }
    }

    private int FirstEndingFrom(int offset)
    {
        var (low, high) = (0, occurrences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (occurrences[middle].Span.End < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}
