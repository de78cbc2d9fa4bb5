using Casus.Core.Syntax;

namespace Casus.Core.Binding;

/// <summary>
/// The roles of a phrase that count: window, day, sectors, days and gap. <see cref="Read"/> holds them, so that nobody
/// reads them twice.
/// </summary>
internal sealed class Shape
{
    private Shape() { }

    public HashSet<SyntaxNode> Read { get; } = new(ReferenceEqualityComparer.Instance);
    public AnyWindowSyntax? Window { get; private set; }
    public bool OneDay { get; private set; }
    public bool OneSector { get; private set; }

    /// <summary>`at least 2 sectors`.</summary>
    public SimpleSyntax? Sectors { get; private set; }
    public bool SameSectors { get; private set; }

    /// <summary>`3 consecutive days`.</summary>
    public SimpleSyntax? Days { get; private set; }

    /// <summary>`at most 7 days` of `gaps of at most 7 days`.</summary>
    public SimpleSyntax? Gap { get; private set; }

    public bool NeedsSectors => OneSector || Sectors is not null;
    public bool IsGrade => Window is not null || OneDay || NeedsSectors || Days is not null || Gap is not null;

    public static Shape Of(NounPhraseSyntax phrase)
    {
        var shape = new Shape();
        foreach (var role in phrase.Roles)
        {
            var read = role switch
            {
                AnyWindowSyntax window => shape.ReadWindow(window),
                RoleSyntax plain => shape.ReadRole(plain.Prepositions[0].Value, plain.Objects.Items[0]),
                _ => false,
            };
            if (read)
            {
                shape.Read.Add(role);
            }
        }
        return shape;
    }

    private bool ReadWindow(AnyWindowSyntax window)
    {
        Window = window;
        return true;
    }

    private bool ReadRole(string preposition, SimpleSyntax simple)
    {
        var noun = Inflection.Singular(simple.TermText);
        switch (preposition, noun)
        {
            case ("in", "day") when simple.Quantity is null:
                OneDay = true;
                return true;
            case ("in", "sector") when simple.Quantity is null:
                OneSector = true;
                return true;
            case ("in", "sector"):
                Sectors = simple;
                SameSectors = simple.Determiners.Any(word => word.Is("same"));
                return true;
            case ("on", "") when simple.Of is [var of] && IsDay(of):
                Days = of;
                return true;
            case ("with", "gap") when simple.Of is [var gap]:
                Gap = gap;
                return true;
            default:
                return false;
        }
    }

    private static bool IsDay(SimpleSyntax simple) =>
        Inflection.Singular(simple.TermText) is "consecutive day" or "day";
}
