using Casus.Core.Facts;
using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>A point in time in plain words.</summary>
internal static class PointWords
{
    public static string Of(Point point) =>
        point switch
        {
            Point.EntryIntoForce => "entry into force",
            Point.Signature => "signature",
            Point.Stated stated => stated.Last.ToString(),
            Point.AsKnown => "it is known",
            Point.TriggerAct => "the act",
            Point.FirstAct => "the first act",
            Point.TriggerEstablished => "it is established",
            Point.TriggerAttributed => "it is attributed",
            Point.OfAct act =>
                $"the {act.Act.Matter ?? (act.Act.Kind == ActKind.Performance ? act.Act.Verb : act.Act.Kind.ToString().ToLowerInvariant())}",
            Point.OutcomeOf outcome => $"the decision of {outcome.Procedure}",
            Point.Offset offset => $"{offset.Length} {(offset.Before ? "before" : "after")} {Of(offset.From)}",
            Point.WhenMet => "a condition is met",
            Point.Unknown unknown => unknown.Text,
            _ => "an event",
        };
}
