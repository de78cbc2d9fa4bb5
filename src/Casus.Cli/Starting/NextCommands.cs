using Casus.Cli.Inputs;

namespace Casus.Cli.Starting;

/// <summary>What is to be typed next, from where the user stands.</summary>
/// <param name="Program">How the program is called there.</param>
/// <param name="Folder">As the user named it.</param>
internal sealed record NextCommands(string Program, string Folder, AgreementTemplate Template)
{
    /// <summary>The made-up histories end in spring; the span goes on to see deadlines pass.</summary>
    private const string LastDay = "2026-06-30";

    public IEnumerable<string> All => [Check, Backtest, Explain];

    private string Check => $"{Program} check {Named}";

    private string Named => ShellWords.Quoted(Folder);

    private string Backtest =>
        $"{Program} backtest {Named} --incidents {In(AgreementTemplate.IncidentsFile)} --acts {In(AgreementTemplate.ActsFile)}"
        + $" --to {LastDay} --out {In("run")}";

    private string Explain => $"{Program} explain {Template.AskedClause} --at {Template.AskedDay} --run {In("run")}";

    private string In(string file) => ShellWords.Quoted(Path.Combine(Folder, file));
}
