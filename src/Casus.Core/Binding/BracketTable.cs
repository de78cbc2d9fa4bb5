using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Binding;

/// <summary>
/// The brackets of a text, in the order in which they first stand. A bracket that several sentences name (as guards do)
/// has the values of all of them, in order; one without a name is named by its number.
/// </summary>
internal sealed class BracketTable
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TextSpan> spans = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<BracketSyntax, string> nameOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> chosen = new(StringComparer.OrdinalIgnoreCase);

    public BracketTable(DocumentSyntax tree)
    {
        var brackets = new List<BracketSyntax>();
        Collect(tree, brackets);
        foreach (var bracket in brackets)
        {
            var name = bracket.Name ?? $"bracket {names.Count + 1}";
            nameOf[bracket] = name;
            if (!values.TryGetValue(name, out var known))
            {
                names.Add(name);
                values[name] = known = [];
                spans[name] = bracket.Span;
            }
            known.AddRange(bracket.Values.Except(known, StringComparer.OrdinalIgnoreCase));
        }
    }

    public IEnumerable<string> Names => names;

    public IReadOnlyList<string>? ValuesOf(string name) => values.GetValueOrDefault(name);

    public void Choose(string name, string value) => chosen[name] = value;

    public string NameOf(BracketSyntax bracket) => nameOf[bracket];

    /// <summary>
    /// The value in force. A unit that only the last value states goes for all ([24 | 48 | 72 hours]).
    /// </summary>
    public string Value(BracketSyntax bracket)
    {
        var name = nameOf[bracket];
        var value = Chosen(name);
        var unit = values[name].Select(UnitOf).LastOrDefault(text => text.Length > 0) ?? "";
        return unit.Length > 0 && UnitOf(value).Length == 0 && char.IsAsciiDigit(value[0]) ? $"{value} {unit}" : value;
    }

    public ImmutableArray<Bracket> ToImmutable() =>
        [.. names.Select(name => new Bracket(name, [.. values[name]], Chosen(name), spans[name]))];

    public Guard GuardOf(BracketSyntax bracket) => new(nameOf[bracket], bracket.Values[0]);

    /// <summary>A guard names one value, or several of which any will do.</summary>
    public bool Stands(BracketSyntax guard) =>
        guard.Values.Contains(Chosen(nameOf[guard]), StringComparer.OrdinalIgnoreCase);

    private string Chosen(string name) => chosen.GetValueOrDefault(name) ?? values[name][0];

    private static string UnitOf(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && char.IsAsciiDigit(value[0]) ? value[(space + 1)..] : "";
    }

    /// <summary>In the order of the text; most of a text holds none, so the walk makes nothing on its way.</summary>
    private static void Collect(SyntaxNode node, List<BracketSyntax> found)
    {
        foreach (var element in node.Elements)
        {
            if (element is BracketSyntax bracket)
            {
                found.Add(bracket);
            }
            if (element is SyntaxNode inner)
            {
                Collect(inner, found);
            }
        }
    }
}
