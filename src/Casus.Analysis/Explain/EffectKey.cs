using Casus.Core.Effects;
using Casus.Core.Time;

namespace Casus.Analysis.Explain;

/// <summary>
/// What makes two effects of two replays the same; when they became known, and by which facts, does not.
/// </summary>
internal readonly record struct EffectKey(
    EffectKind Kind,
    string? Clause,
    string? Grade,
    string? Bearer,
    string? Beneficiary,
    string? Party,
    int? Sector,
    Moment? At,
    View View
)
{
    public static EffectKey Of(Effect effect) =>
        new(
            effect.Kind,
            effect.Clause,
            effect.Grade,
            effect.Bearer,
            effect.Beneficiary,
            effect.Party,
            effect.Sector,
            effect.At,
            effect.View
        );

    public EffectKey WhateverInstant => this with { At = null };
}
