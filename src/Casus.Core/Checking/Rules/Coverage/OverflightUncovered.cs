using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Flights of drones or aircraft that no sentence forbids, answers or counts.</summary>
internal sealed class OverflightUncovered : Uncovered
{
    public override string Code => "CAS3708";
    public override string Title => "Flights that nothing covers";
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "What flies over the line finds the targets and tests the answer; without a rule each side shoots at it or not as it likes.";

    protected override IReadOnlyList<string> Domain { get; } = ["drone flight", "aircraft flight"];

    protected override string Say(string clause, string conducts, bool plural) =>
        $"No sentence covers {conducts}: over the line anything may fly.";

    protected override string Suggest(CheckedText text, string bearers, string conducts) =>
        $"{bearers} shall not commit an overflight of "
        + $"{text.Agreement.Zones.FirstOrDefault(zone => zone.Declared)?.Name ?? "Buffer"}.";
}
