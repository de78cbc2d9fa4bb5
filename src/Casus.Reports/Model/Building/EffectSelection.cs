using System.Collections.Immutable;
using Casus.Core.Effects;
using Casus.Reports.Json;

namespace Casus.Reports.Model.Building;

/// <summary>
/// Keeps, of the effects as they come, those that a report can show: all of them where they are few; else the first of
/// each kind and view, fewer of the kinds that there are most of. Says how many were left out.
/// </summary>
public sealed class EffectSelection
{
    /// <summary>What a reader may page through, and a file may hold.</summary>
    private const int Most = 8_000;
    private const int MostFacts = 24;
    private readonly Dictionary<(EffectKind Kind, View View), (List<Effect> Kept, int Total)> kinds = [];
    private readonly Dictionary<long, Moments> closings = [];
    private readonly Dictionary<(string Grade, string? Party, int? Sector, long At, View View), long> arisings = [];

    private readonly record struct Moments(long At, bool BornOverdue);

    public void Add(Effect effect)
    {
        var key = (effect.Kind, effect.View);
        var (kept, total) = kinds.TryGetValue(key, out var before) ? before : ([], 0);
        if (kept.Count < Most && effect.Kind != EffectKind.WakeAt)
        {
            kept.Add(effect);
        }
        kinds[key] = (kept, total + 1);
        Remember(effect);
    }

    /// <summary>When the instance of a duty that arose with this effect was closed; null where it was not.</summary>
    internal long? ClosedAt(long seq) =>
        closings.TryGetValue(seq, out var closing) && closing.At != long.MinValue ? closing.At : null;

    internal bool BornOverdue(long seq) => closings.TryGetValue(seq, out var closing) && closing.BornOverdue;

    /// <summary>The effect that said that a grade arose at that instant.</summary>
    internal long? ArisingOf(string grade, string? party, int? sector, long at, View view) =>
        arisings.TryGetValue((grade, party, sector, at, view), out var seq) ? seq : null;

    internal (ImmutableArray<EffectLine> Shown, ImmutableArray<EffectTotal> Totals) Take()
    {
        var most = Limit();
        var groups = kinds.Where(kind => kind.Key.Kind != EffectKind.WakeAt).ToList();
        var shown = groups.SelectMany(kind => kind.Value.Kept.Take(most)).OrderBy(effect => effect.Seq).Select(Line);
        var totals = groups
            .OrderBy(kind => kind.Key)
            .Select(kind => new EffectTotal(
                JsonNames.Of(kind.Key.Kind),
                kind.Key.View == View.Hindsight,
                kind.Value.Total,
                Math.Min(most, kind.Value.Total)
            ));
        return ([.. shown], [.. totals]);
    }

    /// <summary>The most of one kind, so that all kinds together are not too many.</summary>
    private int Limit()
    {
        var (low, high) = (1, Most);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var together = kinds.Values.Sum(kind => Math.Min(kind.Total, middle));
            (low, high) = together <= Most ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    private void Remember(Effect effect)
    {
        switch (effect.Kind)
        {
            case EffectKind.Arose when effect is { Grade: { } grade, At: { } at }:
                arisings[(grade, effect.Party, effect.Sector, at.Second, effect.View)] = effect.Seq;
                break;
            case EffectKind.DutyDischarged
            or EffectKind.DutyBreached
            or EffectKind.DutyWithoutCause
            or EffectKind.DutyEnded:
                Close(effect, new Moments((effect.At ?? effect.KnownAt).Second, BornOverdue: false));
                break;
            case EffectKind.DutyBornOverdue:
                Close(effect, new Moments(long.MinValue, BornOverdue: true));
                break;
            default:
                break;
        }
    }

    private void Close(Effect effect, Moments closing)
    {
        foreach (var arising in effect.Because.Effects)
        {
            var before = closings.TryGetValue(arising, out var known) ? known : new Moments(long.MinValue, false);
            closings[arising] = new Moments(Math.Max(before.At, closing.At), before.BornOverdue || closing.BornOverdue);
        }
    }

    private static EffectLine Line(Effect effect) =>
        new(
            effect.Seq,
            JsonNames.Of(effect.Kind),
            effect.Clause,
            effect.Grade,
            effect.Bearer,
            effect.Beneficiary,
            effect.Party,
            effect.Sector,
            effect.At?.Second,
            effect.KnownAt.Second,
            effect.Deadline?.Second,
            effect.Count,
            effect.Supposed,
            effect.View == View.Hindsight,
            effect.Note,
            [.. effect.Because.Facts.Take(MostFacts)],
            effect.Because.Effects
        )
        {
            FactCount = effect.Because.Facts.Length,
        };
}
