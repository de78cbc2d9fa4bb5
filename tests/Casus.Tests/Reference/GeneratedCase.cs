using System.Collections.Immutable;
using System.Text;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;
using Casus.Core.Time;
using Casus.Reference;
using CsCheck;

namespace Casus.Tests.Reference;

/// <summary>An agreement, a history and the bounds of a run, both for the engine and for the reference.</summary>
internal sealed record GeneratedCase(
    Agreement Agreement,
    ImmutableArray<IncidentRow> Rows,
    ImmutableArray<Act> Warnings,
    Moment LifeFrom,
    Moment? LifeTo,
    ImmutableArray<Suspension> Suspensions,
    ImmutableArray<TimeInterval> Uncovered
)
{
    public static readonly Moment Horizon = GeneratedHistory.Start.Plus(12 * 86_400);

    public static readonly ImmutableArray<int> Watched = [0, 1, 2, 3, 4];

    public static Gen<GeneratedCase> Any(int mostRows = 6) =>
        Gen.Select(
            GeneratedAgreement.Any,
            GeneratedHistory.Rows(mostRows),
            GeneratedHistory.Warnings,
            Gen.Int[0, 9],
            Gen.Int[0, 9],
            (agreement, rows, warnings, life, gaps) =>
                new GeneratedCase(
                    agreement,
                    rows,
                    warnings,
                    life == 0 ? Hours(15) : Hours(-240),
                    life == 1 ? Hours(40) : null,
                    life == 2 ? [new Suspension(Hours(20), Hours(30))] : [],
                    gaps switch
                    {
                        0 => [new TimeInterval(Hours(10), Hours(13))],
                        1 => [new TimeInterval(Hours(10), Hours(13)), new TimeInterval(Hours(40), Hours(70))],
                        _ => [],
                    }
                )
        );

    public ReferenceJudge Judge() => new(Reference());

    public ReferenceCase Reference()
    {
        var locator = new Locator(Agreement);
        return new ReferenceCase
        {
            Agreement = Agreement,
            Rows = Rows,
            Anchors = [.. Warnings.Select(act => new Anchor(act, "warn"))],
            LifeFrom = LifeFrom,
            LifeTo = LifeTo,
            Suspensions = Suspensions,
            Uncovered = Uncovered,
            Horizon = Horizon,
            Locate = row => locator.Locate(row.Place, row.OriginSide),
            Metres = Geodesic.Metres,
            Watched = Watched,
        };
    }

    /// <summary>The same, with every count asked for one act more.</summary>
    public GeneratedCase Tightened() =>
        this with
        {
            Agreement = Agreement with
            {
                Conditions =
                [
                    .. Agreement.Conditions.Select(tracked =>
                        tracked.Condition is Condition.Count count
                            ? tracked with
                            {
                                Condition = count with { AtLeast = count.AtLeast + 1 },
                            }
                            : tracked
                    ),
                ],
            },
        };

    /// <summary>For the message of a failing test.</summary>
    public string Describe()
    {
        var text = new StringBuilder("\n");
        text.AppendLine($"{Agreement.Calendar.ZoneId} life {LifeFrom}..{LifeTo} {string.Join(' ', Suspensions)}");
        text.AppendLine($"uncovered {string.Join(' ', Uncovered)}");
        text.AppendLine($"{Agreement.Established}\n{Agreement.Attributed}\n{Agreement.SameIncident}");
        text.AppendLine($"exceptions {string.Join(' ', Agreement.Norms[0].Exceptions)}");
        text.AppendLine($"violation {Agreement.Patterns[1].Established} {Agreement.Patterns[1].Attributed}");
        foreach (var condition in Agreement.Conditions)
        {
            text.AppendLine($"  {condition.Name}: {condition.Condition}");
        }
        foreach (var row in Rows)
        {
            text.AppendLine(
                $"  {row.Id} {row.Occurred.From}..{row.Occurred.To} known {row.KnownAt} {row.Conduct} x{row.CountMin}..{row.CountMax}"
                    + $" by {row.Party} on {row.Against} from {row.OriginSide} group {row.Group} key {row.Incident}"
                    + $" supersedes {row.Supersedes} deaths {row.Deaths}"
            );
            text.AppendLine($"     {row.Place} {string.Join(' ', row.Findings)}");
        }
        foreach (var act in Warnings)
        {
            text.AppendLine(
                $"  {act.Id} warning by {string.Join('|', act.By)} to {act.To} {act.At} known {act.KnownAt}"
            );
        }
        return text.ToString();
    }

    private static Moment Hours(int hours) => GeneratedHistory.Start.Plus(hours * 3600L);
}
