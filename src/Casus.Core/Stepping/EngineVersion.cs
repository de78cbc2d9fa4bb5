namespace Casus.Core.Stepping;

/// <summary>
/// The version of the engine, which opens every chain of hashes: two engines that may differ never share a hash.
/// </summary>
public static class EngineVersion
{
    public const string Current = "0.1.0";
}
