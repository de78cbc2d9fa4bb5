namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Strikes by drone, missile or aircraft that no sentence forbids, answers or counts.</summary>
internal sealed class AirUncovered : Uncovered
{
    public override string Code => "CAS3701";
    public override string Title => "Attacks from the air that nothing covers";

    public override string Why => "What is not forbidden is left to be done, and fire moves to where it costs nothing.";

    protected override IReadOnlyList<string> Domain { get; } = ["drone strike", "missile strike", "air strike"];

    protected override string Say(string clause, string conducts, bool plural) =>
        $"No sentence covers {conducts}: what comes from the air so breaches nothing here.";
}
