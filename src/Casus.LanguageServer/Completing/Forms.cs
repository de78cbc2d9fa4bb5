using Casus.Core.Syntax;

namespace Casus.LanguageServer.Completing;

/// <summary>
/// Words and phrases that the forms of sentences are made of, in the order in which they are offered.
/// </summary>
internal static class Forms
{
    /// <summary>Labels and openers of blocks.</summary>
    public static IReadOnlyList<string> Openers { get; } =
    [.. ReservedWords.Labels.Concat(ReservedWords.BlockOpeners).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Roles { get; } =
    ["beneficiary", "adversary", "guarantor", "guarantors", "monitor", "mediator"];

    public static IReadOnlyList<string> Auxiliaries { get; } =
    [
        "shall",
        "shall not",
        "shall jointly",
        "may",
        "undertakes to",
        "intends to",
        "will seek to",
        "has",
        "is",
        "means",
        "counts as",
        "decides on",
        "enters into force when",
        "lasts",
        "ends when",
        "prevails over",
    ];

    public static IReadOnlyList<string> Quantities { get; } =
    ["any 24 hours", "24 hours", "48 hours", "72 hours", "7 days", "30 days", "12 months", "5 km of", "20 km of"];

    public static IReadOnlyList<string> Units { get; } =
    ["minutes", "hours", "days", "weeks", "months", "years", "km", "km of", "mm"];

    public static IReadOnlyList<string> Points { get; } =
    ["entry into force", "signature", "withdrawal", "the decision"];

    public static IReadOnlyList<string> Rules { get; } =
    ["consensus", "unanimity", "majority of", "two thirds of", "three quarters of"];

    public static IReadOnlyList<string> DecisionTails { get; } =
    ["by", "without the accused", "with a quorum of", "silence counts as consent", "silence counts as rejection"];

    public static IReadOnlyList<string> Tails { get; } =
    [
        "within",
        "after",
        "before",
        "until",
        "forthwith",
        "except",
        "unless",
        "if",
        "when",
        "subject to",
        "notwithstanding",
        "as from",
        "as it deems necessary",
        "which may include",
        "failing which",
        "is established",
        "is attributed",
        "by",
        "from",
        "into",
        "in",
        "of",
        "to",
    ];
}
