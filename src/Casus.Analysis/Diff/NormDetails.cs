using Casus.Core.Norms;

namespace Casus.Analysis.Diff;

/// <summary>What changed in a sentence that binds, permits or intends.</summary>
internal sealed class NormDetails(DraftMap map, Comparison comparison, List<Detail> details)
{
    private Lens Lens => comparison.Lens;

    public void Of(Norm old, Norm now, UnitPair pair)
    {
        Bearers(old, now);
        Force(old, now);
        Clock(old, now, pair);
        Amount(old, now);
        Exceptions(old, now, pair);
        if (old.Contrary is { } one && now.Contrary is { } other)
        {
            new ConditionDetails(map, comparison, details).Pattern(one, other, pair);
        }
        if (old.ForEach is { } before && now.ForEach is { } after)
        {
            new ConditionDetails(map, comparison, details).Pattern(before, after, pair);
        }
        Rest(old, now, pair);
    }

    private void Bearers(Norm old, Norm now)
    {
        if (
            !Lens.SameSet(old.Bearers.Actors.Names, now.Bearers.Actors.Names)
            || old.Bearers.Actors.Role != now.Bearers.Actors.Role
        )
        {
            Add(Aspect.Bearer, old.Bearers.Actors.Written, now.Bearers.Actors.Written, "others are bound by it");
        }
        if (old.Bearers.Mode != now.Bearers.Mode)
        {
            var meaning =
                now.Bearers.Mode == BearerMode.Jointly
                    ? "one duty of all together, and no longer one of each"
                    : "each owes it by itself";
            Add(Aspect.Bearer, Mode(old), Mode(now), meaning);
        }
        if (!Lens.SameSet(old.Beneficiary?.Names ?? [], now.Beneficiary?.Names ?? []))
        {
            Add(Aspect.Scope, old.Beneficiary?.Written ?? "", now.Beneficiary?.Written ?? "", "it is owed to another");
        }
    }

    private void Force(Norm old, Norm now)
    {
        if (old.Modal == now.Modal)
        {
            return;
        }
        var meaning = (old.IsDuty, now.IsDuty) switch
        {
            (true, false) => now.Kind == NormKind.Permission
                ? "a duty becomes a permission: nobody need do it"
                : "a duty becomes an intention: nobody need do it",
            (false, true) => "it becomes a duty",
            (true, true) when old.Kind != now.Kind => "what was to be done is forbidden, or the other way round",
            (true, true) => "another word of the same force",
            _ => "another word; neither binds",
        };
        if (old.IsDuty && now.IsDuty && old.Kind == now.Kind)
        {
            return;
        }
        Add(Aspect.Force, Word(old.Modal), Word(now.Modal), meaning);
    }

    private void Clock(Norm old, Norm now, UnitPair pair)
    {
        switch (old.Deadline, now.Deadline)
        {
            case (null, { } after):
                Add(Aspect.Deadline, "no deadline", $"{after.Length}", "it must be done by a time");
                break;
            case ({ } before, null):
                Add(Aspect.Deadline, $"{before.Length}", "no deadline", "it can no longer be late");
                break;
            case ({ } one, { } other):
                var length = PointOrder.Length(one.Length, other.Length);
                if (length != Order.Same)
                {
                    var meaning = length switch
                    {
                        Order.More => "there is more time to do it",
                        Order.Less => "there is less time to do it",
                        _ => "the two differ only where clocks change, or by the length of a month",
                    };
                    Add(Aspect.Deadline, $"within {one.Length}", $"within {other.Length}", meaning);
                }
                var start = Lens.SameText(PointWords.Of(one.From), PointWords.Of(other.From));
                if (!start)
                {
                    Add(
                        Aspect.Deadline,
                        $"after {PointWords.Of(one.From)}",
                        $"after {PointWords.Of(other.From)}",
                        "its clock starts at another instant"
                    );
                }
                break;
        }
        if (old.Forthwith != now.Forthwith)
        {
            Add(
                Aspect.Deadline,
                old.Forthwith ? "forthwith" : "",
                now.Forthwith ? "forthwith" : "",
                "forthwith has no measure: it is never late"
            );
        }
        Point(old.AsFrom, now.AsFrom, "as from", "it is owed from another time on");
        Point(old.Until, now.Until, "until", "it is owed until another time");
        if (old.Each != now.Each)
        {
            Words(pair, Aspect.Amount, "it recurs at another pace, or not at all");
        }
    }

    private void Point(Point? old, Point? now, string word, string meaning)
    {
        string Text(Point? point) => point is null ? "" : $"{word} {PointWords.Of(point)}";
        if (!Lens.SameText(Text(old), Text(now)))
        {
            Add(Aspect.Life, Text(old), Text(now), meaning);
        }
    }

