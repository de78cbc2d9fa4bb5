using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Evidence;
using Casus.Core.Syntax;
using Casus.Core.Time;
using NodaTime;
using NodaTime.Text;

namespace Casus.Core.Binding;

/// <summary>The opening sentences: title, form, times, parties, groups, bodies, conduct.</summary>
internal sealed class DeclarationBinder(BindingContext context)
{
    public string? Title { get; private set; }
    public string? Stage { get; private set; }
    public LocalDate? TextDate { get; private set; }
    public LegalForm Form { get; private set; } = new("agreement", null);

    /// <summary>Declarations that name others are bound after those that name themselves.</summary>
    public void Bind(LabelSyntax label)
    {
        switch (label.Label.Text)
        {
            case "Agreement":
                Agreement(label);
                break;
            case "Form":
                Form = new LegalForm(
                    Texts(label.Content).FirstOrDefault() ?? "agreement",
                    Nouns(label.Content)
                        .Select(noun => noun.Head.String?.Value)
                        .LastOrDefault(doubt => doubt is not null)
                );
                break;
            case "Times":
                Times(label);
                break;
            case "Party" or "Parties" or "State":
                Parties(label);
                break;
            case "Body":
                Body(label);
                break;
            case "Conduct":
                Conduct(label);
                break;
            default:
                break;
        }
    }

    /// <summary>Groups, the depositary and the tolerance: after all parties are known.</summary>
    public void BindLate(LabelSyntax label, Binders binders, Numbered nowhere)
    {
        switch (label.Label.Text)
        {
            case "Group":
                Group(label, binders, nowhere);
                break;
            case "Depositary":
                context.Depositary = Nouns(label.Content)
                    .Select(noun => binders.Actors.Try(noun.Head, nowhere)?.Names.FirstOrDefault())
                    .FirstOrDefault();
                if (context.Depositary is null)
                {
                    context.Report(Codes.NotAParty, label, "The depositary is no declared party or body.");
                }
                break;
            case "Same":
                Same(label, binders);
                break;
            default:
                break;
        }
    }

    /// <summary>A group for each role that several parties were given: "guarantors".</summary>
    public void RoleGroups()
    {
        var roles = context.Parties.SelectMany(party => party.Roles).Distinct(StringComparer.Ordinal).ToList();
        foreach (var role in roles.Where(role => context.GroupNamed(role) is null))
        {
            var members = context.Parties.Where(party => party.Roles.Contains(role)).Select(party => party.Name);
            context.Groups.Add(new PartyGroup(Plural(role), [.. members], IsRole: true));
        }
    }

    private void Agreement(LabelSyntax label)
    {
        if (label.Names.FirstOrDefault()?.Head.String is not { } title)
        {
            context.Report(Codes.NoTitle, label, "The title is a quoted string.");
            return;
        }
        if (Title is not null)
        {
            context.Report(Codes.DeclaredTwice, label, "A text has one title.");
        }
        Title = title.Value;
        foreach (var name in label.Names.Skip(1))
        {
            Stage = name.Head.TermText.Length > 0 ? name.Head.TermText : Stage;
            var date = name.Head.Date ?? name.Head.Of.Select(of => of.Date).FirstOrDefault(of => of is not null);
            TextDate = date is null ? TextDate : DateOf(date);
        }
        foreach (var tail in label.NameTails.OfType<AsTailSyntax>().Where(tail => tail.OfDate is not null))
        {
            TextDate = DateOf(tail.OfDate!);
        }
    }

    public LocalDate? DateOf(SyntaxToken token)
    {
        var parsed = LocalDatePattern.Iso.Parse(token.Text.Split('T')[0]);
        if (!parsed.Success)
        {
            context.Report(Codes.BadNumber, token, $"`{token.Text}` is no date.", "2026-01-06");
        }
        return parsed.Success ? parsed.Value : null;
    }

