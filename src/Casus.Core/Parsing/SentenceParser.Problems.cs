using Casus.Core.Diagnostics;
using Casus.Core.Syntax;

namespace Casus.Core.Parsing;

/// <summary>Where a sentence can fail for several reasons, tells the likeliest.</summary>
internal sealed partial class SentenceParser
{
    private void FailAtRest()
    {
        if (AtFurtherMember())
        {
            Fail(SyntaxProblems.SecondConnective);
        }
        Fail(SyntaxProblems.Rest);
    }

    private void FailWithoutAuxiliary(int subjectStart)
    {
        if (Failure is not null)
        {
            return;
        }
        if (AtFurtherMember())
        {
            Fail(SyntaxProblems.SecondConnective);
        }
        var opensSentence = ReferenceEquals(tokens[subjectStart], First);
        if (opensSentence && LabelOf(First, exact: true) is { } capital)
        {
            Fail(_ => SyntaxProblems.SmallLabel(First, capital));
        }
        if (NearAuxiliary(subjectStart) is var (word, meant))
        {
            Fail(_ => SyntaxProblems.NearAuxiliary(word, meant));
        }
        if (opensSentence && !AtConnective() && LabelOf(First, exact: false) is { } label)
        {
            Fail(_ => SyntaxProblems.UnknownOpening(First, label));
        }
        var subject = string.Join(' ', tokens[subjectStart..position].Select(token => token.Text));
        Fail(token => SyntaxProblems.NoAuxiliary(token, subject));
    }

    private Diagnostic NoNounPhrase(SyntaxToken token) =>
        ReferenceEquals(token, First) && LabelOf(First, exact: true) is { } label
            ? SyntaxProblems.SmallLabel(First, label)
            : SyntaxProblems.NoNounPhrase(token);

    private bool AtFurtherMember() =>
        (AtConnective() && AtNounPhrase(1)) || (At(TokenKind.Comma) && AtConnective(1) && AtNounPhrase(2));

    /// <summary>
    /// A word of the subject, with a small letter, that is a slip away from what may follow a subject.
    /// </summary>
    private (SyntaxToken Word, string Meant)? NearAuxiliary(int subjectStart)
    {
        for (var i = position - 1; i >= subjectStart; i--)
        {
            var word = tokens[i];
            var maySlip = word.Kind == TokenKind.Word && word.Text.Length > 2 && char.IsLower(word.Text[0]);
            if (
                maySlip
                && !ReservedWords.All.Contains(word.Value)
                && Suggest.Nearest(word.Value, ReservedWords.AfterSubject) is { } meant
            )
            {
                return (word, meant);
            }
        }
        return null;
    }

    /// <summary>
    /// The label that an opening word is but for its letter case, or, where not exact, but for a slip.
    /// </summary>
    private static string? LabelOf(SyntaxToken token, bool exact)
    {
        if (token.Kind != TokenKind.Word)
        {
            return null;
        }
        var openers = ReservedWords.Labels.Concat(ReservedWords.BlockOpeners);
        return exact
            ? openers.FirstOrDefault(label => string.Equals(label, token.Text, StringComparison.OrdinalIgnoreCase))
            : Suggest.Nearest(token.Text, openers);
    }
}
