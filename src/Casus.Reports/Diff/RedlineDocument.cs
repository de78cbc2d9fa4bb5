using System.Globalization;
using Casus.Analysis.Diff;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Casus.Reports.Diff;

/// <summary>
/// Two drafts as one document for word processors: a sentence a paragraph, articles as headings, every change tracked
/// word by word, and beside each change of meaning a comment that says what kind it is and whom it favours. The same
/// input makes the same bytes.
/// </summary>
internal sealed class RedlineDocument
{
    private readonly DiffResult result;
    private readonly RedlineMark mark;
    private readonly Comments comments = new();
    private readonly HashSet<int> commented = [];
    private int changes;
    private int notes;

    private RedlineDocument(DiffResult result, RedlineMark mark)
    {
        this.result = result;
        this.mark = mark;
    }

    public static void Write(Stream stream, DiffResult result, RedlineMark mark)
    {
        using var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        // Every part has its name here: the library would make them of chance.
        const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        var main = package.AddNewPart<MainDocumentPart>(Main, "main");
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = RedlineStyles.All();
        var redline = new RedlineDocument(result, mark);
        main.Document = new Document(redline.Body());
        main.AddNewPart<WordprocessingCommentsPart>("comments").Comments = redline.comments;
        var settings = main.AddNewPart<DocumentSettingsPart>("settings");
        settings.Settings = new Settings(new Zoom { Percent = "100" });
    }

    private Body Body()
    {
        var body = new Body();
        foreach (var row in RedlineRow.Of(result))
        {
            var (oldProse, newProse) = (row.Old?.Prose ?? "", row.New?.Prose ?? "");
            if (oldProse.Length + newProse.Length > 0)
            {
                body.Append(Paragraph("Prose", oldProse, newProse, null));
            }
            body.Append(Paragraph(StyleOf(row), TextOf(row.Old), TextOf(row.New), NoteOn(row)));
        }
        // A4, with room for comments beside the text.
        body.Append(
            new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin
                {
                    Top = 1134,
                    Bottom = 1134,
                    Left = 1134,
                    Right = 1134,
                    Header = 567,
                    Footer = 567,
                    Gutter = 0,
                }
            )
        );
        return body;
    }

    private static string StyleOf(RedlineRow row)
    {
        var unit = (row.New ?? row.Old)!;
        return unit.Kind switch
        {
            UnitKind.Heading => "Heading1",
            UnitKind.Item => "Item",
            UnitKind.Label when unit.Verb == "Agreement" => "Title",
            _ => "Sentence",
        };
    }

    private static string TextOf(DiffUnit? unit) => unit is null ? "" : unit.Text + unit.Stop;

    /// <summary>Once for each change of meaning, and once for each sentence that only moved.</summary>
    private string? NoteOn(RedlineRow row)
    {
        var change = result.Changes.FirstOrDefault(each => each.Pair.Id == row.Pair.Id);
        if (change is null)
        {
            return row.IsMoved && row.New is not null
                ? $"Moved: {DirectionWords.Numbers(row.Pair)}. No change of meaning."
                : null;
        }
        return commented.Add(row.Pair.Id) ? Note(change) : null;
    }

    private static string Note(DiffChange change)
    {
        var kinds = string.Join(", ", change.Details.Select(detail => DirectionWords.Of(detail.Aspect)).Distinct());
        var lines = new List<string>
        {
            $"{DirectionWords.Numbers(change.Pair)}. {char.ToUpperInvariant(kinds[0])}{kinds[1..]}: {DirectionWords.Of(change.Whole)}.",
        };
        lines.AddRange(change.Details.Select(detail => Sentence(detail.Meaning)));
        lines.AddRange(change.Parties.Select(party => Sentence(DirectionWords.Party(party))));
        if (change.Whole == Direction.CannotTell)
        {
            lines.AddRange(change.Doubts.Select(doubt => Sentence($"because {doubt}")));
        }
        return string.Join('\n', lines.Distinct());
    }

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    private Paragraph Paragraph(string style, string old, string now, string? note)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (old.Length == 0 || now.Length == 0)
        {
            OpenXmlElement whole = old.Length == 0 ? Stamped(new Inserted()) : Stamped(new Deleted());
            properties.Append(new ParagraphMarkRunProperties(whole));
        }
        var paragraph = new Paragraph(properties);
        var id = note is null ? null : Comment(note);
        if (id is not null)
        {
            paragraph.Append(new CommentRangeStart { Id = id });
        }
        foreach (var run in WordDiff.Of(old, now))
        {
            paragraph.Append(Tracked(run));
        }
        if (id is not null)
        {
            paragraph.Append(new CommentRangeEnd { Id = id });
            paragraph.Append(new Run(new CommentReference { Id = id }));
        }
        return paragraph;
    }

    private OpenXmlElement Tracked(WordRun run) =>
        run.Kind switch
        {
            RunKind.Deleted => Stamped(
                new DeletedRun(new Run(new DeletedText(run.Text) { Space = SpaceProcessingModeValues.Preserve }))
            ),
            RunKind.Inserted => Stamped(new InsertedRun(Plain(run.Text))),
            _ => Plain(run.Text),
        };

    private static Run Plain(string text) =>
        new(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private T Stamped<T>(T change)
        where T : OpenXmlElement
    {
        const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        void Set(string name, string value) => change.SetAttribute(new OpenXmlAttribute("w", name, Word, value));
        Set("id", (++changes).ToString(CultureInfo.InvariantCulture));
        Set("author", mark.Author);
        if (Stamp is { } date)
        {
            Set("date", date);
        }
        return change;
    }

    private string? Stamp =>
        mark.Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z" : null;

    private string Comment(string note)
    {
        var id = (notes++).ToString(CultureInfo.InvariantCulture);
        var comment = new Comment { Id = id, Author = mark.Author };
        if (mark.Date is { } date)
        {
            comment.Date = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        }
        foreach (var line in note.Split('\n'))
        {
            comment.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Note" }), Plain(line)));
        }
        comments.Append(comment);
        return id;
    }
}
