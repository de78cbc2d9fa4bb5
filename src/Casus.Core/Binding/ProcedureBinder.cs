using Casus.Core.Norms;
using Casus.Core.Procedures;
using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>
/// `the guarantors decide on assistance by two thirds of guarantors, without the accused, within 48 hours, silence
/// counts as consent`.
/// </summary>
internal sealed class ProcedureBinder(BindingContext context, Binders binders)
{
    /// <summary>
    /// The nearest decision before, in the same block, that stands under the choices (S18 Branches); one that does not,
    /// if none does.
    /// </summary>
    public string? Nearest(Numbered place, SyntaxNode at)
    {
        var before = context.Procedures.Where(procedure =>
            procedure.Block is not null && procedure.Block == place.BlockIndex && procedure.Order < place.Order
        );
        var nearest = before.LastOrDefault(procedure => procedure.Stands) ?? before.LastOrDefault();
        if (nearest is null)
        {
            context.Report(Codes.NoDecision, at, $"`{at.WordsText()}` refers to no decision before it in the block.");
        }
        return nearest?.Clause;
    }

    public void Bind(Numbered place, ClauseSyntax clause, ItemSyntax? item)
    {
        var predicate = (FixedPredicateSyntax)clause.Predicate;
        var within = place with { Main = clause };
        if (binders.Actors.Bind(clause.Subject, place) is not { } deciders)
        {
            return;
        }
        var procedure = new Procedure
        {
            Clause = place.Clause,
            Article = place.Article,
            Order = place.Order,
            Stands = place.Stands,
            Block = place.BlockIndex,
            Deciders = deciders,
            Subject = predicate.Object?.WordsText(),
            Rule = IsSingle(clause, deciders) ? DecisionRule.Single : DecisionRule.Unanimity,
            Branch = Branch(within, item),
        };
        var ruled = false;
        foreach (
            var role in predicate.Roles.Concat(clause.Tails.OfType<RoleTailSyntax>().SelectMany(tail => tail.Roles))
        )
        {
            ruled |= role.Prepositions[0].Is("by");
            procedure = Role(procedure, role, within);
        }
        foreach (var tail in clause.Tails)
        {
            procedure = Tail(procedure, tail, within);
        }
        if (!ruled && procedure.Rule != DecisionRule.Single)
        {
            context.Report(
                Codes.MeaningLater,
                clause,
                "No rule of decision is stated: it is read as unanimity.",
                "by two thirds of guarantors"
            );
        }
        context.Procedures.Add(procedure);
    }

    private Branch? Branch(Numbered place, ItemSyntax? item)
    {
        if (
            item?.If
            is not { Clauses: [{ Predicate: FixedPredicateSyntax { Verb.Value: "carries" or "fails" } verb } clause] }
        )
        {
            return null;
        }
        return Nearest(place, clause) is { } nearest ? new Branch(nearest, verb.Verb.Value == "carries") : null;
    }

    private bool IsSingle(ClauseSyntax clause, ActorSet deciders) =>
        deciders.Names.Length == 1
        && clause.Subject.Items.Length == 1
        && context.BodyNamed(deciders.Names[0]) is null or { Members.IsEmpty: true };

    private Procedure Role(Procedure procedure, RoleSyntax role, Numbered place)
    {
        var item = role.Objects.Items[0];
        switch (role.Prepositions[0].Value)
        {
            case "on":
                binders.Terms.Check(role);
                return procedure with { Subject = role.Objects.WordsText() };
            case "by":
                return Rule(procedure, item, place);
            case "without":
                return Excluding(procedure, item);
            case "with" when Inflection.Singular(item.TermText) == "quorum":
                return item.Of is [var of] && binders.Quantities.Number(of) is { Value: > 0 } quorum
                    ? procedure with
                    {
                        Quorum = quorum.LeastMembers,
                    }
                    : Refuse(procedure, role, "A quorum is a number of votes.", "with a quorum of 4");
            case "with" when Inflection.Singular(item.TermText) == "veto":
                return item.Of is [var holder] && binders.Actors.Try(holder, place) is { } holders
                    ? procedure with
                    {
                        Vetoes = [.. procedure.Vetoes, .. holders.Names],
                    }
                    : Refuse(procedure, role, "A veto is somebody's.", "with a veto of France");
            default:
                return Refuse(
                    procedure,
                    role,
                    $"`{role.WordsText()}` says nothing of how it is decided.",
                    "by two thirds of guarantors"
                );
        }
    }

