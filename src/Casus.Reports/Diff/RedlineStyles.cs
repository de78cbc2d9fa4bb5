using DocumentFormat.OpenXml.Wordprocessing;

namespace Casus.Reports.Diff;

/// <summary>The few styles of a redline, by names that word processors know.</summary>
internal static class RedlineStyles
{
    // Sizes in half points, spaces and indents in twentieths of a point.
    public static Styles All() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts { Ascii = "Liberation Serif", HighAnsi = "Liberation Serif" },
                        new FontSize { Val = "22" }
                    )
                )
            ),
            Style("Normal", "Normal", isDefault: true),
            Style("Title", "Title", before: "0", after: "240", size: "32", bold: true),
            Style("Heading1", "heading 1", before: "320", after: "120", size: "26", bold: true, outline: 0),
            Style("Sentence", "Sentence", after: "120"),
            Style("Item", "Item", after: "80", left: "567"),
            Style("Prose", "Prose", after: "120", left: "284", italic: true),
            Style("Note", "annotation text", size: "18")
        );

    private static Style Style(
        string id,
        string name,
        bool isDefault = false,
        string before = "0",
        string after = "0",
        string left = "0",
        string? size = null,
        bool bold = false,
        bool italic = false,
        int? outline = null
    )
    {
        var style = new Style
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            StyleName = new StyleName { Val = name },
        };
        if (isDefault)
        {
            style.Default = true;
            return style;
        }
        style.Append(new BasedOn { Val = "Normal" });
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
        {
            paragraph.Append(new KeepNext());
        }
        paragraph.Append(new SpacingBetweenLines { Before = before, After = after });
        paragraph.Append(new Indentation { Left = left });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }
        style.Append(paragraph);
        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }
        if (italic)
        {
            run.Append(new Italic());
        }
        if (size is not null)
        {
            run.Append(new FontSize { Val = size });
        }
        style.Append(run);
        return style;
    }
}
