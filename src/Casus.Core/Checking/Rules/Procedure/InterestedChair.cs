using System.Collections.Immutable;
using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Norms;

namespace Casus.Core.Checking.Rules.Procedure;

/// <summary>A body whose word opens the way to an answer, chaired by a party that the answer concerns.</summary>
internal sealed class InterestedChair : Rule
{
    public override string Code => "CAS3407";
    public override string Title => "A chair who belongs to a party";
    public override RuleGroup Group => RuleGroup.Procedure;

    public override string Why =>
        "The body finds, warns or decides, and the answer waits for it. Its chair sets its agenda, and is bound by what "
        + "follows or accused in it.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        foreach (var body in text.Agreement.Bodies)
        {
            if (
                body.Chair is not { } chair
                || text.Agreement.Parties.FirstOrDefault(party => party.Name == chair) is not { } party
            )
            {
                continue;
            }
            var gates = GatesOf(text, body.Name);
            if (gates.IsEmpty)
            {
                continue;
            }
            var role = party.Roles.IsEmpty ? "a party" : $"a party ({party.Roles[0]})";
            var finding = At(
                text.Declaration(body.Name, "body")?.Span ?? text.Whole,
                $"{chair}, {role}, chairs {body.Name}, and {string.Join("; ", gates.Select(gate => gate.Message))}.",
                "with a chair that no party appoints"
            );
            yield return gates.Where(gate => gate.Span != default).Aggregate(finding, (told, gate) => told.With(gate));
        }
    }

    private static ImmutableArray<RelatedPlace> GatesOf(CheckedText text, string body)
    {
        var gates = ImmutableArray.CreateBuilder<RelatedPlace>();
        if (text.Agreement.Attributed is { BySideOfOrigin: false, By: [var finder] } attributed && finder == body)
        {
            gates.Add(new RelatedPlace(text.SpanOf(attributed.Clause), $"only it attributes ({attributed.Clause})"));
        }
        if (text.Agreement.Established is { Sources: null, VerifiedBy: [var verifier] } established && verifier == body)
        {
            gates.Add(new RelatedPlace(text.SpanOf(established.Clause), $"only it verifies ({established.Clause})"));
        }
        foreach (var block in text.Agreement.Blocks.Where(block => block.Stands))
        {
            if (block.Triggers.Select(trigger => WaitsFor(text, trigger)).FirstOrDefault(Is) is { } act)
            {
                gates.Add(
                    new RelatedPlace(
                        text.SpanOf(block.Clause),
                        $"{block.Clause} waits for its {act.Matter ?? act.Verb}"
                    )
                );
            }
        }
        foreach (var (procedure, _) in text.Decisions)
        {
            if (procedure.Deciders.Names.Contains(body))
            {
                gates.Add(new RelatedPlace(text.SpanOf(procedure.Clause), $"it decides ({procedure.Clause})"));
            }
        }
        return gates.ToImmutable();

        bool Is(ActPattern? act) => act is not null && act.By.Contains(body);
    }

    private static ActPattern? WaitsFor(CheckedText text, Trigger trigger)
    {
        var index = trigger is Trigger.Arises arises ? arises.Condition : -1;
        while (index >= 0 && index < text.Agreement.Conditions.Length)
        {
            switch (text.Agreement.Conditions[index].Condition)
            {
                case Condition.Persists { After: Point.OfAct after }:
                    return after.Act;
                case Condition.Of of when of.Condition < index:
                    index = of.Condition;
                    break;
                case Condition.Held held:
                    return held.Act;
                default:
                    return null;
            }
        }
        return null;
    }
}
