using Casus.Core.Forces;
using Casus.Core.Norms;
using Casus.Core.Syntax;
using Casus.Core.Time;

namespace Casus.Core.Binding;

/// <summary>
/// Force pledges among the duties to keep: what the figure counts, where, at what notice, for how long.
/// </summary>
internal sealed class PledgeBinder(BindingContext context, Binders binders)
{
    private static readonly string[] Units = ["personnel", "troop", "soldier", "brigade", "battalion", "unit", "force"];

    public IEnumerable<ForcePledge> All() =>
        binders.Slots.All.Where(slot => slot.Place.Stands).Select(Pledge).OfType<ForcePledge>();

    private ForcePledge? Pledge(NormSlot slot)
    {
        var act = ((ModalPredicateSyntax)slot.Clause.Predicate).Act;
        if (
            context.Norms[slot.Index] is not { IsDuty: true } norm
            || act.Object?.Items[0].Head is not { Quantity: not null } head
        )
        {
            return null;
        }
        var words = head.TermText.Split(' ');
        if (!Units.Contains(Inflection.Singular(words[^1])) || binders.Quantities.Number(head) is not { } number)
        {
            return null;
        }
        var roles = NormSlots.RolesOf(slot.Clause).ToList();
        return new ForcePledge(
            slot.Place.Clause,
            norm.Bearers.Actors.Names,
            norm.Bearers.Mode == BearerMode.Jointly,
            number.Value,
            words[^1],
            KindOf(words[0], number),
            Text(roles, "in"),
            Time(roles, "at"),
            Time(roles, "for"),
            Pool(roles)
        );
    }

    private static ForceKind KindOf(string word, BoundQuantity number) =>
        word switch
        {
            "ready" => ForceKind.Ready,
            "deployed" => ForceKind.Deployed,
            _ when number.IsFromAbove => ForceKind.EndStrength,
            _ => ForceKind.Unstated,
        };

    private static string? Text(List<RoleSyntax> roles, string preposition) =>
        roles
            .Find(role => role.Prepositions[0].Is(preposition) && role.Objects.Items[0].Quantity is null)
            ?.Objects.WordsText();

    private Length? Time(List<RoleSyntax> roles, string preposition)
    {
        var stated = roles
            .Where(role => role.Prepositions[0].Is(preposition))
            .Select(role => role.Objects.Items[0])
            .FirstOrDefault(item => item.Quantity is not null && QuantityBinder.UnitOf(item.TermText) is not null);
        return stated is null ? null : binders.Quantities.Time(stated);
    }

    private decimal? Pool(List<RoleSyntax> roles)
    {
        var pool = roles.Select(role => role.Objects.Items[0]).FirstOrDefault(item => item.TermText == "pool");
        return pool?.Of is [var of] && binders.Quantities.Number(of) is { } number ? number.Value : null;
    }
}
