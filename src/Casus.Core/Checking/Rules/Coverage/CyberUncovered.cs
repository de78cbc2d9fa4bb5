using Casus.Core.Diagnostics;

namespace Casus.Core.Checking.Rules.Coverage;

/// <summary>Cyber attacks that no sentence forbids, answers or counts.</summary>
internal sealed class CyberUncovered : Uncovered
{
    public override string Code => "CAS3704";
    public override string Title => "Cyber attacks that nothing covers";
    public override Severity Severity => Severity.Information;

    public override string Why =>
        "An attack on power or communications by way of networks can come first and alone, and breaches nothing.";

    protected override IReadOnlyList<string> Domain { get; } = ["cyber attack"];

    protected override string Say(string clause, string conducts, bool plural) =>
        $"No sentence covers {conducts}: whatever it does breaches nothing here.";
}
