using Casus.Core.Geography;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>Lines, zones and sectors, and the files that they name.</summary>
internal sealed class GeographyBinder(
    BindingContext context,
    Binders binders,
    IGeographySource files,
    DeclarationBinder declarations
)
{
    public void Bind(LabelSyntax label)
    {
        switch (label.Label.Text)
        {
            case "Line" or "Zone" when label.Names.IsEmpty:
                context.Report(
                    Codes.NoDeclaration,
                    label,
                    $"This {label.Label.Text} sentence names nothing.",
                    $"{label.Label.Text} NAME, and what it is"
                );
                break;
            case "Line":
                Line(label);
                break;
            case "Zone":
                Zone(label);
                break;
            case "Sectors":
                Sectors(label);
                break;
            default:
                break;
        }
    }

    private void Line(LabelSyntax label)
    {
        var phrase = label.Names[0];
        var name = ActorBinder.Written(phrase.Head);
        if (context.LineNamed(name) is not null)
        {
            context.Report(Codes.DeclaredTwice, phrase, $"The line `{name}` is declared twice.");
            return;
        }
        var moving = label.NameTails.OfType<AsTailSyntax>().Any(tail => !tail.It.IsDefaultOrEmpty);
        var date = label
            .NameTails.OfType<AsTailSyntax>()
            .Select(tail => tail.OfDate)
            .FirstOrDefault(of => of is not null);
        var file = phrase.Roles.OfType<RoleSyntax>().Select(FileOf).FirstOrDefault(found => found is not null);
        var line = new DatumLine(name, file?.Value, date is null ? null : declarations.DateOf(date), moving, []);
        context.Lines.Add(file is null ? line : Read(line, file));
    }

    private DatumLine Read(DatumLine line, SyntaxToken file)
    {
        var (read, problem) = files.Line(file.Value);
        if (read is null)
        {
            context.Report(Codes.BadGeography, file, problem ?? $"`{file.Value}` cannot be read.");
            return line;
        }
        foreach (var warning in read.Warnings)
        {
            context.Report(Codes.DoubtfulGeography, file, warning);
        }
        return line with
        {
            Vertices = read.Vertices,
            AccuracyKm = read.AccuracyKm,
            Left = read.Left,
            Right = read.Right,
            Datum = read.Datum,
            Method = read.Method,
        };
    }

    private void Zone(LabelSyntax label)
    {
        var name = ActorBinder.Written(label.Names[0].Head);
        var inside = label
            .Names[0]
            .Roles.OfType<RoleSyntax>()
            .FirstOrDefault(role => role.Prepositions[0].Value is "in" or "on");
        // "Ukraine in 1994" is one name; a file is not part of it.
        name = inside is null ? name : $"{name} {inside.WordsText()}";
        if (context.ZoneNamed(name) is not null)
        {
            context.Report(Codes.DeclaredTwice, label.Names[0], $"The zone `{name}` is declared twice.");
            return;
        }
        var area = AreaOf(label);
        if (area is null)
        {
            return;
        }
        context.Zones.Add(new Zone(name, label.WordsText(), area));
    }

    private Area? AreaOf(LabelSyntax label)
    {
        if (
            label.Names[0].Roles.OfType<RoleSyntax>().Select(FileOf).FirstOrDefault(found => found is not null) is
            { } file
        )
        {
            return Polygons(file);
        }
        var parts = label.Content.Select(Part).ToList();
        if (parts.Count == 0 || parts.Contains(null))
        {
            if (parts.Count == 0)
            {
                context.Report(
                    Codes.NoDeclaration,
                    label,
                    "A zone says what it covers.",
                    "Zone Buffer: within 15 km of Contact Line."
                );
            }
            return null;
        }
        Area area = parts is [var only] ? only! : new Area.Union([.. parts.Select(part => part!)]);
        foreach (var except in label.ContentTails.OfType<ExceptTailSyntax>().Where(tail => tail.Objects is not null))
        {
            foreach (var item in except.Objects!.Items)
            {
                area = binders.Places.AreaOf(item.Head, report: true) is { } left
                    ? new Area.Difference(area, left)
                    : area;
            }
        }
        return area;
    }

    private Area? Part(SyntaxNode part)
    {
        if (part is SpanSyntax { Kind: SpanKind.Within, Length: { } length, Point: { } point })
        {
            return
                binders.Quantities.Metres(length) is { } metres && binders.Places.LineOf(point.Anchor.Head) is { } line
                ? new Area.WithinOfLine(line, metres)
                : null;
        }
        if (part is not NounPhraseSyntax phrase)
        {
            context.Report(Codes.NoDeclaration, part, "This is no area.", "within 15 km of Contact Line");
            return null;
        }
        if (phrase.Head.TermText is "left" or "right" && phrase.Head.Of is [var of])
        {
            return binders.Places.LineOf(of) is { } line
                ? new Area.SideOfLine(line, phrase.Head.TermText == "left")
                : null;
        }
        if (phrase.Roles.OfType<RoleSyntax>().Select(FileOf).FirstOrDefault(found => found is not null) is { } file)
        {
            return Polygons(file);
        }
        return binders.Places.AreaOf(phrase.Head, report: false)
            ?? (binders.Terms.Check(phrase) ? new Area.Named(phrase.WordsText()) : null);
    }

    private Area.Polygons? Polygons(SyntaxToken file)
    {
        var (read, problem) = files.Area(file.Value);
        if (read is null)
        {
            context.Report(Codes.BadGeography, file, problem ?? $"`{file.Value}` cannot be read.");
        }
        return read;
    }

    private void Sectors(LabelSyntax label)
    {
        var phrase = label.Content.OfType<NounPhraseSyntax>().FirstOrDefault();
        var along = phrase?.Roles.OfType<RoleSyntax>().FirstOrDefault(role => role.Prepositions[0].Is("along"));
        if (phrase is null || along is null)
        {
            context.Report(
                Codes.NoDeclaration,
                label,
                "Sectors are lengths along a line.",
                "Sectors: every 40 km along Contact Line."
            );
            return;
        }
        if (context.Sectors is not null)
        {
            context.Report(Codes.DeclaredTwice, label, "Sectors are declared twice.");
            return;
        }
        if (
            binders.Quantities.Metres(phrase.Head) is not { } metres
            || binders.Places.LineOf(along.Objects.Items[0]) is not { } line
        )
        {
            return;
        }
        if (context.Lines[line].Vertices.Length < 2)
        {
            return;
        }
        var count = Geography.Sectors.CountFor(context.Lines[line].Vertices, metres);
        context.Sectors = new SectorScheme(line, metres, count);
    }

    private static SyntaxToken? FileOf(RoleSyntax role) =>
        role.Prepositions[0].Is("from") ? role.Objects.Items[0].String : null;
}
