using System.Globalization;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.LanguageServer.Hovering;

/// <summary>Says points in time and deadlines in words; days are those of the agreement's calendar.</summary>
internal static class PointWords
{
    public static string Deadline(Deadline deadline, AgreementCalendar calendar)
    {
        if (deadline.IsPoint)
        {
            return $"by {Of(deadline.From, calendar)}";
        }
        return deadline.From is Point.AsKnown
            ? $"within {deadline.Length} after its trigger is known to be met"
            : $"within {deadline.Length} after {Of(deadline.From, calendar)}";
    }

    public static string Of(Point point, AgreementCalendar calendar) =>
        point switch
        {
            Point.EntryIntoForce => "entry into force",
            Point.Signature => "signature",
            Point.Stated stated => Day(stated.First, calendar),
            Point.AsKnown => "its trigger is known to be met",
            Point.TriggerAct => "the act that triggers it",
            Point.FirstAct => "the first act of what triggers it",
            Point.TriggerEstablished => "the act is established",
            Point.TriggerAttributed => "the act is attributed",
            Point.OfAct { First: true } act => $"the first act to {act.Act.Verb}{By(act.Act)}",
            Point.OfAct act => $"an act to {act.Act.Verb}{By(act.Act)}",
            Point.OutcomeOf outcome => $"the outcome of the decision in {outcome.Procedure}",
            Point.Offset offset =>
                $"{offset.Length} {(offset.Before ? "before" : "after")} {Of(offset.From, calendar)}",
            Point.WhenMet => "its condition is first met",
            Point.Unknown unknown => $"\"{unknown.Text}\", which nothing reports",
            _ => "a point in time",
        };

    public static string Day(Moment moment, AgreementCalendar calendar) =>
        calendar.ToLocal(moment).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string By(ActPattern act) =>
        act.By.IsDefaultOrEmpty ? "" : $" by {string.Join(act.All ? " and " : " or ", act.By)}";
}
