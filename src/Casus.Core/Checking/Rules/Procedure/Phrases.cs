using Casus.Core.Procedures;

namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>Words for those who decide, in messages.</summary>
internal static class Phrases
{
    /// <summary>"United States", "the 4 of guarantors".</summary>
    public static string Deciders(Procedures.Procedure decision) =>
        decision.Rule == DecisionRule.Single || decision.Deciders.Names.Length < 2
            ? decision.Deciders.Names.FirstOrDefault() ?? decision.Deciders.Written
            : $"{string.Join(", ", decision.Deciders.Names[..^1])} and {decision.Deciders.Names[^1]}";

    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Join("", names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
