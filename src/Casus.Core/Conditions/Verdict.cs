namespace Casus.Core.Conditions;

/// <summary>
/// A three-valued verdict. The order is Kleene's: <c>and</c> is the least, <c>or</c> the greatest of its operands.
/// </summary>
public enum Verdict : byte
{
    NotMet = 0,
    Undetermined = 1,
    Met = 2,
}

public static class VerdictLogic
{
    public static Verdict And(this Verdict a, Verdict b) => a < b ? a : b;

    public static Verdict Or(this Verdict a, Verdict b) => a > b ? a : b;

    public static Verdict Not(this Verdict a) => (Verdict)(2 - (byte)a);

    public static Verdict Of(bool value) => value ? Verdict.Met : Verdict.NotMet;
}
