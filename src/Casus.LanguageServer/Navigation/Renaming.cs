using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Text;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Names;
using Casus.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Casus.LanguageServer.Navigation;

/// <summary>
/// Gives a thing another name wherever it stands: plurals stay plurals, `a` becomes `an`. Refused where the new name is
/// no name, or where the text would then say something else.
/// </summary>
internal sealed class Renaming(Analysis analysis)
{
    public PrepareRenameResult? Prepare(int offset)
    {
        if (analysis.Names.At(offset) is not { } occurrence || NewName.WhyFixed(occurrence.Thing.Kind) is not null)
        {
            return null;
        }
        return new PrepareRenameResult(analysis.RangeOf(occurrence.Span), occurrence.Thing.Name);
    }

    public WorkspaceEdit Rename(int offset, string name)
    {
        var newName = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (analysis.Names.At(offset) is not { } at)
        {
            throw Refused("Nothing that has a name stands here.");
        }
        if (NewName.WhyFixed(at.Thing.Kind) is { } isFixed)
        {
            throw Refused(isFixed);
        }
        if (NewName.WhyNot(analysis, at.Thing, newName) is { } reason)
        {
            throw Refused(reason);
        }
        var edits = analysis.Names.Of(at.Thing).SelectMany(occurrence => Edits(occurrence, newName)).ToList();
        var changed = Applied(edits);
        if (SaysElse(at.Thing, newName, changed) is { } other)
        {
            throw Refused(other);
        }
        return new WorkspaceEdit(
            new Dictionary<string, IReadOnlyList<DocumentEdit>>(StringComparer.Ordinal)
            {
                [analysis.Uri] = [.. edits.Select(edit => new DocumentEdit(analysis.RangeOf(edit.Span), edit.NewText))],
            }
        );
    }

    private IEnumerable<TextEdit> Edits(Occurrence occurrence, string newName)
    {
        var thing = occurrence.Thing;
        var written = analysis.Source.Of(occurrence.Span);
        var isQuoted = written.StartsWith('"');
        var words = isQuoted
            ? written.Trim('"')
            : string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var isPlural = thing.HasPlural && IsPlural(words.ToLowerInvariant(), thing.Name.ToLowerInvariant());
        var text = newName;
        if (isPlural)
        {
            text =
                Vocabulary.Plural(newName)
                ?? throw Refused($"`{newName}` has no plural that Casus knows, and `{words}` is one.");
        }
        if (char.IsUpper(words[0]) && char.IsLower(thing.Name[0]))
        {
            text = char.ToUpperInvariant(text[0]) + text[1..];
        }
        if (Article(occurrence.Span.Start, text) is { } article)
        {
            yield return article;
        }
        yield return new TextEdit(occurrence.Span, isQuoted ? $"\"{text}\"" : text);
    }

    /// <summary>The `a` or `an` before a name, where the new name takes the other.</summary>
    private TextEdit? Article(int nameStart, string newName)
    {
        var text = analysis.Source.Text;
        var end = nameStart;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }
        var word = text[start..end];
        var isArticle = word is "a" or "an" or "A" or "An";
        var wanted = "aeiou".Contains(char.ToLowerInvariant(newName[0]), StringComparison.Ordinal) ? "an" : "a";
        if (!isArticle || end == nameStart || string.Equals(word, wanted, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        return new TextEdit(TextSpan.FromBounds(start, end), char.IsUpper(word[0]) ? $"A{wanted[1..]}" : wanted);
    }

    private string Applied(IEnumerable<TextEdit> edits)
    {
        var text = analysis.Source.Text;
        foreach (var edit in edits.OrderByDescending(edit => edit.Span.Start))
        {
            text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
        }
        return text;
    }

    /// <summary>Whether the new name is taken for something else somewhere, or stands for what had another.</summary>
    private string? SaysElse(NamedThing thing, string newName, string changed)
    {
        var source = new SourceText(analysis.Source.Path, changed);
        var compilation = Compiler.Compile(source, new Dictionary<string, string>(), analysis.Geography);
        var names = NameTable.Of(compilation);
        var wanted = thing.HasPlural ? Vocabulary.Singular(newName) : newName;
        var renamed = names.Find(thing.Kind, wanted) ?? names.Find(thing.Kind, newName);
        var before = analysis.Names.Of(thing).Count();
        if (
            renamed is null
            || names.Of(renamed).Count() != before
            || names.Occurrences.Length != analysis.Names.Occurrences.Length
        )
        {
            return $"With the name `{newName}` another place of the text would be read as it, or one of these as something else.";
        }
        var errors = compilation.Diagnostics.Count(each => each.Severity == Severity.Error);
        var errorsBefore = analysis.Compilation.Diagnostics.Count(each => each.Severity == Severity.Error);
        return errors > errorsBefore ? $"With the name `{newName}` the text would have new errors." : null;
    }

    private static bool IsPlural(string words, string name) =>
        !string.Equals(words, name, StringComparison.Ordinal)
        && string.Equals(Vocabulary.Singular(words), Vocabulary.Singular(name), StringComparison.Ordinal);

    private static LocalRpcException Refused(string reason) => new(reason) { ErrorCode = Workspace.RequestFailed };
}
