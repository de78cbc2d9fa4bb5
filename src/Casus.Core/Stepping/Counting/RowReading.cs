using System.Collections.Immutable;
using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Facts;
using Casus.Core.Geography;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// Turns what a row says in words into indexes, once, when it enters: parties, groups, incident keys, and kinds of
/// places. Rows with the same verdicts of all zones and lines share one kind of place, so that a pattern's place is
/// judged once a kind.
/// </summary>
internal sealed class RowReading
{
    /// <summary>The set of all sectors: nothing is known of the place.</summary>
    public const int AllSectors = 0;

    private readonly Agreement agreement;
    private readonly Func<Place?, string?, Location> locate;
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly List<string> named = [];
    private readonly Dictionary<string, int> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> incidents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> conducts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sectors = new(StringComparer.Ordinal);
    private readonly List<int[]> sectorSets =
    [
        [],
    ];
    private readonly List<Verdict[]> placeVerdicts = [];
    private readonly List<Location> placeKinds = [];

    public RowReading(Agreement agreement, Func<Place?, string?, Location> locate)
    {
        this.agreement = agreement;
        this.locate = locate;
        foreach (var name in agreement.Parties.Select(party => party.Name).Concat(NamesAsked(agreement)))
        {
            if (names.TryAdd(name, names.Count))
            {
                named.Add(name);
            }
        }
    }

    /// <summary>
    /// The index of a party; <see cref="RecordedRow.StrangerParty"/> for one that no sentence names, and unknown for
    /// none.
    /// </summary>
    public int PartyOf(string? name) =>
        name is null ? RecordedRow.UnknownParty
        : names.TryGetValue(name, out var index) ? index
        : RecordedRow.StrangerParty;

    /// <summary>The name of a party by its index; null for one that has none.</summary>
    public string? NameOf(int party) => party >= 0 ? named[party] : null;

    public ImmutableArray<int> PartiesOf(IEnumerable<string> asked) => [.. asked.Select(PartyOf)];

    public int[] SectorSet(int index) => sectorSets[index];

    /// <summary>The verdict of a pattern's place tests for a kind of place.</summary>
    public Verdict PlaceVerdict(int place, int pattern) => placeVerdicts[place][pattern];

    public Verdict Zone(int place, int zone) => placeKinds[place].Zones[zone];

    /// <summary>The origin's being on the left of the first line.</summary>
    public Verdict OriginLeft(int place) =>
        placeKinds[place].OriginLeft.IsDefaultOrEmpty ? Verdict.Undetermined : placeKinds[place].OriginLeft[0];

    public Location Locate(IncidentRow row) => locate(row.Place, row.OriginSide);

    public RecordedRow Read(int index, IncidentRow row)
    {
        var location = Locate(row);
        return new RecordedRow(index, row)
        {
            Conduct = Index(conducts, row.Conduct, agreement.Conduct.IndexOf(row.Conduct)),
            Place = PlaceOf(location),
            Sectors = SectorsOf(location.Sectors),
            Group = Index(groups, row.Group, groups.Count),
            IncidentKey = row.Incident is null ? -1 : Index(incidents, row.Incident, incidents.Count),
        };
    }

    private static int Index(Dictionary<string, int> table, string name, int next)
    {
        if (!table.TryGetValue(name, out var index))
        {
            index = next;
            table.Add(name, index);
        }
        return index;
    }

    private int PlaceOf(Location location)
    {
        Span<char> code = stackalloc char[location.Zones.Length + location.Left.Length + location.OriginLeft.Length];
        var length = 0;
        foreach (
            var verdicts in (ReadOnlySpan<ImmutableArray<Verdict>>)[location.Zones, location.Left, location.OriginLeft]
        )
        {
            foreach (var verdict in verdicts)
            {
                code[length++] = (char)('0' + (byte)verdict);
            }
        }
        if (!places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var index))
        {
            index = placeKinds.Count;
            places.Add(code.ToString(), index);
            placeKinds.Add(location);
            placeVerdicts.Add([.. agreement.Patterns.Select(pattern => Judge(location, pattern))]);
        }
        return index;
    }

    private int SectorsOf(ImmutableArray<int> possible)
    {
        if (possible.IsDefault)
        {
            return AllSectors;
        }
        Span<char> code = possible.Length <= 256 ? stackalloc char[possible.Length] : new char[possible.Length];
        for (var i = 0; i < possible.Length; i++)
        {
            code[i] = (char)possible[i];
        }
        if (!sectors.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var index))
        {
            index = sectorSets.Count;
            sectors.Add(code.ToString(), index);
            sectorSets.Add([.. possible]);
        }
        return index;
    }

    private Verdict Judge(Location location, IncidentPattern pattern)
    {
        var verdict = Verdict.Met;
        foreach (var test in pattern.Places)
        {
            var any = Verdict.NotMet;
            foreach (var relation in test.Relations)
            {
                any = any.Or(Judge(location, relation, test.Index));
            }
            verdict = verdict.And(any);
        }
        return verdict;
    }

    private Verdict Judge(Location location, PlaceRelation relation, int index) =>
        relation switch
        {
            PlaceRelation.In => location.Zones[index],
            PlaceRelation.From => agreement.Zones[index].Area is Area.SideOfLine side
                ? side.Left
                    ? location.OriginLeft[side.Line]
                    : location.OriginLeft[side.Line].Not()
                : Verdict.Undetermined,
            _ => Across(location.Left[index], location.OriginLeft[index]),
        };

    private static Verdict Across(Verdict place, Verdict origin) =>
        place == Verdict.Undetermined || origin == Verdict.Undetermined
            ? Verdict.Undetermined
            : VerdictLogic.Of(place != origin);

    private static IEnumerable<string> NamesAsked(Agreement agreement) =>
        agreement
            .Patterns.SelectMany(pattern => pattern.By is { } by ? by.Names : [])
            .Concat(agreement.Norms.SelectMany(norm => norm.Bearers.Actors.Names))
            .Concat(agreement.Lines.SelectMany(line => (string?[])[line.Left, line.Right]).OfType<string>());
}
