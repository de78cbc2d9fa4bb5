using System.Collections.Immutable;
using Casus.Core.Effects;
using Casus.Core.Time;

namespace Casus.Core.Stepping;

/// <summary>Numbers and hashes each effect as it is said, and holds those of the instant that is being run.</summary>
internal sealed class EffectLog(StateHash hash)
{
    private readonly List<Effect> said = [];
    private long last;

    /// <summary>The instant that is being run: the knownAt of everything said.</summary>
    public Moment Now { get; private set; } = Moment.Never;

    public void Begin(Moment now) => Now = now;

    /// <summary>The number that the next effect will have.</summary>
    public long Next => last + 1;

    /// <summary>Says an effect, which must have been built with <see cref="Next"/> as its number.</summary>
    public long Say(Effect effect)
    {
        last = effect.Seq;
        said.Add(effect);
        CanonicalBytes.Write(hash, effect);
        return last;
    }

    public ImmutableArray<Effect> Take()
    {
        if (said.Count == 0)
        {
            return [];
        }
        ImmutableArray<Effect> taken = [.. said];
        said.Clear();
        return taken;
    }
}
