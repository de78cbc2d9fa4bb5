using System.Collections.Immutable;
using Casus.Core.Text;

namespace Casus.Core.Checking;

/// <summary>
/// `// casus: allow CAS3401, CAS3402: the council of 1994 stood outside the text.` Before a sentence or item, or at the
/// end of its line: what these rules find in it is not told.
/// </summary>
/// <param name="Codes">As written, with the place of each.</param>
/// <param name="Reason">Why; empty where none is given.</param>
/// <param name="Covers">The sentence or item.</param>
public sealed record SuppressionComment(
    TextSpan Span,
    ImmutableArray<(string Code, TextSpan Span)> Codes,
    string Reason,
    TextSpan Covers
);
