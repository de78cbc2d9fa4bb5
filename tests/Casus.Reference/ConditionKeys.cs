using Casus.Core.Agreements;
using Casus.Core.Conditions;
using Casus.Core.Stepping;

namespace Casus.Reference;

/// <summary>The keys of a condition: of one party each or any, of one sector each or all (S3, S6).</summary>
internal static class ConditionKeys
{
    public static IReadOnlyList<ConditionKey> Of(Agreement agreement, Condition condition) =>
        condition switch
        {
            Condition.Count count => Of(agreement, count.Pattern, count.Scope),
            Condition.Series series => Of(agreement, series.Pattern, series.Scope),
            Condition.Of of => OfParties(agreement, of),
            Condition.Spread spread => WholeLine(Of(agreement, agreement.Conditions[spread.Condition].Condition)),
            Condition.OnDays { Sectors: not null } days => WholeLine(
                Of(agreement, agreement.Conditions[days.Condition].Condition)
            ),
            Condition.OnDays days => Of(agreement, agreement.Conditions[days.Condition].Condition),
            Condition.Persists persists => Of(agreement, agreement.Conditions[persists.Condition].Condition),
            Condition.And and => Joined(agreement, and.Parts),
            Condition.Or or => Joined(agreement, or.Parts),
            Condition.Not not => Of(agreement, not.Part),
            _ => [new ConditionKey(ConditionKey.AnyParty, 0)],
        };

    /// <summary>The names that a key's party stands for; null: anybody.</summary>
    public static IReadOnlyList<string>? Parties(Agreement agreement, int pattern, ConditionKey key) =>
        agreement.Patterns[pattern].By switch
        {
            null => null,
            { OneParty: true } => [key.Party],
            { } by => by.Names,
        };

    private static List<ConditionKey> Of(Agreement agreement, int pattern, PlaceScope scope)
    {
        IReadOnlyList<string> parties = agreement.Patterns[pattern].By switch
        {
            null => [ConditionKey.AnyParty],
            { OneParty: true } by => by.Names,
            { } by => [string.Join(" or ", by.Names)],
        };
        var sectors = agreement.Sectors?.Count ?? 0;
        IReadOnlyList<int> places =
            scope == PlaceScope.OneSector && sectors > 0 ? [.. Enumerable.Range(1, sectors)] : [0];
        return [.. parties.SelectMany(party => places.Select(sector => new ConditionKey(party, sector)))];
    }

    private static List<ConditionKey> OfParties(Agreement agreement, Condition.Of of) =>
        [
            .. Of(agreement, agreement.Conditions[of.Condition].Condition)
                .Where(key =>
                    of.Parties.IsEmpty || key.Party == ConditionKey.AnyParty || of.Parties.Contains(key.Party)
                ),
        ];

    private static List<ConditionKey> WholeLine(IReadOnlyList<ConditionKey> keys) =>
        [.. keys.Select(key => key with { Sector = 0 }).Distinct()];

    private static List<ConditionKey> Joined(Agreement agreement, IEnumerable<Condition> parts)
    {
        var all = parts.SelectMany(part => Of(agreement, part)).Distinct().ToList();
        var byParty = all.Exists(key => key.Party != ConditionKey.AnyParty);
        var bySector = all.Exists(key => key.Sector != 0);
        var finest = all.Where(key =>
            (!byParty || key.Party != ConditionKey.AnyParty) && (!bySector || key.Sector != 0)
        );
        return [.. finest];
    }
}
