using Casus.Core.Conditions;
using Casus.Core.Stepping;

namespace Casus.Core.Norms;

/// <summary>
/// Duties to keep, and the sightings that breach them (S17): a row that is surely contrary, by its bearer, once it is
/// owed.
/// </summary>
internal sealed class Keeping
{
    private readonly Court court;
    private readonly Dictionary<int, List<Norm>> byPattern = [];
    private readonly Dictionary<Norm, List<Duty>> duties = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(long Duty, string Row)> seen = [];
    private readonly Dictionary<Norm, List<RowJudged>> sightings = new(ReferenceEqualityComparer.Instance);

    public Keeping(Court court)
    {
        this.court = court;
        foreach (var norm in court.Text.Standing)
        {
            if (norm is { Kind: NormKind.Keep, Each: null, Contrary: { } pattern })
            {
                if (!byPattern.TryGetValue(pattern, out var norms))
                {
                    byPattern[pattern] = norms = [];
                }
                norms.Add(norm);
                duties[norm] = [];
                sightings[norm] = [];
            }
        }
    }

    public IEnumerable<int> Patterns => byPattern.Keys;

    /// <summary>
    /// A duty to keep has arisen; what was seen since its start and is known already breaches it now.
    /// </summary>
    public void Watch(Duty duty)
    {
        if (duties.TryGetValue(duty.Norm, out var list))
        {
            list.Add(duty);
            foreach (var sighting in sightings[duty.Norm])
            {
                Try(duty, sighting);
            }
        }
    }

    /// <summary>A row that is now surely contrary; one effect for a row and a duty.</summary>
    public void See(RowJudged judged)
    {
        if (judged.Now != Verdict.Met || judged.Before == Verdict.Met)
        {
            return;
        }
        if (!byPattern.TryGetValue(judged.Pattern, out var norms))
        {
            return;
        }
        foreach (var norm in norms)
        {
            sightings[norm].Add(judged);
            foreach (var duty in duties[norm])
            {
                Try(duty, judged);
            }
        }
    }

    private void Try(Duty duty, RowJudged judged)
    {
        var occurred = judged.Row.Occurred;
        var party = judged.Party ?? judged.Row.Party;
        if (
            duty.EndedAt <= occurred.To
            || duty.WithoutCause
            || occurred.From < duty.At
            || party is null
            || !duty.Members.Contains(party)
            || court.Suspensions.Holds(duty.Norm.Article, occurred.From)
            || court.Suspensions.Holds(duty.Norm.Article, occurred.To)
            || !court.Life.IsInForce(duty.Norm.Article, occurred.To)
            || court.Excuses.Judge(duty.Norm, duty.Bearer, duty.Arising) == Verdict.Met
            || !seen.Add((duty.Id, judged.Row.Id))
        )
        {
            return;
        }
        court.Duties.Breach(duty, occurred.To, new([judged.Row.Id], [duty.Seq]), duty.Supposed);
    }
}
