using Casus.Core.Diagnostics;
using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Parsing;

/// <summary>What to tell of each mistake of shape: what was seen, and what to write instead.</summary>
internal static class SyntaxProblems
{
    public static Diagnostic Unexpected(SyntaxToken token, string expected) =>
        SyntaxCodes.Unexpected.Error(
            token.Span,
            $"expected {expected} but saw {Seen(token)}",
            $"Write {expected} here."
        );

    public static Diagnostic Rest(SyntaxToken token) =>
        SyntaxCodes.Unexpected.Error(
            token.Span,
            $"the sentence cannot go on with {Seen(token)}",
            "End it with a full stop here, put a comma before what qualifies the whole clause, or put a term that holds a "
                + "reserved word in quotes."
        );

    public static Diagnostic MissingFullStop(SyntaxToken last) =>
        SyntaxCodes.MissingFullStop.Error(
            last.Span,
            $"no full stop after `{last.Text}`",
            "End the sentence with a full stop.",
            last.Text + "."
        );

    public static Diagnostic NoAuxiliary(SyntaxToken token, string subject) =>
        SyntaxCodes.NoAuxiliary.Error(
            token.Span,
            $"expected an auxiliary or a verb after `{subject}` but saw {Seen(token)}",
            "After the subject write shall, may, will, is, has or another auxiliary, or a verb that stands alone, such as means."
        );

    public static Diagnostic NearAuxiliary(SyntaxToken word, string meant) =>
        SyntaxCodes.NoAuxiliary.Error(
            word.Span,
            $"the clause has no auxiliary or verb; `{word.Text}` is read as a part of a name",
            $"Did you mean `{meant}`?",
            meant
        );

    public static Diagnostic NoVerb(SyntaxToken token) =>
        SyntaxCodes.NoVerb.Error(
            token.Span,
            $"expected a verb but saw {Seen(token)}",
            "One word that is not reserved is the verb; it follows the auxiliary at once."
        );

    public static Diagnostic OpenList(SyntaxToken comma, SyntaxToken token) =>
        SyntaxCodes.OpenList.Error(
            comma.Span,
            $"a list with a comma is not closed by `and` or `or` before {Seen(token)}",
            "Write `and` or `or` before the last member, instead of its comma.",
            " and"
        );

    public static Diagnostic SecondConnective(SyntaxToken token) =>
        SyntaxCodes.SecondConnective.Error(
            token.Span,
            $"{Seen(token)} opens a further member of a list that cannot take one",
            "Write `A and B` or `A, B and C`: one `and` or `or`, before the last member."
        );

    public static Diagnostic NotAfterAuxiliary(SyntaxToken modal, SyntaxToken not) =>
        SyntaxCodes.NotAfterAuxiliary.Error(
            TextSpan.FromBounds(modal.Span.Start, not.Span.End),
            $"`{modal.Value} not` can be read in two ways",
            "Write `shall not` to forbid; to give no permission, write nothing.",
            "shall not"
        );

    public static Diagnostic AlternativeBearers(SyntaxToken connective, SyntaxToken modal) =>
        SyntaxCodes.AlternativeBearers.Error(
            connective.Span,
            $"who is bound is left open: one `or` the other {modal.Value}",
            "Write `and`: each is bound, or, with `jointly` after the auxiliary, all have one duty.",
            "and"
        );

    public static Diagnostic NegatedAnd(SyntaxToken connective) =>
        SyntaxCodes.NegatedAnd.Error(
            connective.Span,
            "`shall not X and Y` can forbid each or only both together",
            "Write `or`: neither is allowed.",
            "or"
        );

    public static Diagnostic MixedStates(SyntaxToken connective) =>
        SyntaxCodes.MixedStates.Error(
            connective.Span,
            $"`{connective.Text}` follows another connective, so that the states can be grouped in two ways",
            "Define one group as a term, or write a second condition after `, or when` or `, and when`."
        );

    public static Diagnostic BareQuantity(QuantitySyntax quantity) =>
        SyntaxCodes.BareQuantity.Error(
            quantity.Span,
            $"`{quantity.WordsText()}` has no unit",
            "Write the unit: minutes, hours, days, months, years, metres or km."
        );

    public static Diagnostic NoNounPhrase(SyntaxToken token) =>
        SyntaxCodes.NoNounPhrase.Error(
            token.Span,
            $"expected a name or another noun phrase but saw {Seen(token)}",
            "Name a thing: words that are not reserved, a term in quotes, a number with its unit, a date or a bracket."
        );

    public static Diagnostic SmallLabel(SyntaxToken token, string label) =>
        SyntaxCodes.SmallLabel.Error(
            token.Span,
            $"`{token.Text}` opens a sentence with a small letter",
            $"Write `{label}`.",
            label
        );