    private Procedure Rule(Procedure procedure, SimpleSyntax item, Numbered place)
    {
        var based =
            item.Of is [var of] && binders.Actors.Try(of, place) is { Role: ActorRole.Named } group ? group : null;
        var ruled = procedure;
        if (based is not null && item.Of[0].TermText.Split(' ')[0] is not "its" && procedure.Deciders.Names.Length <= 1)
        {
            ruled = procedure with { Deciders = based };
        }
        var words = item.TermText.Split(' ');
        if (item.Quantity is not null)
        {
            return binders.Quantities.Number(item) is { Value: > 0 } votes
                ? ruled with
                {
                    Rule = DecisionRule.Number,
                    Votes = votes.LeastMembers,
                }
                : procedure;
        }
        return words[^1] switch
        {
            "consensus" => ruled with { Rule = DecisionRule.Consensus },
            "unanimity" => ruled with { Rule = DecisionRule.Unanimity },
            "majority" => ruled with { Rule = DecisionRule.Majority },
            "third" or "thirds" or "quarter" or "quarters" or "half" or "fifths" => Fraction(ruled, words, item),
            _ => Refuse(
                procedure,
                item,
                $"`{item.WordsText()}` is no rule of decision.",
                "by two thirds of guarantors"
            ),
        };
    }

    private Procedure Fraction(Procedure procedure, string[] words, SimpleSyntax item)
    {
        var denominator = words[^1] switch
        {
            "half" => 2,
            "third" or "thirds" => 3,
            "quarter" or "quarters" => 4,
            _ => 5,
        };
        var numerator = words.Length == 1 ? 1 : Array.IndexOf(["zero", "one", "two", "three", "four"], words[^2]);
        return numerator < 1 || numerator > denominator
            ? Refuse(procedure, item, $"`{item.WordsText()}` is no fraction.", "two thirds")
            : procedure with
            {
                Rule = DecisionRule.Fraction,
                Numerator = numerator,
                Denominator = denominator,
            };
    }

    private Procedure Excluding(Procedure procedure, SimpleSyntax item)
    {
        var noun = Inflection.Singular(item.TermText);
        return noun is "accused" or "attacker"
            ? procedure with
            {
                WithoutAccused = true,
            }
            : Refuse(
                procedure,
                item,
                $"`without {item.WordsText()}` leaves out nobody that is known.",
                "without the accused"
            );
    }

    private Procedure Tail(Procedure procedure, TailSyntax tail, Numbered place)
    {
        switch (tail)
        {
            case SpanTailSyntax { Span1: { Kind: SpanKind.Within } span }:
                var length = span.Length is null ? null : binders.Quantities.Time(span.Length);
                var from = span.Point is null ? new Point.AsKnown() : binders.Points.Bind(span.Point, place);
                if (length is not { } stated || from is null)
                {
                    return procedure;
                }
                return procedure with
                {
                    Deadline = new Deadline(stated, from),
                    OpensAfter = from is Point.AsKnown ? procedure.OpensAfter : from,
                };
            case SpanTailSyntax { Span1: { Kind: SpanKind.After } span }:
                return binders.Points.Bind(span.Point!, place) is { } after
                    ? procedure with
                    {
                        OpensAfter = after,
                    }
                    : procedure;
            case SilenceTailSyntax silence:
                var meaning = silence.Meaning.TermText;
                return procedure with
                {
                    SilenceConsents = meaning is "consent" or "yes" or "approval",
                    SilenceWritten = meaning,
                };
            case RoleTailSyntax:
                return procedure;
            default:
                return Refuse(
                    procedure,
                    tail,
                    $"`{tail.WordsText()}` says nothing of how it is decided.",
                    "within 48 hours"
                );
        }
    }

    private Procedure Refuse(Procedure procedure, SyntaxNode at, string why, string instead)
    {
        context.Report(Codes.NotUnderstood, at, why, instead);
        return procedure;
    }
}
