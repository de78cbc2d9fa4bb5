using System.Text.Json;
using Casus.Core.Conditions;
using Casus.Reference;

namespace Casus.Tests.Vectors;

/// <summary>A history as the reference judges it.</summary>
internal static class ReferenceRun
{
    public static JudgedHistory Of(ReferenceCase history)
    {
        var judge = new ReferenceJudge(history);
        return new JudgedHistory(
            "reference",
            [
                .. judge
                    .AsKnown()
                    .Effects.Select(effect => new JudgedEffect(
                        effect.Condition,
                        effect.Key,
                        JsonNamingPolicy.CamelCase.ConvertName(effect.Kind.ToString()),
                        effect.At,
                        effect.KnownAt
                    )),
            ],
            [.. judge.Hindsight().Select(line => new JudgedRuns(line.Condition, line.Key, line.Runs))],
            id =>
                history.Rows.Any(row => row.Id == id) && judge.StandingOf(id) is { } standing
                    ? new JudgedStanding(
                        standing.Established,
                        standing.Attributed,
                        standing.Breach.FirstOrDefault(Verdict.NotMet)
                    )
                    : null
        );
    }
}
