using Casus.Core.Conditions;
using Casus.Core.Facts;

namespace Casus.Core.Stepping.Counting;

/// <summary>A row of the record and what is known of it by now.</summary>
/// <param name="Inside">In the first zone; undetermined where the text has none.</param>
/// <param name="Sectors">The possible ones, ascending from 1; empty: nothing is known of the place.</param>
/// <param name="Breach">Of any prohibition that stands.</param>
public sealed record RecordStanding(
    IncidentRow Row,
    Verdict Inside,
    IReadOnlyList<int> Sectors,
    Verdict Established,
    Verdict Attributed,
    Verdict Breach
);
