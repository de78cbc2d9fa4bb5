using Casus.Core.Norms;

namespace Casus.Reports.Json;

/// <summary>Points in time, acts and actors in words.</summary>
internal static class PointText
{
    public static string Of(Point point) =>
        point switch
        {
            Point.EntryIntoForce => "entry into force",
            Point.Signature => "signature",
            Point.Stated(var first, var last) => first == last ? $"{first}" : $"{first} to {last}",
            Point.AsKnown => "the arising as known",
            Point.TriggerAct => "the act",
            Point.FirstAct => "the first act of the arising",
            Point.TriggerEstablished => "the act is established",
            Point.TriggerAttributed => "the act is attributed",
            Point.OfAct(var act, var first) => first ? $"the first {Of(act)}" : $"the {Of(act)}",
            Point.OutcomeOf(var procedure) => $"the decision under {procedure}",
            Point.Offset(var length, var before, var from) => $"{length} {(before ? "before" : "after")} {Of(from)}",
            Point.WhenMet => "when a condition is met",
            Point.Unknown(var text) => $"'{text}', which the machine does not know",
            _ => throw new InvalidOperationException($"A point of no known kind: {point.GetType()}"),
        };

    public static string Of(ActPattern act)
    {
        var by = act.By.IsEmpty ? "" : $" by {string.Join(act.All ? " and " : " or ", act.By)}";
        var to = act.To.IsEmpty ? "" : $" to {string.Join(" or ", act.To)}";
        var clause = act.Clause is null ? "" : $" under {act.Clause}";
        var matter = act.Matter is null ? "" : $" of \"{act.Matter}\"";
        return $"{JsonNames.Of(act.Kind)}{matter}{by}{to}{clause}";
    }

    public static string Of(Trigger trigger, Core.Agreements.Agreement agreement) =>
        trigger switch
        {
            Trigger.Incident(var pattern) => $"each {agreement.Patterns[pattern].Name}",
            Trigger.Arises(var condition, var parties) =>
                $"{agreement.Conditions[condition].Name ?? $"condition {condition}"} arises"
                    + (parties.IsEmpty ? "" : $" by {string.Join(" or ", parties)}"),
            Trigger.Acted(var act) => Of(act),
            Trigger.Comes(var point) => $"{Of(point)} comes",
            Trigger.OpenTextured(var text) => $"'{text}', which has no measure",
            _ => throw new InvalidOperationException($"A trigger of no known kind: {trigger.GetType()}"),
        };
}
