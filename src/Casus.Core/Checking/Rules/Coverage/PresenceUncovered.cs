using Casus.Core.Binding;
using Casus.Core.Diagnostics;
using Casus.Core.Syntax;

namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Presence of heavy weapons, troops or fortifications that no sentence forbids, answers or counts.</summary>
internal sealed class PresenceUncovered : Uncovered
{
    public override string Code => "CAS3707";
    public override string Title => "Weapons, troops and works that may stay";
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "Fire is forbidden and what fires it stays in range: the ceasefire then rests on nobody pulling a trigger.";

    protected override IReadOnlyList<string> Domain { get; } =
    ["heavy weapon presence", "troop presence", "fortification"];

    protected override string Say(string clause, string conducts, bool plural) =>
        $"No sentence covers {conducts}: what is there of it may stay, and more may come.";

    /// <summary>`withdraw artillery to 15 km` covers its presence, though no row is tested for it.</summary>
    protected override IEnumerable<string> InWords(CheckedText text) =>
        from stated in text.Norms
        where stated.Norm.IsDuty
        let head = (stated.Syntax.Predicate as ModalPredicateSyntax)?.Act.Object?.Items.FirstOrDefault()?.Head
        where head is not null && stated.Norm.Verb is "withdraw" or "remove" or "keep" or "move" or "dismantle"
        let conduct = Lexicon.PresenceOf(Inflection.Singular(head.TermText))
        where conduct is not null
        select conduct;

    protected override string Suggest(CheckedText text, string bearers, string conducts) =>
        $"{bearers} shall not commit {conducts} in "
        + $"{text.Agreement.Zones.FirstOrDefault(zone => zone.Declared)?.Name ?? "Buffer"}.";
}
