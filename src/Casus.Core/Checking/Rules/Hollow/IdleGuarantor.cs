using Casus.Core.Norms;
using Casus.Core.Text;

namespace Casus.Core.Checking.Rules.Hollow;

/// <summary>
/// A party is called guarantor, and all that it owes is to talk, to refrain, or what it deems necessary.
/// </summary>
internal sealed class IdleGuarantor : Rule
{
    private const int Shown = 5;

    public override string Code => "CAS3202";
    public override string Title => "A guarantor with no concrete duty";
    public override RuleGroup Group => RuleGroup.Hollow;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "Whoever relies on the guarantee cannot tell what is owed, and a guarantor that does nothing has broken nothing.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        var owed = Owed(text);
        var idle = text.PartiesAs("guarantor").Where(name => !owed[name].Any(Promises.IsConcrete));
        foreach (var together in idle.GroupBy(name => PlaceOf(text, name)))
        {
            var names = together.ToList();
            var who = $"{Wording.And(names)}, named {Wording.For(names, "guarantor", "guarantors")},";
            var owes = Wording.For(names, "owes", "owe");
            var listed = Listed(names.SelectMany(name => owed[name]));
            yield return At(
                together.Key,
                listed.Length == 0
                    ? $"{who} {owes} nothing under this text."
                    : $"{who} {owes} nothing that could be seen to be done: {listed}.",
                "On an attack by Russia: each guarantor shall deliver \"air defence of Annex 1\" within 72 hours."
            );
        }
    }

    private static TextSpan PlaceOf(CheckedText text, string name) =>
        text.Declaration(name, "party", "parties")?.Span ?? text.Whole;

    private static ILookup<string, Norm> Owed(CheckedText text) =>
        text
            .Norms.Select(stated => stated.Norm)
            .Where(norm => norm.IsDuty || norm.Kind == NormKind.Intention)
            .SelectMany(norm => norm.Bearers.Actors.Names.Select(name => (Name: name, Norm: norm)))
            .ToLookup(pair => pair.Name, pair => pair.Norm, StringComparer.Ordinal);

    private static string Listed(IEnumerable<Norm> norms)
    {
        var all = norms.OrderBy(norm => norm.Order).Select(Said).Distinct(StringComparer.Ordinal).ToList();
        return all.Count <= Shown
            ? Wording.And(all)
            : $"{string.Join(", ", all.Take(Shown))} and {all.Count - Shown} more";
    }

    private static string Said(Norm norm) =>
        $"{norm.Clause} {Promises.Spoken(norm)}{(norm.AsItDeemsNecessary ? ", as it deems necessary" : "")}";
}
