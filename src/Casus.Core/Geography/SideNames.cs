using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;

namespace Casus.Core.Geography;

/// <summary>
/// The names of the sides of each line: its file's `left` and `right`, and zones declared as one side of it (S14). The
/// plain words left and right speak of the first line declared. Case does not matter.
/// </summary>
internal sealed class SideNames
{
    private readonly ImmutableArray<Dictionary<string, Verdict>> left;
    private readonly ImmutableArray<Verdict> nothing;

    public SideNames(Agreement agreement)
    {
        nothing = [.. agreement.Lines.Select(_ => Verdict.Undetermined)];
        left = [.. agreement.Lines.Select((_, line) => OfLine(agreement, line))];
    }

    /// <summary>Whether that side is the left of each line; undetermined where it is no name of a side of it.</summary>
    public ImmutableArray<Verdict> Stated(string? side) =>
        side is null ? nothing : [.. left.Select(names => names.GetValueOrDefault(side.Trim(), Verdict.Undetermined))];

    private static Dictionary<string, Verdict> OfLine(Agreement agreement, int line)
    {
        var names = new Dictionary<string, Verdict>(StringComparer.OrdinalIgnoreCase);
        if (line == 0)
        {
            names["left"] = Verdict.Met;
            names["right"] = Verdict.NotMet;
        }
        foreach (var zone in agreement.Zones)
        {
            if (zone.Area is Area.SideOfLine side && side.Line == line)
            {
                names[zone.Name] = VerdictLogic.Of(side.Left);
            }
        }
        if (agreement.Lines[line].Left is { } leftName)
        {
            names[leftName] = Verdict.Met;
        }
        if (agreement.Lines[line].Right is { } rightName)
        {
            names[rightName] = Verdict.NotMet;
        }
        return names;
    }
}
