using Casus.Core.Binding;
using Casus.Core.Parsing;
using Casus.Core.Text;
using Casus.LanguageServer.Diagnostics;

namespace Casus.LanguageServer.Documents;

/// <summary>Makes the analyses of one document, each from what the one before has left.</summary>
internal sealed class Analyser(string? folder, DiagnosticSource rules)
{
    private static readonly Dictionary<string, string> FirstValues = [];
    private readonly GeographyMemory geography = new(folder);
    private readonly IncrementalParser parser = new();

    /// <summary>
    /// Null where it is superseded before its end: asked after each stage, the longest of which is binding.
    /// </summary>
    public Analysis? Analyse(string uri, int version, SourceText source, Lock trees, Func<bool> isSuperseded)
    {
        ParseResult parsed;
        lock (trees)
        {
            parsed = parser.Parse(source);
        }
        if (isSuperseded())
        {
            return null;
        }
        var compilation = Compiler.Compile(source, parsed, FirstValues, geography);
        if (isSuperseded())
        {
            return null;
        }
        return new Analysis(uri, version, parsed, compilation, rules.Of(compilation, folder), geography);
    }
}
