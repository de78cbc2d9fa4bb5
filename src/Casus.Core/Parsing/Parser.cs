using Casus.Core.Syntax;
using Casus.Core.Text;

namespace Casus.Core.Parsing;

/// <summary>
/// Reads a text, sentence by sentence. A mistake costs its own sentence, which becomes an
/// <see cref="ErrorSentenceSyntax"/>
/// with one error; reading goes on after its full stop, or at an article that opens a line before it. It never throws,
/// and its time is linear in the length of the text.
/// </summary>
public static class Parser
{
    public static ParseResult Parse(SourceText source) => new DocumentParser(source).Parse();
}