    private void Times(LabelSyntax label)
    {
        var name = label.TimesRole?.Objects.Items[0];
        var id = name is null ? "" : ActorBinder.Written(name);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone)
        {
            context.Calendar = new AgreementCalendar(zone);
            return;
        }
        var near = Diagnostics.Suggest.Nearest(id, DateTimeZoneProviders.Tzdb.Ids);
        context.Report(Codes.BadTimeZone, label, $"`{id}` is no time zone of the IANA data.", near ?? "Europe/Kyiv");
    }

    private void Parties(LabelSyntax label)
    {
        var roles = label
            .NameTails.OfType<AsTailSyntax>()
            .Where(tail => tail.Role is not null)
            .Select(tail => Inflection.Singular(tail.Role!.Head.TermText))
            .ToImmutableArray();
        var bound = label.Label.Text != "State";
        var note = label
            .Names.Select(name => name.Head)
            .Where(head => head.String is not null)
            .Select(head => head.String!.Value)
            .FirstOrDefault();
        foreach (var head in label.Names.Select(name => name.Head).Where(head => head.String is null))
        {
            var name = ActorBinder.Written(head);
            if (name.Length > 0 && IsNew(name, head))
            {
                context.Parties.Add(new Party(name, roles, bound, note));
            }
        }
    }

    private void Body(LabelSyntax label)
    {
        var head = label.Names.FirstOrDefault()?.Head;
        if (head is null || !IsNew(ActorBinder.Written(head), head))
        {
            return;
        }
        var outside = label
            .Names.Skip(1)
            .Any(name => name.Head.String?.Value.Contains("outside", StringComparison.OrdinalIgnoreCase) == true);
        var body = new Body(ActorBinder.Written(head), null, null, [], [], outside);
        ImmutableArray<string> with = [];
        foreach (var tail in label.NameTails)
        {
            if (tail is RoleTailSyntax lifted)
            {
                with = NamesOf(lifted.Roles);
            }
            else if (tail is AsTailSyntax { Role: { } role })
            {
                body = As(body, Inflection.Singular(role.Head.TermText), with);
                // The role may swallow what follows: "as monitor with United States as chair".
                var inner = role.Roles.OfType<RoleSyntax>().ToImmutableArray();
                with = inner.IsEmpty ? with : NamesOf(inner);
            }
        }
        context.Bodies.Add(body);
    }

    private static Body As(Body body, string role, ImmutableArray<string> with) =>
        role switch
        {
            "chair" when !with.IsEmpty => body with { Chair = with[0] },
            "veto" when !with.IsEmpty => body with
            {
                Vetoes = with,
                Members = body.Members.IsEmpty ? with : body.Members,
            },
            "member" when !with.IsEmpty => body with { Members = with },
            _ => body with { Role = role },
        };

    private static ImmutableArray<string> NamesOf(ImmutableArray<RoleSyntax> roles) =>
        [
            .. roles
                .Where(role => role.Prepositions[0].Is("with"))
                .SelectMany(role => role.Objects.Items)
                .Select(ActorBinder.Written),
        ];

    private void Conduct(LabelSyntax label)
    {
        var name = label.Names.FirstOrDefault()?.Head;
        if (name is null || label.Content.IsEmpty)
        {
            context.Report(
                Codes.NoDeclaration,
                label,
                "A Conduct sentence names a term and what it covers.",
                "Conduct attack: heavy fire, drone strike."
            );
            return;
        }
        var children = new List<(string Name, bool Open)>();
        foreach (var noun in Nouns(label.Content))
        {
            var quoted = noun.Head.String?.Value;
            var written = quoted ?? Inflection.Singular(ActorBinder.Written(noun.Head).ToLowerInvariant());
            var index = context.Conduct.IndexOf(written);
            children.Add((index >= 0 ? context.Conduct.Names[index] : written, quoted is not null && index < 0));
        }
        var term = Inflection.Singular(ActorBinder.Written(name).ToLowerInvariant());
        foreach (var (child, open) in children.Where(child => child.Open))
        {
            context.Observe(
                ObservationKind.OpenTextured,
                Nouns(label.Content).FirstOrDefault(noun => noun.Head.String?.Value == child) ?? (SyntaxElement)label,
                child,
                $"\"{child}\" has no measure here."
            );
        }
        if (children.Exists(child => string.Equals(child.Name, term, StringComparison.OrdinalIgnoreCase)))
        {
            children =
            [
                .. children.Select(child =>
                    (
                        string.Equals(child.Name, term, StringComparison.OrdinalIgnoreCase)
                            ? $"\"{child.Name}\""
                            : child.Name,
                        child.Open
                    )
                ),
            ];
        }
        foreach (var (child, _) in children.Where(child => context.Conduct.Holds(child.Name, term)))
        {
            context.Report(Codes.Circle, label, $"`{term}` is a part of `{child}` already, and cannot cover it.");
        }
        children.RemoveAll(child => context.Conduct.Holds(child.Name, term));
        context.Conduct = context.Conduct.With(term, children);
    }

    private void Group(LabelSyntax label, Binders binders, Numbered nowhere)
    {
        var head = label.Names.FirstOrDefault()?.Head;
        if (head is null || label.Content.IsEmpty)
        {
            context.Report(
                Codes.NoDeclaration,
                label,
                "A Group sentence names a group and its members.",
                "Group Coalition: France and Poland."
            );
            return;
        }
        var members = new List<string>();
        foreach (var noun in Nouns(label.Content))
        {
            if (binders.Actors.Try(noun.Head, nowhere) is { } set)
            {
                members.AddRange(set.Names);
            }
            else
            {
                context.Report(Codes.NotAParty, noun, $"`{noun.WordsText()}` is no declared party.");
            }
        }
        var name = ActorBinder.Written(head);
        if (context.GroupNamed(name) is { IsRole: false })
        {
            context.Report(Codes.DeclaredTwice, head, $"The group `{name}` is declared twice.");
            return;
        }
        context.Groups.Add(new PartyGroup(name, [.. members.Distinct(StringComparer.Ordinal)], IsRole: false));
    }

    private void Same(LabelSyntax label, Binders binders)
    {
        long? seconds = null;
        long? metres = null;
        foreach (var part in label.Content)
        {
            var simple = part is SpanSyntax span ? span.Length : ((NounPhraseSyntax)part).Head;
            if (simple is null)
            {
                continue;
            }
            var isTime = QuantityBinder.UnitOf(simple.TermText) is not null;
            seconds = isTime ? binders.Quantities.Seconds(simple) : seconds;
            metres = isTime ? metres : binders.Quantities.Metres(simple);
        }
        if (seconds is { } within && metres is { } near)
        {
            context.SameIncident = new SameIncidentTolerance(within, near);
        }
        else
        {
            context.Report(
                Codes.NoDeclaration,
                label,
                "This needs a length of time and a distance.",
                "Same incident: within 60 minutes and 5 km."
            );
        }
    }

    private bool IsNew(string name, SyntaxNode at)
    {
        if (context.PartyNamed(name) is null && context.BodyNamed(name) is null)
        {
            return true;
        }
        context.Report(Codes.DeclaredTwice, at, $"`{name}` is declared twice.");
        return false;
    }

    private static IEnumerable<NounPhraseSyntax> Nouns(ImmutableArray<SyntaxNode> content) =>
        content.OfType<NounPhraseSyntax>();

    private static IEnumerable<string> Texts(ImmutableArray<SyntaxNode> content) =>
        Nouns(content).Select(noun => ActorBinder.Written(noun.Head));

    private static string Plural(string role) => role.EndsWith('y') ? role[..^1] + "ies" : role + "s";
}
