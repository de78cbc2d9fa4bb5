namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Turning back, detaining or firing at monitors, that no sentence forbids, answers or counts.</summary>
internal sealed class MonitorsUncovered : Uncovered
{
    public override string Code => "CAS3706";
    public override string Title => "Acts against monitors that nothing covers";

    public override string Why =>
        "Whoever wants not to be seen starts with the monitor. Where that breaches nothing, it is the cheapest act of all.";

    protected override IReadOnlyList<string> Domain { get; } =
    ["denial of access", "detention of monitors", "fire at monitors"];

    protected override bool Applies(CheckedText text) => Prohibitions.HasMonitor(text);

    /// <summary>The class that holds them all: nobody forbids the one and allows the other.</summary>
    protected override string Suggest(CheckedText text, string bearers, string conducts) =>
        $"{bearers} shall not commit obstruction.";

    protected override string Say(string clause, string conducts, bool plural) =>
        $"No sentence covers {conducts}: the monitor may be turned away or harmed without a breach.";
}
