using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Core.Checking;

/// <summary>Every rule, in the order of codes. A rule is in it by being there: a class of this assembly.</summary>
public static class RuleBook
{
    public static ImmutableArray<Rule> All { get; } =
    [
        .. typeof(Rule)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsClass: true } && type.IsSubclassOf(typeof(Rule)))
            .Select(type => (Rule)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, Rule> ByCode = All.ToFrozenDictionary(
        rule => rule.Code,
        StringComparer.Ordinal
    );

    /// <summary>Null where there is no such rule.</summary>
    public static Rule? Find(string code) => ByCode.GetValueOrDefault(code);
}
