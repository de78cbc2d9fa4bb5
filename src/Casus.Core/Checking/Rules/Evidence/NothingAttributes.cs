namespace Casus.Core.Checking.Rules.Evidence;

/// <summary>The text turns on whose act it was, and no sentence says who finds that.</summary>
internal sealed class NothingAttributes : Rule
{
    public override string Code => "CAS3502";
    public override string Title => "Nothing says whose act it was";
    public override RuleGroup Group => RuleGroup.Evidence;
    public override bool NeedsWholeText => true;

    public override string Why =>
        "A breach is somebody's breach. Where nobody may say whose, each side names the other and no duty can be called in.";

    public override IEnumerable<Finding> Check(CheckedText text)
    {
        if (text.Agreement.Attributed is not null)
        {
            yield break;
        }
        var uses = text.Uses;
        var use = uses.Find(each => each.Pattern.Attributed) ?? uses.Find(each => each.Pattern.By is not null);
        if (use is not null)
        {
            yield return At(
                use.Span,
                $"{use.Clause} turns on whose act it was ({Whose(use)}), and no sentence says who attributes one.",
                $"An incident is attributed when {NothingEstablishes.Verifier(text) ?? "Commission"} has attributed it "
                    + "with at least moderate confidence."
            );
        }
    }

    private static string Whose(PatternUse use) =>
        use.Pattern.By is { OneParty: false, Names: { IsEmpty: false } names }
            ? string.Join(", ", names)
            : "one party's";
}
