using System.Text.Json;

namespace Casus.Reports.Json;

/// <summary>Names of kinds as formats.md has them: camelCase.</summary>
public static class JsonNames
{
    public static string Of<TKind>(TKind kind)
        where TKind : struct, Enum => Names<TKind>.All[kind];

    private static class Names<TKind>
        where TKind : struct, Enum
    {
        public static readonly Dictionary<TKind, string> All = Enum.GetValues<TKind>()
            .ToDictionary(kind => kind, kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));
    }
}
