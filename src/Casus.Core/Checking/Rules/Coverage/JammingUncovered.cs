using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Jamming that no sentence forbids, answers or counts, in a text that has a monitor.</summary>
internal sealed class JammingUncovered : Uncovered
{
    public override string Code => "CAS3705";
    public override string Title => "Jamming that nothing covers";
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "A monitor that watches by drone and by satellite navigation is blinded by jamming, and nobody is in breach.";

    protected override IReadOnlyList<string> Domain { get; } = ["jamming"];

    protected override bool Applies(CheckedText text) => Prohibitions.HasMonitor(text);

    protected override string Say(string clause, string conducts, bool plural) =>
        $"No sentence covers {conducts}: the monitor may be blinded without a breach.";

    protected override string Suggest(CheckedText text, string bearers, string conducts) =>
        $"{bearers} shall not jam \"equipment of the monitor\".";
}
