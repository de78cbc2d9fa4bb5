using DiffPlex.Renderer;

namespace Casus.Cli.Checks;

/// <summary>The difference of two texts, as `diff -u` shows it and `patch` takes it.</summary>
internal static class UnifiedDifference
{
    public static string Of(string path, string before, string after) =>
        UnidiffRenderer.GenerateUnidiff(before, after, path, path, ignoreWhitespace: false);
}
