using System.Collections.Immutable;
using Casus.Analysis.Backtest;
using Casus.Analysis.Explain;
using Casus.Core.Time;
using Casus.Reports.Json;

namespace Casus.Reports.Model.Building;

/// <summary>
/// For each grade, and each sentence that responds to something, of which none arose: how near it came, and what was
/// missing.
/// </summary>
internal sealed class AbsenceBuilder(BacktestResult result)
{
    public ImmutableArray<AbsenceNote> Build() =>
        [
            .. result
                .Detail.Nearest.Where(nearest => nearest.Arose == 0 && !NamesOneParty(nearest))
                .DistinctBy(nearest => (nearest.Name, nearest.Words))
                .Select(nearest => new AbsenceNote(nearest.Name, nearest.Clause, Words(nearest))),
        ];

    /// <summary>
    /// A grade asks of any party: that one came nearest may be an accident. What triggers a duty names whom it asks of.
    /// </summary>
    private bool NamesOneParty(NearestFact nearest) =>
        nearest is { Kind: "grade", Party: not null } && result.Agreement.Blocks.Any(block => block.Stands);

    private string Words(NearestFact nearest)
    {
        var day = nearest.At is { } at ? $"nearest on {Day(at)}: " : "";
        var lacks = nearest.Lacks.Take(1).Select(Words);
        return string.Join(". ", [day + nearest.Words, .. lacks]) + ".";
    }

    private static string Words(Lack lack)
    {
        var counts = lack.Settles
            ? $"{Number(lack.WouldCount)} would then count; {Needed(lack)}"
            : $"{Number(lack.WouldCount)} would then count, too few of {Number(lack.Needed)}";
        return $"{char.ToUpperInvariant(lack.Words[0])}{lack.Words[1..]}: {counts}";
    }

    private static string Needed(Lack lack) => lack.Needed == 1 ? "1 is needed" : $"{Number(lack.Needed)} are needed";

    private static string Number(long number) => FormattableString.Invariant($"{number:N0}");

    private string Day(Moment at) => IsoDate.Of(AgreementCalendar.LocalDateOf(result.Agreement.Calendar.DayOf(at)));
}