    public static Diagnostic UnknownOpening(SyntaxToken token, string label) =>
        SyntaxCodes.UnknownOpening.Error(
            token.Span,
            $"`{token.Text}` is no label that opens a sentence",
            $"Did you mean `{label}`?",
            label
        );

    public static Diagnostic LabelInSentence(SyntaxToken label, SyntaxToken last) =>
        SyntaxCodes.LabelInSentence.Warning(
            label.Span,
            $"`{label.Text}` opens this line and is read as a word of the sentence before it",
            $"If a new sentence begins here, end the one before with a full stop after `{last.Text}`."
        );

    public static Diagnostic OpenBracket(SyntaxToken token) =>
        SyntaxCodes.MalformedBracket.Error(
            token.Span,
            $"expected `|` or `]` but saw {Seen(token)}",
            "Close the bracket with `]`; part its values by `|`."
        );

    public static Diagnostic NoValue(SyntaxToken token) =>
        SyntaxCodes.MalformedBracket.Error(
            token.Span,
            $"expected a value of the bracket but saw {Seen(token)}",
            "A value is a number, words, or a string."
        );

    public static Diagnostic NoColon(SyntaxToken keyword, SyntaxToken token) =>
        SyntaxCodes.NoColon.Error(
            token.Span,
            $"expected the colon of this `{keyword.Text}` but saw {Seen(token)}",
            "Put a colon before what follows from it.",
            ":"
        );

    public static Diagnostic NoThen(SyntaxToken token) =>
        SyntaxCodes.NoThen.Error(
            token.Span,
            $"expected `, then` after the condition but saw {Seen(token)}",
            "Close the condition with a comma and `then`.",
            ", then"
        );

    public static Diagnostic EmptySentence(SyntaxToken token) =>
        SyntaxCodes.EmptySentence.Error(token.Span, $"nothing is said before {Seen(token)}", "Take the mark out.");

    public static Diagnostic TooDeep(SyntaxToken token) =>
        SyntaxCodes.TooDeep.Error(
            token.Span,
            "the sentence is nested too deep here",
            "Define a term for the inner part and use the term."
        );

    public static Diagnostic NoSuchDate(SyntaxToken date) =>
        SyntaxCodes.MalformedDate.Error(
            date.Span,
            $"`{date.Text}` is not in the calendar",
            "Write a month from 01 to 12, a day of that month, and a time from 00:00 to 23:59."
        );

    public static bool IsAndOr(SyntaxToken token) => token.Is("and/or");

    /// <summary>What is wrong with a token wherever it stands; null where nothing is.</summary>
    public static Diagnostic? OfToken(SyntaxToken token)
    {
        if (IsAndOr(token))
        {
            return SyntaxCodes.AndOr.Error(
                token.Span,
                "`and/or` is read in two ways",
                "Write `and` where all are meant and `or` where one suffices."
            );
        }
        if (token.Kind != TokenKind.Bad)
        {
            return null;
        }
        var text = token.Text;
        if (text[0] == '"')
        {
            return SyntaxCodes.UnterminatedString.Error(
                token.Span,
                "the string does not end on its line",
                "Close it with a straight double quote."
            );
        }
        if (!char.IsAsciiDigit(text[0]))
        {
            return BadCharacter(token);
        }
        return text.Contains('-', StringComparison.Ordinal)
            ? SyntaxCodes.MalformedDate.Error(
                token.Span,
                $"`{text}` is no date and no number",
                "A date is 2026-01-06 or, with a time in the agreement's zone, 2026-01-06T18:00."
            )
            : SyntaxCodes.MalformedNumber.Error(
                token.Span,
                $"`{text}` can be read as a number in two ways",
                "Write thousands as 7,500, decimals as 2.5, and a space after a comma that parts two numbers."
            );
    }

    private static Diagnostic BadCharacter(SyntaxToken token)
    {
        var help = token.Text switch
        {
            "." => "A full stop is followed by white space; put a term that holds a point in quotes.",
            "“" or "”" or "„" or "«" or "»" or "'" or "‘" => "Quote with straight double quotes.",
            "(" or ")" =>
                "Put what the parentheses hold between commas; a reference is written 5.2(b), without a space.",
            "-" or "–" or "—" => "A dash joins nothing outside a word: use a comma, or write `to`.",
            ">" => "Prose starts its line with >.",
            "/" => "A comment starts with two slashes.",
            _ => "Put a term that holds it in quotes.",
        };
        return SyntaxCodes.BadCharacter.Error(token.Span, $"`{token.Text}` has no meaning here", help);
    }

    private static string Seen(SyntaxToken token) =>
        token.Kind switch
        {
            TokenKind.FullStop => "the full stop",
            TokenKind.EndOfFile => "the end of the sentence",
            TokenKind.Word when ReservedWords.All.Contains(token.Value) => $"the reserved word `{token.Text}`",
            _ => $"`{token.Text}`",
        };
}
