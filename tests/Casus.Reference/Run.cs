using Casus.Core.Conditions;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>
/// A maximal run of met or undetermined, [Start, End); End null: it still stands at the last instant judged. Arose: its
/// first instant met, if there is one (S6).
/// </summary>
public sealed record Run(Moment Start, Moment? End, Moment? Arose)
{
    public static IReadOnlyList<Run> Of(IEnumerable<(Moment At, Verdict Verdict)> timeline)
    {
        var runs = new List<Run>();
        Run? open = null;
        foreach (var (at, verdict) in timeline)
        {
            if (verdict == Verdict.NotMet)
            {
                if (open is not null)
                {
                    runs.Add(open with { End = at });
                }
                open = null;
                continue;
            }
            open ??= new Run(at, null, null);
            open = verdict == Verdict.Met ? open with { Arose = open.Arose ?? at } : open;
        }
        if (open is not null)
        {
            runs.Add(open);
        }
        return runs;
    }

    public bool Overlaps(Run other) => Start < (other.End ?? Moment.Forever) && other.Start < (End ?? Moment.Forever);
}
