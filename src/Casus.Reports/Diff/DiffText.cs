using Casus.Analysis.Diff;
using Casus.Reports.Explain;

namespace Casus.Reports.Diff;

/// <summary>What `diff` tells a person: whom the changes favour, then each change.</summary>
public sealed class DiffText
{
    private const int LabelWidth = 11;
    private readonly TextWriter writer;
    private readonly Paragraphs paragraphs;

    private DiffText(TextWriter writer)
    {
        this.writer = writer;
        paragraphs = new Paragraphs(writer);
    }

    public static void Write(TextWriter writer, DiffResult result, string oldFile, string newFile) =>
        new DiffText(writer).Write(result, oldFile, newFile);

    private void Write(DiffResult result, string oldFile, string newFile)
    {
        writer.WriteLine($"{oldFile} -> {newFile}");
        writer.WriteLine();
        Summary(result);
        foreach (var change in result.Changes)
        {
            writer.WriteLine();
            Change(change);
        }
        Quiet(result);
    }

    private void Summary(DiffResult result)
    {
        if (result.IsSame)
        {
            writer.WriteLine("no change of meaning");
            return;
        }
        var count = result.Changes.Length == 1 ? "1 change of meaning" : $"{result.Changes.Length} changes of meaning";
        var whole = result.Whole switch
        {
            Direction.Stronger => "all together the guarantee is stronger",
            Direction.Weaker => "all together the guarantee is weaker",
            Direction.CannotTell => "whether the whole is stronger or weaker cannot be told",
            _ when result.Parties.IsEmpty => "nothing that is owed changes",
            _ => "the guarantee is stronger in part and weaker in part",
        };
        paragraphs.Write("", $"{count}; {whole}.", 0);
        var told = Enum.GetValues<Direction>()
            .Select(direction => (Direction: direction, Count: result.Changes.Count(each => each.Whole == direction)))
            .Where(each => each.Count > 0)
            .Select(each => $"{each.Count} {DirectionWords.Of(each.Direction)}");
        paragraphs.Write("", $"one by one: {string.Join(", ", told)}.", 0);
        foreach (var party in result.Parties)
        {
            paragraphs.Write("  ", DirectionWords.Party(party), 4);
        }
    }

    private void Change(DiffChange change)
    {
        var kinds = string.Join(", ", change.Details.Select(detail => DirectionWords.Of(detail.Aspect)).Distinct());
        paragraphs.Write("", $"{DirectionWords.Numbers(change.Pair)}  {kinds}: {DirectionWords.Of(change.Whole)}", 2);
        foreach (var detail in change.Details)
        {
            if (DirectionWords.Words(detail) is { Length: > 0 } words)
            {
                paragraphs.Write("  ", words, 4);
            }
            Labelled("means", detail.Meaning);
        }
        if (!change.Parties.IsEmpty)
        {
            Labelled("for", string.Join("; ", change.Parties.Select(DirectionWords.Party)));
        }
        var own = change.Pair.New?.Clause ?? change.Pair.Old?.Clause;
        var reached = change.Effects.Where(effect => (effect.NewClause ?? effect.OldClause) != own).ToList();
        if (reached.Count > 0)
        {
            Labelled("reaches", string.Join(", ", reached.Select(DirectionWords.Reached).Distinct()));
        }
        if (change.Whole == Direction.CannotTell)
        {
            var weaker = change
                .Effects.Where(effect => effect.Whole == Order.Less)
                .Select(DirectionWords.Reached)
                .Distinct();
            if (change.Weakens)
            {
                Labelled("weakens", $"taken by itself {string.Join(", ", weaker)}: enough for status 1");
            }
            foreach (var doubt in change.Doubts)
            {
                Labelled("because", doubt);
            }
        }
    }

    private void Labelled(string label, string text) =>
        paragraphs.Write($"  {label, -LabelWidth}", text, LabelWidth + 2);

    /// <summary>What is no change, so that nobody looks for it.</summary>
    private void Quiet(DiffResult result)
    {
        var lines = new List<string>();
        if (!result.Renames.IsEmpty)
        {
            var names = result.Renames.Select(rename => $"{rename.Old} is now {rename.New}");
            lines.Add($"renamed: {string.Join("; ", names)}");
        }
        if (!result.Moved.IsEmpty)
        {
            lines.Add($"moved: {string.Join(", ", result.Moved.Select(DirectionWords.Numbers))}");
        }
        if (!result.Reworded.IsEmpty)
        {
            lines.Add($"in other words: {string.Join(", ", result.Reworded.Select(DirectionWords.Numbers))}");
        }
        if (lines.Count == 0)
        {
            return;
        }
        writer.WriteLine();
        writer.WriteLine("without a change of meaning");
        lines.ForEach(line => paragraphs.Write("  ", line, 4));
    }
}
