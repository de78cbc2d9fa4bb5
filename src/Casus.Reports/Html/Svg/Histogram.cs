using Casus.Reports.Model;

namespace Casus.Reports.Html.Svg;

/// <summary>Rows that began in [From, To). Index: of the first of the table's bins that it holds.</summary>
internal readonly record struct HistogramBin(int Index, long From, long To, long Rows, long Acts);

/// <summary>Rows by time, at most so many bars: neighbouring bins are put together.</summary>
internal static class Histogram
{
    public static HistogramBin[] Of(PlaceTable places, int most)
    {
        var count = Math.Max(0, places.Bins.Length - 1);
        var together = Math.Max(1, (count + most - 1) / most);
        var bins = new HistogramBin[(count + together - 1) / together];
        for (var i = 0; i < bins.Length; i++)
        {
            var start = i * together;
            bins[i] = new HistogramBin(start, places.Bins[start], places.Bins[Math.Min(count, start + together)], 0, 0);
        }
        foreach (var tally in places.Tallies)
        {
            if (tally.Bin < 0 || tally.Bin >= count)
            {
                continue;
            }
            ref var bin = ref bins[tally.Bin / together];
            bin = bin with { Rows = bin.Rows + tally.Rows, Acts = bin.Acts + tally.Acts };
        }
        return bins;
    }
}
