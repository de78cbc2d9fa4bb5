using System.Collections.Frozen;
using Casus.Reports.Html.Words;
using Casus.Reports.Model;

namespace Casus.Reports.Html;

/// <summary>
/// One report on the page: its model, and how its parts are named so that two can stand beside each other.
/// </summary>
public sealed class ReportView
{
    private readonly FrozenDictionary<string, int> rows;
    private readonly FrozenSet<long> effects;

    public ReportView(ReportModel model, int index, int count)
    {
        Model = model;
        Index = index;
        IsOneOfTwo = count > 1;
        Prefix = (count, index) switch
        {
            (1, _) => "",
            (_, 0) => "a-",
            _ => "b-",
        };
        Clock = new ReportClock(model.Agreement.TimeZone);
        rows = model
            .Rows.Rows.Select((row, at) => (row.Id, at))
            .DistinctBy(row => row.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(row => row.Id, row => row.at, StringComparer.Ordinal);
        effects = model.Effects.Select(effect => effect.Seq).ToFrozenSet();
    }

    public ReportModel Model { get; }
    public int Index { get; }
    public bool IsOneOfTwo { get; }

    /// <summary>Before every id of this report: nothing, "a-" or "b-".</summary>
    public string Prefix { get; }
    public ReportClock Clock { get; }

    /// <summary>A or B; empty where there is one report.</summary>
    public string Letter =>
        (IsOneOfTwo, Index) switch
        {
            (false, _) => "",
            (_, 0) => "A",
            _ => "B",
        };

    public string Id(string name) => Prefix + name;

    public string ClauseId(string clause) => $"{Prefix}clause-{Anchor.Of(clause)}";

    public string ClauseLink(string clause) => "#" + ClauseId(clause);

    /// <summary>Where a row is shown; null where it is not.</summary>
    public string? RowLink(string id) => rows.TryGetValue(id, out var at) ? $"#{Prefix}row-{at}" : null;

    /// <summary>Which of the rows shown it is; null where it is not shown.</summary>
    public int? RowIndex(string id) => rows.TryGetValue(id, out var at) ? at : null;

    /// <summary>Where an effect is shown; null where it is not.</summary>
    public string? EffectLink(long seq) => effects.Contains(seq) ? $"#{Prefix}effect-{seq}" : null;
}
