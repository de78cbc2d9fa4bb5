using Casus.Core.Agreements;
using Casus.Data.Tables;

namespace Casus.Cli.Inputs;

/// <summary>
/// Values chosen for brackets: NAME=VALUE, as --choose takes them. A bracket that is not chosen takes its first value.
/// </summary>
internal static class Choices
{
    /// <summary>
    /// Null with the reason where one is not of that form, or a name is chosen twice with different values.
    /// </summary>
    public static Dictionary<string, string>? Read(IEnumerable<string> written, out string? reason)
    {
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        reason = null;
        foreach (var choice in written)
        {
            var equals = choice.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? "" : choice[..equals].Trim();
            var value = equals < 0 ? "" : choice[(equals + 1)..].Trim();
            if (name.Length == 0 || value.Length == 0)
            {
                reason = $"--choose {choice}: it is not of the form NAME=VALUE";
                return null;
            }
            if (!choices.TryAdd(name, value) && choices[name] != value)
            {
                reason = $"--choose {choice}: '{name}' is already chosen as {choices[name]}";
                return null;
            }
        }
        return choices;
    }

    /// <summary>Why the choices are none that the agreement offers; null where all are.</summary>
    public static string? Check(Agreement agreement, IReadOnlyDictionary<string, string> choices)
    {
        foreach (var (name, value) in choices)
        {
            var bracket = agreement.Brackets.FirstOrDefault(known => known.Name == name);
            if (bracket is null)
            {
                var names = agreement.Brackets.Select(known => known.Name).ToArray();
                var has = names.Length == 0 ? "it has none" : $"it has {string.Join(", ", names)}";
                return $"--choose {name}={value}: the agreement has no bracket '{name}'{NearMiss.Question(name, names)} ({has})";
            }
            if (!bracket.Values.Contains(value))
            {
                var values = string.Join(" | ", bracket.Values);
                return $"--choose {name}={value}: bracket '{name}' has no value '{value}'; it has {values}";
            }
        }
        return null;
    }

    /// <summary>Every bracket with what it takes in this run.</summary>
    public static string Describe(Agreement agreement) =>
        string.Join(", ", agreement.Brackets.Select(bracket => $"{bracket.Name}={bracket.Chosen}"));
}
