using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Conduct;
using Casus.Core.Diagnostics;
using Casus.Core.Evidence;
using Casus.Core.Geography;
using Casus.Core.Norms;
using Casus.Core.Procedures;
using Casus.Core.Syntax;
using Casus.Core.Text;
using Casus.Core.Time;

namespace Casus.Core.Binding;

/// <summary>
/// What binding has learnt so far: the declarations, the tables that it fills, and what there is to say.
/// </summary>
internal sealed class BindingContext(SourceText source, BracketTable brackets)
{
    private readonly List<IncidentPattern> patterns = [];
    private readonly Dictionary<string, int> patternIndex = new(StringComparer.Ordinal);
    private readonly List<TrackedCondition> conditions = [];
    private readonly Dictionary<string, int> conditionIndex = new(StringComparer.Ordinal);
    private readonly HashSet<(string, TextSpan)> said = [];

    public SourceText Source { get; } = source;
    public BracketTable Brackets { get; } = brackets;
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>What the rules judge: no mistake of the text by itself.</summary>
    public List<Observation> Observations { get; } = [];

    public AgreementCalendar Calendar { get; set; } = AgreementCalendar.Utc;
    public List<Party> Parties { get; } = [];
    public List<PartyGroup> Groups { get; } = [];
    public List<Body> Bodies { get; } = [];
    public string? Depositary { get; set; }
    public List<DatumLine> Lines { get; } = [];
    public List<Zone> Zones { get; } = [];
    public SectorScheme? Sectors { get; set; }
    public ConductTaxonomy Conduct { get; set; } = ConductTaxonomy.BuiltIn;

    public EstablishmentStandard? Established { get; set; }
    public AttributionStandard? Attributed { get; set; }
    public SameIncidentTolerance? SameIncident { get; set; }
    public List<FindingPredicate> Predicates { get; } = [];
    public Dictionary<string, Definition> Definitions { get; } = new(StringComparer.Ordinal);

    /// <summary>The definition that a `means` sentence makes.</summary>
    public Dictionary<ClauseSyntax, Definition> DefinitionOf { get; } = new(ReferenceEqualityComparer.Instance);

    public List<Clause> Clauses { get; } = [];
    public List<Block> Blocks { get; } = [];

    /// <summary>
    /// Norms by index; a slot is made for each sentence before any is bound, since breaches refer to them.
    /// </summary>
    public List<Norm?> Norms { get; } = [];
    public List<Procedure> Procedures { get; } = [];
    public List<Priority> Priorities { get; } = [];

    public IReadOnlyList<IncidentPattern> Patterns => patterns;
    public IReadOnlyList<TrackedCondition> Conditions => conditions;

    public int PatternOf(IncidentPattern pattern)
    {
        var key = Canonical.Of(pattern);
        if (!patternIndex.TryGetValue(key, out var index))
        {
            index = patternIndex[key] = patterns.Count;
            patterns.Add(pattern);
        }
        return index;
    }

    /// <summary>An unnamed condition, shared by all who ask for the same.</summary>
    public int ConditionOf(Condition condition)
    {
        var key = Canonical.Of(condition);
        return conditionIndex.TryGetValue(key, out var index)
            ? index
            : conditionIndex[key] = Add(condition, null, null);
    }

    /// <summary>A grade: a condition that has a name.</summary>
    public int GradeOf(Condition condition, string name, string clause)
    {
        // What has no name yet is given this one, so that nothing is followed twice.
        var index = ConditionOf(condition);
        if (conditions[index].IsGrade)
        {
            return Add(new Condition.Of(index, []), name, clause);
        }
        conditions[index] = conditions[index] with { Name = name, Clause = clause };
        return index;
    }

    /// <summary>A zone that no sentence declares, such as "less than 50 km from Contact Line".</summary>
    public int ZoneOf(Area area, string written)
    {
        var index = Zones.FindIndex(zone => zone.Area == area);
        if (index < 0)
        {
            index = Zones.Count;
            Zones.Add(new Zone(written, written, area) { Declared = false });
        }
        return index;
    }

    public int? ZoneNamed(string name) => IndexOf(Zones, zone => zone.Declared && Same(zone.Name, name));

    public int? LineNamed(string name) => IndexOf(Lines, line => Same(line.Name, name));

    public Party? PartyNamed(string name) => Parties.Find(party => Same(party.Name, name));

    public Body? BodyNamed(string name) => Bodies.Find(body => Same(body.Name, name));

    public PartyGroup? GroupNamed(string name)
    {
        var singular = Inflection.Singular(name.ToLowerInvariant());
        return Groups.Find(group =>
            Same(group.Name, name) || (group.IsRole && Inflection.Singular(group.Name.ToLowerInvariant()) == singular)
        );
    }

    public IEnumerable<string> BoundParties => Parties.Where(party => party.Bound).Select(party => party.Name);

    public void Report(Code code, SyntaxElement at, string message, string? suggestion = null) =>
        Report(code, at.Span, message, suggestion);

    /// <summary>Says a thing once at a place, however many ways binding comes there.</summary>
    public void Report(Code code, TextSpan at, string message, string? suggestion = null)
    {
        if (said.Add((code.Id + message, at)))
        {
            Diagnostics.Add(new Diagnostic(code.Id, code.Severity, message, at, code.Help, suggestion));
        }
    }

    /// <summary>Records once what was seen at a place.</summary>
    public void Observe(ObservationKind kind, SyntaxElement at, string text, string message)
    {
        if (said.Add((kind + message, at.Span)))
        {
            Observations.Add(new Observation(kind, at.Span, text, message));
        }
    }

    private int Add(Condition condition, string? name, string? clause)
    {
        conditions.Add(new TrackedCondition(name, clause, condition, Stands: true));
        return conditions.Count - 1;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static int? IndexOf<T>(List<T> list, Predicate<T> match) =>
        list.FindIndex(match) is >= 0 and var i ? i : null;
}

/// <summary>A `means` sentence: bound when first asked for, so that definitions may stand in any order.</summary>
internal sealed class Definition(string name, Numbered sentence, ClauseSyntax clause)
{
    public string Name { get; } = name;
    public Numbered Sentence { get; } = sentence;
    public ClauseSyntax Clause { get; } = clause;

    /// <summary>It is being bound: to ask for it again is a circle.</summary>
    public bool InProgress { get; set; }
    public BoundEvent? Bound { get; set; }
}
