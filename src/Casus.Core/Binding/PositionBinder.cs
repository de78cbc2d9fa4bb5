using System.Collections.Immutable;
using Casus.Core.Positions;
using Casus.Core.Syntax;
using NodaTime;
using Word = Casus.Core.Positions.Evidence;

namespace Casus.Core.Binding;

/// <summary>Positions, sources and milestones: who has accepted what, by whose word.</summary>
internal sealed class PositionBinder(BindingContext context, Binders binders, DeclarationBinder declarations)
{
    public List<Position> Positions { get; } = [];
    public List<SourceNote> Sources { get; } = [];
    public List<Milestone> Milestones { get; } = [];

    public void Bind(PositionSyntax syntax, Numbered nowhere)
    {
        var evidence = syntax
            .Evidence.Select((item, index) => EvidenceOf(item, syntax, index))
            .OfType<Word>()
            .ToImmutableArray();
        switch (syntax.Keyword.Text)
        {
            case "Position":
                Position(syntax, evidence, nowhere);
                break;
            case "Source":
                Sources.Add(new SourceNote(Target(syntax.Of), evidence));
                break;
            default:
                Milestones.Add(new Milestone(Target(syntax.Of).Trim('"'), ByDate(syntax), evidence));
                break;
        }
    }

    private void Position(PositionSyntax syntax, ImmutableArray<Word> evidence, Numbered nowhere)
    {
        if (binders.Actors.Bind(syntax.Of, nowhere) is not { } of)
        {
            return;
        }
        var on = syntax.On is null ? "this agreement" : TargetOf(syntax.On.Items[0].Head);
        var stance = syntax.Stance?.Value switch
        {
            "accepts" => Stance.Accepts,
            "rejects" => Stance.Rejects,
            "proposes" => Stance.Proposes,
            _ => Stance.Unstated,
        };
        var value = syntax.Content.IsEmpty ? null : string.Join(' ', syntax.Content.Select(part => part.WordsText()));
        // Consent counts only from its own word; what another says of it is a claim.
        var own = evidence.Any(item => item.Verb is "said" or "signed" && of.Names.Contains(item.By));
        Positions.Add(new Position(of.Names, on, stance, value, evidence, own));
    }

    private string Target(SimpleListSyntax list) => string.Join(", ", list.Items.Select(TargetOf));

    private string TargetOf(SimpleSyntax simple)
    {
        if (ReferenceBinder.IsReference(simple))
        {
            return binders.References.Bind(simple) is { } reference ? reference : simple.WordsText();
        }
        var name = ActorBinder.Written(simple);
        if (simple.String is null && context.Brackets.ValuesOf(name) is null)
        {
            binders.Terms.Check(simple);
        }
        return name;
    }

    private Word? EvidenceOf(EvidenceSyntax item, PositionSyntax whole, int index)
    {
        if (declarations.DateOf(item.On) is not { } on)
        {
            return null;
        }
        // A link belongs to the evidence before it.
        var next = index + 1 < whole.Evidence.Length ? whole.Evidence[index + 1].Span.Start : int.MaxValue;
        var link = whole.Links.FirstOrDefault(token => token.Span.Start > item.Span.Start && token.Span.Start < next);
        return new Word(item.Verb.Value, ActorBinder.Written(item.By), on, link?.Value);
    }

    private LocalDate? ByDate(PositionSyntax syntax)
    {
        var by = syntax.Content.OfType<RoleSyntax>().FirstOrDefault(role => role.Prepositions[0].Is("by"));
        return by?.Objects.Items[0].Date is { } date ? declarations.DateOf(date) : null;
    }
}
