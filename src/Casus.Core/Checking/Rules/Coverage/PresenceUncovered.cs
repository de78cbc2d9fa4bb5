using Casus.Core.Diagnostics;

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
        $"No sentence covers {conducts}: what fires may stay where it is, and more may come.";

    protected override string Suggest(CheckedText text, string bearers, string conducts) =>
        $"{bearers} shall keep heavy weapons at a distance of at least 50 km from "
        + $"{text.Agreement.Lines.FirstOrDefault()?.Name ?? "Contact Line"}.";
}
