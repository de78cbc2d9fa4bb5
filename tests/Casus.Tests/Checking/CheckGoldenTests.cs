using System.Text;
using Casus.Core.Diagnostics;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.Checking;

/// <summary>What the compiler and all rules say of each text of the house, in expected/check.txt.</summary>
public sealed class CheckGoldenTests
{
    public static TheoryData<string> Agreements =>
        [
            .. Directory
                .GetDirectories(RepositoryRoot.Of("agreements"))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Agreements))]
    public void What_is_found_in_it_is_as_kept(string agreement)
    {
        var text = CheckedFolder.Agreement(agreement);
        var builder = new StringBuilder();
        foreach (var diagnostic in text.Diagnostics)
        {
            builder.Append(DiagnosticLines.Of(text.Compilation.Source, diagnostic));
        }
        Golden.MatchesFile(RepositoryRoot.Of("agreements", agreement, "expected", "check.txt"), builder.ToString());
    }
}
