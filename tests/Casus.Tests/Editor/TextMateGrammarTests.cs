using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Editor;

public sealed class TextMateGrammarTests
{
    [Fact]
    public void The_grammar_of_the_extension_is_made_of_the_one_list_of_words() =>
        Golden.MatchesFile(
            RepositoryRoot.Of("editors", "vscode", "syntaxes", "casus.tmLanguage.json"),
            TextMateGrammar.Text
        );
}
