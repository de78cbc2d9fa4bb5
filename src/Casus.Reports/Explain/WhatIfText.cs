using System.Collections.Immutable;
using System.Globalization;
using Casus.Analysis.Explain;

namespace Casus.Reports.Explain;

/// <summary>
/// What differs when facts are added or taken away, for a terminal: the first of each kind, and counts of the
/// rest.
/// </summary>
public sealed class WhatIfText
{
    private const int MostListed = 10;
    private readonly Paragraphs paragraphs;

    private WhatIfText(TextWriter writer) => paragraphs = new Paragraphs(writer);

    public static void Write(TextWriter writer, WhatIf whatIf)
    {
        var text = new WhatIfText(writer);
        var changes = new[] { ("without", whatIf.Without), ("with", whatIf.With) }
            .Where(change => !change.Item2.IsEmpty)
            .Select(change => $"{change.Item1} {Names(change.Item2)}");
        text.paragraphs.Plain(
            0,
            $"{string.Join(", ", changes)}: {Number(whatIf.Gone.Length)} effects gone, {Number(whatIf.Added.Length)} new, "
                + $"{Number(whatIf.Moved.Length)} moved in time, {Number(whatIf.Unchanged)} as they were"
        );
        text.List("gone", whatIf.Gone);
        text.List("new", whatIf.Added);
        text.List("moved", whatIf.Moved);
    }

    private void List(string label, ImmutableArray<ChangedEffect> effects)
    {
        foreach (var effect in effects.Take(MostListed))
        {
            var seq = effect.Seq is { } number ? $"#{number.ToString(CultureInfo.InvariantCulture)} " : "";
            var to = effect.MovedTo is { } moment ? $"; now at {TerminalTime.Of(moment)}" : "";
            paragraphs.Labelled(0, label, $"{seq}{effect.Words}{to} ({effect.View})");
            label = "";
        }
        var rest = effects
            .Skip(MostListed)
            .GroupBy(effect => $"{effect.Kind} {effect.Clause}".Trim())
            .OrderByDescending(group => group.Count())
            .Select(group => $"{group.Key} {Number(group.Count())}")
            .ToList();
        if (rest.Count > 0)
        {
            const int MostKinds = 8;
            var more = rest.Count > MostKinds ? $" and {rest.Count - MostKinds} kinds more" : "";
            var number = Number(effects.Length - MostListed);
            paragraphs.Labelled(0, "", $"and {number} more: {string.Join(", ", rest.Take(MostKinds))}{more}");
        }
    }

    private static string Names(ImmutableArray<string> ids)
    {
        const int MostNamed = 5;
        return ids.Length <= MostNamed
            ? string.Join(", ", ids)
            : $"{string.Join(", ", ids.Take(MostNamed))} and {ids.Length - MostNamed} more";
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
