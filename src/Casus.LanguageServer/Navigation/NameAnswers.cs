using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Names;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Navigation;

/// <summary>Where a name is declared, and where it stands.</summary>
internal static class NameAnswers
{
    public static Location? Definition(Analysis analysis, int offset) =>
        analysis.Names.At(offset) is { } occurrence ? analysis.LocationOf(occurrence.Thing.Declaration) : null;

    public static IReadOnlyList<Location> References(Analysis analysis, int offset, bool withDeclaration) =>
        [
            .. Occurrences(analysis, offset)
                .Where(occurrence => withDeclaration || !occurrence.IsDeclaration)
                .Select(occurrence => analysis.LocationOf(occurrence.Span)),
        ];

    public static IReadOnlyList<DocumentHighlight> Highlights(Analysis analysis, int offset) =>
        [
            .. Occurrences(analysis, offset)
                .Select(occurrence => new DocumentHighlight(analysis.RangeOf(occurrence.Span))),
        ];

    private static IEnumerable<Occurrence> Occurrences(Analysis analysis, int offset) =>
        analysis.Names.At(offset) is { } occurrence ? analysis.Names.Of(occurrence.Thing) : [];
}
