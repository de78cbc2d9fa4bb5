namespace Casus.Analysis.Backtest;

/// <summary>The kinds of fact whose want leaves a row undecided, as they are printed.</summary>
public static class UndecidedKind
{
    public const string Place = "place";
    public const string Party = "party";
    public const string Establishment = "establishment";
    public const string Conduct = "conduct";
}
