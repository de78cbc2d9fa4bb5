namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Naval attacks that no sentence forbids, answers or counts.</summary>
internal sealed class SeaUncovered : Uncovered
{
    public override string Code => "CAS3702";
    public override string Title => "Attacks at sea that nothing covers";

    public override string Why => "A ceasefire on land alone leaves ships and ports to be attacked without a breach.";

    protected override IReadOnlyList<string> Domain { get; } = ["naval attack"];

    /// <summary>A zone along a line on land touches the sea at its end, if anywhere.</summary>
    protected override bool ZonesSuffice => false;

    protected override string Say(string clause, string conducts, bool plural) =>
        $"No sentence covers {conducts}: at sea nothing breaches this text.";
}
