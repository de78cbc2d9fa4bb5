using Casus.Core.Conditions;
using Casus.Core.Norms;

namespace Casus.Core.Stepping;

/// <summary>
/// The verdict of a condition now: what is counted is asked of the counting side; acts, outcomes and points are read
/// from the court's own record.
/// </summary>
internal sealed class ConditionJudge(Court court)
{
    public Verdict Evaluate(Condition condition, string? party)
    {
        switch (condition)
        {
            case Condition.And and:
                return and.Parts.Aggregate(Verdict.Met, (verdict, part) => verdict.And(Evaluate(part, party)));
            case Condition.Or or:
                return or.Parts.Aggregate(Verdict.NotMet, (verdict, part) => verdict.Or(Evaluate(part, party)));
            case Condition.Not not:
                return Evaluate(not.Part, party).Not();
            case Condition.Held held:
                return court.Record.Held(held.Act);
            case Condition.Decided decided:
                return VerdictLogic.Of(court.Procedures.HasOutcome(decided.Procedure, decided.Carried));
            case Condition.Reached reached:
                return Reached(reached.Point);
            case Condition.Of of:
                return Of(of);
            case Condition.OpenTextured:
                return Verdict.Undetermined;
            default:
                return Counted(condition, party);
        }
    }

    /// <summary>Whether it rests on anything that only the court knows.</summary>
    public bool RestsOnActs(Condition condition) =>
        condition switch
        {
            Condition.Held or Condition.Decided or Condition.Reached => true,
            Condition.And and => and.Parts.Any(RestsOnActs),
            Condition.Or or => or.Parts.Any(RestsOnActs),
            Condition.Not not => RestsOnActs(not.Part),
            Condition.Of of => RestsOnActs(court.Agreement.Conditions[of.Condition].Condition),
            _ => false,
        };

    /// <summary>The verdict of a tracked condition, for any of its keys.</summary>
    public Verdict Tracked(int index, string? party)
    {
        var tracked = court.Agreement.Conditions[index].Condition;
        return RestsOnActs(tracked) ? Evaluate(tracked, party) : court.Conditions.Now(index, party);
    }

    private Verdict Of(Condition.Of of)
    {
        if (of.Parties.IsEmpty)
        {
            return Tracked(of.Condition, null);
        }
        return of.Parties.Aggregate(Verdict.NotMet, (verdict, party) => verdict.Or(Tracked(of.Condition, party)));
    }

    private Verdict Counted(Condition condition, string? party)
    {
        var index = -1;
        for (var i = 0; i < court.Agreement.Conditions.Length && index < 0; i++)
        {
            index = court.Agreement.Conditions[i].Condition == condition ? i : -1;
        }
        return index < 0 ? Verdict.Undetermined : court.Conditions.Now(index, party);
    }

    private Verdict Reached(Point point)
    {
        if (point is Point.Unknown)
        {
            return Verdict.Undetermined;
        }
        var context = new PointReader.Context(court.Arisings.Root, court.Now, null);
        if (court.Points.Read(point, context) is not { } instant)
        {
            return Verdict.NotMet;
        }
        if (instant.First > court.Now)
        {
            court.Agenda.Wake(instant.First);
        }
        return VerdictLogic.Of(instant.First <= court.Now);
    }
}
