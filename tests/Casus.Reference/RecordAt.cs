using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Time;

namespace Casus.Reference;

/// <summary>
/// The record at an instant of knowledge (S10): the rows known by then, each with the findings made by then.
/// </summary>
internal sealed class RecordAt
{
    private readonly ReferenceCase given;
    private readonly Dictionary<IncidentRow, Location> locations = new(ReferenceEqualityComparer.Instance);

    public RecordAt(ReferenceCase given, Moment knownBy)
    {
        this.given = given;
        KnownBy = knownBy;
        var known = given.Rows.Where(row => row.KnownAt <= knownBy).ToList();
        var superseded = known.Where(row => row.Supersedes is not null).Select(row => row.Supersedes).ToHashSet();
        Rows = [.. known.Where(row => !superseded.Contains(row.Id) && MeetsLife(row))];
    }

    public Agreement Agreement => given.Agreement;

    public Moment KnownBy { get; }

    public Moment? LifeFrom => given.LifeFrom;

    /// <summary>Known, not superseded, and of the life.</summary>
    public IReadOnlyList<IncidentRow> Rows { get; }

    public IEnumerable<Anchor> Anchors => given.Anchors.Where(anchor => anchor.Act.KnownAt <= KnownBy);

    public IEnumerable<TimeInterval> Uncovered => given.Uncovered;

    public int Metres(GeoPoint a, GeoPoint b) => given.Metres(a, b);

    public Location LocationOf(IncidentRow row)
    {
        if (!locations.TryGetValue(row, out var location))
        {
            locations[row] = location = given.Locate(row);
        }
        return location;
    }

    /// <summary>
    /// Findings of a kind that have entered the record: each at its own instant, and not before its row.
    /// </summary>
    public IEnumerable<BodyFinding> Findings(IncidentRow row, FindingKind kind) =>
        row.Findings.Where(finding => finding.Kind == kind && Moment.Max(finding.At, row.KnownAt) <= KnownBy);

    /// <summary>Before the entry into force nothing holds.</summary>
    public bool InForce(Moment at) => given.LifeFrom is { } from && from <= at;

    /// <summary>Whether the row's acts belong to the life, and lie outside every suspension (S13, S19).</summary>
    public Verdict Life(IncidentRow row)
    {
        if (!MeetsLife(row))
        {
            return Verdict.NotMet;
        }
        var time = row.Occurred;
        var verdict = VerdictLogic
            .Of(time.From >= given.LifeFrom!.Value && time.To <= (given.LifeTo ?? Moment.Forever))
            .Or(Verdict.Undetermined);
        foreach (var suspension in given.Suspensions)
        {
            var last = (suspension.To ?? Moment.Forever).Plus(-1);
            if (suspension.From <= time.From && time.To <= last)
            {
                verdict = Verdict.NotMet;
            }
            else if (suspension.From <= time.To && time.From <= last)
            {
                verdict = verdict.And(Verdict.Undetermined);
            }
        }
        return verdict;
    }

    /// <summary>Whether the row reports an act at all: a count of nought is none (S2).</summary>
    public static Verdict Exists(IncidentRow row) =>
        row.CountMax == 0 ? Verdict.NotMet
        : row.CountMin == 0 ? Verdict.Undetermined
        : Verdict.Met;

    private bool MeetsLife(IncidentRow row) =>
        given.LifeFrom is { } from && row.Occurred.To >= from && row.Occurred.From <= (given.LifeTo ?? Moment.Forever);
}
