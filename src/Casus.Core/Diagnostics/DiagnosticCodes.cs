using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Core.Checking;

namespace Casus.Core.Diagnostics;

/// <summary>
/// Every diagnostic that Casus can give. Codes are stable: one that is no longer given is not given away again.
/// </summary>
public static class DiagnosticCodes
{
    /// <summary>In the order of their codes.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        .. SyntaxCodes
            .All.Concat(BindingCodes.All)
            .Concat(RuleBook.All.Select(rule => new DiagnosticCode(rule.Code, rule.Title, rule.Why, rule.Severity)))
            .OrderBy(code => code.Code, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, DiagnosticCode> ByCode = All.ToFrozenDictionary(
        code => code.Code,
        StringComparer.Ordinal
    );

    /// <summary>Null where there is no such code.</summary>
    public static DiagnosticCode? Find(string code) => ByCode.GetValueOrDefault(code);
}
