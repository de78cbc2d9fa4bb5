using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Diagnostics;
using Casus.Core.Parsing;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Binding;

/// <summary>
/// A compiled text: the agreement as far as it could be understood, and everything there is to say of it.
/// </summary>
public sealed record Compilation(
    SourceText Source,
    DocumentSyntax Tree,
    Agreement Agreement,
    ImmutableArray<Diagnostic> Diagnostics
)
{
    /// <summary>The clause that each norm was read from, by the norm's index.</summary>
    public ImmutableArray<ClauseSyntax> NormSyntax { get; init; } = [];

    /// <summary>What each `counts as` sentence that stands says, whether or not anything asks for it.</summary>
    public ImmutableArray<StatedDeeming> Deemings { get; init; } = [];

    /// <summary>What was seen that a rule judges, in the order of the text.</summary>
    public ImmutableArray<Observation> Observations { get; init; } = [];

    /// <summary>An agreement with errors is shown and checked; it is not run.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>`X counts as Y`, as bound: the act that happens, and the act that it counts as.</summary>
public sealed record StatedDeeming(string Clause, IncidentPattern Happened, IncidentPattern Deemed);

/// <summary>Text to agreement: parses, declares, numbers, defines, binds. Never throws for what a text says.</summary>
public sealed class Compiler
{
    private static readonly Numbered Nowhere = new("0", "0", 0, [], Stands: true);
    private readonly BindingContext context;
    private readonly DocumentSyntax tree;
    private readonly DeclarationBinder declarations;
    private readonly ImmutableArray<NumberedSentence> sentences;
    private ImmutableArray<ClauseSyntax> normSyntax = [];
    private ImmutableArray<StatedDeeming> deemings = [];

    private Compiler(SourceText source, DocumentSyntax tree, IReadOnlyDictionary<string, string> choices)
    {
        this.tree = tree;
        context = new BindingContext(source, new BracketTable(tree));
        declarations = new DeclarationBinder(context);
        Choose(choices);
        sentences = Numbering.Of(tree, context.Brackets);
    }

    /// <summary>
    /// Compiles a text. A bracket that <paramref name="choices"/> does not name takes its first value; a choice that
    /// names no bracket or no value of it is an error.
    /// </summary>
    public static Compilation Compile(
        SourceText source,
        IReadOnlyDictionary<string, string> choices,
        IGeographySource geography
    ) => Compile(source, Parser.Parse(source), choices, geography);

    /// <summary>As above, of a text that is parsed already.</summary>
    public static Compilation Compile(
        SourceText source,
        ParseResult parsed,
        IReadOnlyDictionary<string, string> choices,
        IGeographySource geography
    )
    {
        var compiler = new Compiler(source, parsed.Tree, choices);
        var agreement = compiler.Bind(source, geography);
        var diagnostics = parsed.Diagnostics.Concat(compiler.context.Diagnostics.Where(IsNews));
        return new Compilation(source, parsed.Tree, agreement, [.. diagnostics.OrderBy(each => each.Span.Start)])
        {
            NormSyntax = compiler.normSyntax,
            Deemings = compiler.deemings,
            Observations = [.. compiler.context.Observations.OrderBy(each => each.Span.Start)],
        };

        // A length without a unit is told once: by its shape where that shows it, else by what it is used for.
        bool IsNews(Diagnostic diagnostic) =>
            diagnostic.Code != Codes.BareNumber.Id
            || !parsed.Diagnostics.Any(told =>
                told.Code == SyntaxCodes.BareQuantity.Code
                && diagnostic.Span.Start <= told.Span.Start
                && told.Span.End <= diagnostic.Span.End
            );
    }

    private Agreement Bind(SourceText source, IGeographySource geography)
    {
        var labels = Standing<LabelSyntax>().ToList();
        labels.ForEach(declarations.Bind);
        declarations.RoleGroups();
        var binders = new Binders(context, sentences);
        foreach (var label in labels)
        {
            declarations.BindLate(label, binders, Nowhere);
        }
        Known(binders.References);
        var places = new GeographyBinder(context, binders, geography, declarations);
        labels.ForEach(places.Bind);
        Declare(binders);
        var life = new LifeBinder(context, binders);
        var deemings = new DeemingBinder(context, binders);
        var numbered = new SentenceBinder(context, binders, life, deemings);
        foreach (var sentence in sentences)
        {
            numbered.Bind(sentence);
        }
        var riders = new RiderBinder(context, binders);
        foreach (var rider in Standing<RiderSyntax>())
        {
            riders.Bind(rider, Nowhere);
        }
        var positions = new PositionBinder(context, binders, declarations);
        foreach (var position in Standing<PositionSyntax>())
        {
            positions.Bind(position, Nowhere);
        }
        normSyntax = [.. binders.Slots.All.Select(slot => slot.Clause)];
        this.deemings = deemings.Stated;
        ContradictionCheck.Run(context, binders.Slots);
        Whole();
        return Build(source, life, deemings.All(), riders, positions, new PledgeBinder(context, binders));
    }

    private Agreement Build(
        SourceText source,
        LifeBinder life,
        ImmutableArray<Deeming> deemings,
        RiderBinder riders,
        PositionBinder positions,
        PledgeBinder pledges
    ) =>
        new()
        {
            Title = declarations.Title ?? source.Path,
            Stage = declarations.Stage,
            TextDate = declarations.TextDate,
            File = source.Path,
            Form = declarations.Form,
            Calendar = context.Calendar,
            Parties = [.. context.Parties],
            Groups = [.. context.Groups],
            Bodies = [.. context.Bodies],
            Depositary = context.Depositary,
            Lines = [.. context.Lines],
            Sectors = context.Sectors,
            Conduct = context.Conduct,
            Brackets = context.Brackets.ToImmutable(),
            Established = context.Established,
            Attributed = context.Attributed,
            SameIncident = context.SameIncident,
            Predicates = [.. context.Predicates],
            Clauses = [.. context.Clauses],
            Blocks = [.. context.Blocks],
            Norms = [.. context.Norms.Select((norm, index) => norm ?? Unbound(index))],
            Procedures = [.. context.Procedures],
            Life = life.Life,
            Deemings = deemings,
            Priorities = [.. context.Priorities],
            Riders = [.. riders.Riders],
            Positions = [.. positions.Positions],
            Sources = [.. positions.Sources],
            Milestones = [.. positions.Milestones],
            Pledges = [.. pledges.All()],
            Zones = [.. context.Zones],
            Patterns = [.. context.Patterns],
            Conditions = [.. context.Conditions],
        };

    // A norm with an error keeps its index, so that what refers to others stays right; it never stands.
    private static Norms.Norm Unbound(int index) =>
        new()
        {
            Clause = "",
            Article = "",
            Order = index,
            Stands = false,
            Bearers = new Norms.Bearers(Norms.BearerMode.Each, new Norms.ActorSet(Norms.ActorRole.Named, [], "")),
            Modal = Norms.Modal.May,
            Kind = Norms.NormKind.Permission,
            Verb = "",
        };

    private void Choose(IReadOnlyDictionary<string, string> choices)
    {
        foreach (var (name, value) in choices)
        {
            if (context.Brackets.ValuesOf(name) is not { } values)
            {
                var near = Suggest.Nearest(name, context.Brackets.Names);
                context.Report(
                    Codes.UnknownChoice,
                    default(TextSpan),
                    $"This text has no bracket `{name}`.",
                    near ?? string.Join(", ", context.Brackets.Names)
                );
                continue;
            }
            var match = values.FirstOrDefault(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase));
            match ??= values.FirstOrDefault(known =>
                string.Equals(
                    known.Replace(",", "", StringComparison.Ordinal),
                    value,
                    StringComparison.OrdinalIgnoreCase
                )
            );
            if (match is null)
            {
                context.Report(
                    Codes.UnknownChoice,
                    default(TextSpan),
                    $"The bracket `{name}` has no value `{value}`.",
                    string.Join(" | ", values)
                );
                continue;
            }
            context.Brackets.Choose(name, match);
        }
    }

    private IEnumerable<T> Standing<T>()
        where T : SentenceBodySyntax =>
        tree
            .Sentences.Where(sentence => sentence.Guard is null || context.Brackets.Stands(sentence.Guard))
            .Select(sentence => sentence.Body)
            .OfType<T>();

    private void Known(ReferenceBinder references)
    {
        foreach (var heading in tree.Sentences.Select(sentence => sentence.Body).OfType<ArticleSyntax>())
        {
            references.Known.Add(heading.Number.Text);
        }
        foreach (var (place, sentence) in sentences)
        {
            references.Known.Add(place.Article);
            references.Known.Add(place.Clause);
            if (sentence.Body is BlockSyntax block)
            {
                references.Known.UnionWith(
                    block.Items.Select((_, i) => Numbering.Item(place.Clause, i, block.Items.Length))
                );
            }
        }
    }

    private void Declare(Binders binders)
    {
        // Standards and predicates first: events ask whether a row is established, or found deliberate.
        foreach (var (place, sentence) in sentences)
        {
            if (
                sentence.Body is ClauseSentenceSyntax
                {
                    Clause: { Predicate: FixedPredicateSyntax { Verb.Value: "means" } } clause
                }
            )
            {
                binders.Definitions.Declare(place, clause);
            }
            else if (sentence.Body is ClauseSentenceSyntax { Clause: { Predicate: StatePredicateSyntax } standard })
            {
                binders.Definitions.Standard(place, standard);
            }
        }
    }

    private void Whole()
    {
        if (declarations.Title is null && tree.Sentences.Length > 0)
        {
            context.Report(Codes.NoTitle, new TextSpan(0, 0), "This text has no title.");
        }
        if (context.Parties.Count == 0)
        {
            context.Report(Codes.NoParties, new TextSpan(0, 0), "This text declares no party.");
        }
    }
}
