using System.Text;
using Casus.Cli.Inputs;
using Casus.Core.Binding;
using Casus.Core.Checking;
using Casus.Core.Diagnostics;
using Casus.Data.Tables;

namespace Casus.Cli.Checks;

/// <summary>
/// Makes the safe fixes of a text, round after round until none is left, since one may make way for another. Fixes that
/// change what the text means are left to those who negotiate it.
/// </summary>
internal sealed class SafeFixes(AgreementText text, IReadOnlyDictionary<string, string> choices, RuleSettings settings)
{
    /// <summary>A fix that calls up another one without end would be a fault; this ends it.</summary>
    private const int MostRounds = 20;
    private string mended = text.Source.Text;
    private int made;

    /// <summary>The text as it is with them, and what is then told of it.</summary>
    public (Compilation, CheckResult) Make(Compilation compilation, CheckResult result)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var (next, fixes) = FixApplication.MakeSafe(mended, result.Told);
            if (fixes.IsEmpty)
            {
                break;
            }
            mended = next;
            made += fixes.Length;
            compilation = text.With(mended).Compile(choices);
            result = Checker.Run(compilation, settings);
        }
        return (compilation, result);
    }

    /// <summary>Shows what changes and, where asked, writes it. The problem where it cannot be written.</summary>
    public InputProblem? Write(FixMode mode, TextWriter people)
    {
        var path = text.Source.Path;
        if (made == 0)
        {
            people.WriteLine($"{path}: no safe fix to make");
            return null;
        }
        people.Write(UnifiedDifference.Of(path, text.Source.Text, mended));
        if (mode == FixMode.Show)
        {
            people.WriteLine($"{path}: --fix would make {made} safe {(made == 1 ? "fix" : "fixes")}");
            return null;
        }
        try
        {
            WholeFile.Write(path, Encoding.UTF8.GetBytes(mended));
            people.WriteLine($"{path}: {made} safe {(made == 1 ? "fix" : "fixes")} made");
            return null;
        }
        catch (Exception e) when (Unwritten.IsOne(e))
        {
            var what = $"it cannot be written ({e.Message.TrimEnd('.')})";
            const string Instead = "Name a file in a folder that this user may write";
            return new InputProblem(path, null, what, "the text is as it was", Instead);
        }
    }
}
