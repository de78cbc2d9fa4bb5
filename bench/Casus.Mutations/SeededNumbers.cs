namespace Casus.Mutations;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the same numbers from the same seed on every machine and runtime.
/// </summary>
public sealed class SeededNumbers(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>From 0 up to, and without, the bound, which is positive.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public T OneOf<T>(IReadOnlyList<T> values) => values[Below(values.Count)];
}