    private void Amount(Norm old, Norm now)
    {
        if (old.Amount == now.Amount)
        {
            return;
        }
        var more = (now.Amount?.AtLeast ?? 0) > (old.Amount?.AtLeast ?? 0);
        Add(Aspect.Amount, Text(old), Text(now), more ? "more is owed" : "less is owed");
        static string Text(Norm norm) =>
            norm.Amount is { } amount
                ? FormattableString.Invariant($"{amount.AtLeast:#,0.##} {amount.Unit}")
                : "no amount";
    }

    private void Exceptions(Norm old, Norm now, UnitPair pair)
    {
        var before = string.Join("; ", old.Exceptions.Select(each => each.Written));
        var after = string.Join("; ", now.Exceptions.Select(each => each.Written));
        if (!Lens.SameText(before, after))
        {
            var meaning =
                after.Length == 0 ? "what excused it no longer does"
                : before.Length == 0 ? "something excuses it now"
                : "something else excuses it, or for another time";
            var (one, other) = WordDiff.Core(before, after);
            Add(Aspect.Exception, one, other, meaning);
        }
        if (
            !Lens.SameSet([.. old.SubjectTo.Select(map.Clause)], now.SubjectTo)
            || !Lens.SameSet([.. old.Notwithstanding.Select(map.Clause)], now.Notwithstanding)
        )
        {
            Words(pair, Aspect.Exception, "it yields to, or prevails over, other norms");
        }
        if (!Lens.SameText(old.DomesticGate, now.DomesticGate))
        {
            Add(
                Aspect.Exception,
                old.DomesticGate ?? "",
                now.DomesticGate ?? "",
                "it hangs on a party's own procedures"
            );
        }
        var same = (old.OnlyIf, now.OnlyIf) switch
        {
            (null, null) => true,
            ({ } one, { } other) => comparison.Conditions.Of(one, other, pair).IsSame,
            _ => false,
        };
        if (!same || !SameBranch(old.Branch, now.Branch))
        {
            Words(pair, Aspect.Trigger, "it arises only if something else holds");
        }
    }

    private bool SameBranch(Branch? old, Branch? now) =>
        old is null || now is null
            ? old is null && now is null
            : old.Carries == now.Carries && map.Clause(old.Procedure) == now.Procedure;

    private void Rest(Norm old, Norm now, UnitPair pair)
    {
        if (old.AsItDeemsNecessary != now.AsItDeemsNecessary)
        {
            Add(
                Aspect.Force,
                old.AsItDeemsNecessary ? "as it deems necessary" : "",
                now.AsItDeemsNecessary ? "as it deems necessary" : "",
                now.AsItDeemsNecessary
                    ? "by what means is left to the bearer"
                    : "the means are no longer left to the bearer"
            );
        }
        if (!Lens.SameSet(old.MeansPermitted, now.MeansPermitted))
        {
            Add(
                Aspect.Scope,
                string.Join(", ", old.MeansPermitted),
                string.Join(", ", now.MeansPermitted),
                "other means are named as possible; none is owed"
            );
        }
        if (!Lens.SameText(old.Verb, now.Verb))
        {
            Add(Aspect.Force, old.Verb, now.Verb, "another act is owed");
        }
        if (!Lens.SameText(old.Object, now.Object) && old.Amount == now.Amount && old.Contrary is null)
        {
            var (one, other) = WordDiff.Core(old.Object, now.Object);
            Add(Aspect.Scope, one, other, "what is owed is another thing");
        }
        if (old.Stands != now.Stands)
        {
            Words(
                pair,
                Aspect.Bracket,
                now.Stands
                    ? "it stands under the values that are compared"
                    : "it does not stand under the values that are compared"
            );
        }
        if ((old.FailingWhich is null) != (now.FailingWhich is null))
        {
            Words(pair, Aspect.Trigger, "what follows if it is not done is changed");
        }
    }

    private static string Mode(Norm norm) => norm.Bearers.Mode == BearerMode.Jointly ? "jointly" : "each";

    internal static string Word(Modal modal) =>
        modal switch
        {
            Modal.Shall => "shall",
            Modal.ShallNot => "shall not",
            Modal.Will => "will",
            Modal.Undertakes => "undertakes to",
            Modal.May => "may",
            Modal.Would => "would",
            Modal.WillSeek => "will seek to",
            _ => "intends to",
        };

    private void Words(UnitPair pair, Aspect aspect, string meaning)
    {
        var (before, after) = WordDiff.Core(pair.Old!.Text, pair.New!.Text);
        Add(aspect, before, after, meaning);
    }

    private void Add(Aspect aspect, string old, string now, string meaning) =>
        details.Add(new Detail(aspect, old, now, meaning));
}
