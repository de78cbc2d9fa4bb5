using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Binding;
using Casus.Core.Checking.Timing;
using Casus.Core.Norms;
using Casus.Core.Procedures;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>A norm with its index and the clause that it was read from.</summary>
public readonly record struct StatedNorm(int Index, Norm Norm, ClauseSyntax Syntax);

/// <summary>
/// What a rule may ask of a text: the agreement, the tree, and the way from the one to the other. Made once for all
/// rules; whatever several rules need is found once.
/// </summary>
public sealed class CheckedText
{
    private readonly ILookup<string, Provision> byNumber;
    private TreeWalk? phrases;
    private readonly FrozenDictionary<string, ArticleSyntax> headings;
    private readonly FrozenDictionary<string, Block> blocks;
    private readonly FrozenDictionary<string, Bracket> brackets;
    private Ladder? ladder;
    private List<PatternUse>? uses;

    public CheckedText(Compilation compilation)
    {
        Compilation = compilation;
        Provisions = ProvisionReader.Of(compilation);
        byNumber = Provisions.ToLookup(provision => provision.Number, StringComparer.Ordinal);
        headings = compilation
            .Tree.Sentences.Select(sentence => sentence.Body)
            .OfType<ArticleSyntax>()
            .GroupBy(heading => heading.Number.Text, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        Norms =
        [
            .. Agreement
                .Norms.Select((norm, index) => new StatedNorm(index, norm, compilation.NormSyntax[index]))
                .Where(stated => stated.Norm.Stands),
        ];
        blocks = Agreement
            .Blocks.GroupBy(block => block.Clause, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        brackets = Agreement
            .Brackets.GroupBy(bracket => bracket.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        Decisions =
        [
            .. from procedure in Agreement.Procedures
            where procedure.Stands
            let syntax = ProvisionOf(procedure.Clause)?.Statement
            where syntax is not null
            select (procedure, syntax),
        ];
        Suppressions = SuppressionReader.Of(compilation.Source, compilation.Tree);
    }

    public Compilation Compilation { get; }
    public Agreement Agreement => Compilation.Agreement;
    public DocumentSyntax Tree => Compilation.Tree;
    public SourceText Source => Compilation.Source;

    /// <summary>The phrases of the whole text, those that do not stand too.</summary>
    public TreeWalk Phrases => phrases ??= new TreeWalk(Tree);

    /// <summary>Numbered sentences and items in the order of the text, those that do not stand too.</summary>
    public ImmutableArray<Provision> Provisions { get; }

    /// <summary>The norms that stand under the choices, in the order of their indexes, fallbacks included.</summary>
    public ImmutableArray<StatedNorm> Norms { get; }

    /// <summary>Where the text asks for incidents, in its order.</summary>
    internal List<PatternUse> Uses => uses ??= PatternUses.Find(this);

    /// <summary>Every `casus: allow` comment, in the order of the text.</summary>
    public ImmutableArray<SuppressionComment> Suppressions { get; }

    /// <summary>
    /// Codes in suppressions that kept nothing back, with their places. Empty until all other rules have been asked.
    /// </summary>
    public ImmutableArray<(string Code, TextSpan Span)> Idle { get; internal set; } = [];

    /// <summary>Where to say what is said of the text as a whole: its title line, or its first line.</summary>
    public TextSpan Whole =>
        Labels("agreement").FirstOrDefault()?.Span ?? (Tree.Sentences.IsEmpty ? default : Tree.Sentences[0].Span);

    /// <summary>Declarations of a label, in lower case: "zone", "party".</summary>
    public IEnumerable<LabelSyntax> Labels(string label) =>
        Tree.Sentences.Select(sentence => sentence.Body).OfType<LabelSyntax>().Where(one => one.Label.Is(label));

    /// <summary>The declaration of that name under one of the labels; null where there is none.</summary>
    public LabelSyntax? Declaration(string name, params ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            var found = Labels(label)
                .FirstOrDefault(one =>
                    one.Names.Any(each =>
                        string.Equals(each.Head.WordsText(), name, StringComparison.OrdinalIgnoreCase)
                    )
                );
            if (found is not null)
            {
                return found;
            }
        }
        return null;
    }

    /// <summary>The sentence or item of that number: of a block with one item the item.</summary>
    public Provision? ProvisionOf(string number) => byNumber[number].LastOrDefault();

    /// <summary>Where a sentence or item stands; the whole text where there is none of that number.</summary>
    public TextSpan SpanOf(string number) => ProvisionOf(number)?.Span ?? Whole;

    public ArticleSyntax? HeadingOf(string article) => headings.GetValueOrDefault(article);

    /// <summary>The block that a norm or a procedure is an item of; null outside a block.</summary>
    public Block? BlockOf(Norm norm) => norm.Block is { } index ? Agreement.Blocks[index] : null;

    public Block? BlockOf(Procedure procedure) => procedure.Block is { } index ? Agreement.Blocks[index] : null;

    public Block? BlockOf(string number) => blocks.GetValueOrDefault(number);

    /// <summary>The decisions that stand under the choices, with the clauses that they were read from.</summary>
    public ImmutableArray<(Procedure Procedure, ClauseSyntax Syntax)> Decisions { get; }

    /// <summary>When the steps of blocks begin and end.</summary>
    internal Ladder Ladder => ladder ??= new Ladder(this);

    /// <summary>The bracket of that name; null where there is none.</summary>
    public Bracket? BracketNamed(string name) => brackets.GetValueOrDefault(name);

    /// <summary>Names of the parties that have a role: "guarantor", "adversary".</summary>
    public IEnumerable<string> PartiesAs(string role) =>
        Agreement
            .Parties.Where(party => party.Bound && party.Roles.Contains(role, StringComparer.OrdinalIgnoreCase))
            .Select(party => party.Name);
}
