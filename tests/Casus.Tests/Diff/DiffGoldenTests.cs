using System.Text;
using Casus.Core.Diagnostics;
using Casus.Reports.Diff;
using Casus.Tests.Binding;
using Xunit;

namespace Casus.Tests.Diff;

/// <summary>One pair of drafts for each kind of change, as `diff` tells it.</summary>
public sealed class DiffGoldenTests
{
    public static TheoryData<string> Names => [.. DraftPairs.Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_is_told_with_its_direction(string name)
    {
        var text = Texts.Heading + DraftPairs.Base;
        var (old, now) = DraftPairs.Changes[name];
        Assert.Contains(old, text, StringComparison.Ordinal);
        var changed = Texts.Whole(text.Replace(old, now, StringComparison.Ordinal));
        Assert.Empty(changed.Diagnostics.Where(one => one.Severity == Severity.Error).Select(one => one.Message));
        var written = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        DiffText.Write(written, DraftPairs.Of(name), "old.casus", "new.casus");
        Golden.Matches($"diff/{name.Replace(' ', '-')}.txt", written.ToString());
    }
}
