namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Assaults and fire on land that no sentence forbids, answers or counts.</summary>
internal sealed class LandUncovered : Uncovered
{
    public override string Code => "CAS3703";
    public override string Title => "Attacks on land that nothing covers";

    public override string Why =>
        "What is not forbidden is left to be done, and each side moves to the weapon that the text forgot.";

    protected override IReadOnlyList<string> Domain { get; } =
    ["ground assault", "artillery", "mortar", "rocket artillery", "tank fire", "small arms fire", "explosive device"];

    protected override string Say(string clause, string conducts, bool plural) =>
        $"No sentence covers {conducts}: {(plural ? "they breach" : "it breaches")} nothing here.";
}
