using Casus.Core.Conditions;
using Casus.Core.Stepping;
using Casus.Core.Time;
using Casus.Reference;

namespace Casus.Tests.Vectors;

/// <summary>One effect of a grade, as known: its kind in the spelling of effects.jsonl.</summary>
internal sealed record JudgedEffect(int Condition, ConditionKey Key, string Kind, Moment? At, Moment KnownAt);

/// <summary>What is known of one condition under one key, in hindsight.</summary>
internal sealed record JudgedRuns(int Condition, ConditionKey Key, IReadOnlyList<Run> Runs);

/// <summary>What a row is, by itself.</summary>
internal sealed record JudgedStanding(Verdict Established, Verdict Attributed, Verdict Breach);

/// <summary>What came out of a run on the counting side, whoever judged it: the engine or the reference.</summary>
internal sealed record JudgedHistory(
    string Judge,
    IReadOnlyList<JudgedEffect> Effects,
    IReadOnlyList<JudgedRuns> Hindsight,
    Func<string, JudgedStanding?> Standing
);
