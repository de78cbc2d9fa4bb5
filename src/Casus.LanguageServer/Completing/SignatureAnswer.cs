using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Protocol;

namespace Casus.LanguageServer.Completing;

/// <summary>The form of the sentence that is being typed, and the part of it at the cursor.</summary>
internal static class SignatureAnswer
{
    public static SignatureHelp? Of(Analysis analysis, int offset)
    {
        var typed = TypedSentence.At(analysis, offset);
        if (!typed.IsInText || FormOf(typed) is not { } form)
        {
            return null;
        }
        var at = 0;
        var start = 0;
        var parameters = new List<ParameterInformation>();
        var reached = 0;
        foreach (var part in form.Parts)
        {
            var end = start + part.Written.Length;
            parameters.Add(new ParameterInformation([start, end], part.Meaning));
            var word = part.Word.ToLowerInvariant();
            if (
                word.Length == 0
                || typed.Tokens.Any(token =>
                    token.Is(word) || token.Text.StartsWith(word, StringComparison.Ordinal) && word == "\""
                )
            )
            {
                reached = at;
            }
            at++;
            start = end + 1;
        }
        return new SignatureHelp([new SignatureInformation(form.Written, form.Meaning, parameters)], 0, reached);
    }

    private static SentenceForm? FormOf(TypedSentence typed)
    {
        foreach (var form in SentenceForm.All)
        {
            var isLabel = char.IsUpper(form.Word[0]);
            if (
                isLabel
                    ? typed.Opens(form.Word)
                    : typed.Has(form.Word) || (form.Word == "decides" && typed.Has("decide"))
            )
            {
                return form;
            }
        }
        return null;
    }
}
