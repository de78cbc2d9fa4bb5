using System.Text.Json;
using Casus.Core.Effects;
using Casus.Core.Time;
using NodaTime.Text;

namespace Casus.Cli.Runs;

/// <summary>Effects as effects.jsonl has them, for what can be told of a run that cannot be made again.</summary>
internal static class RecordedEffects
{
    /// <summary>The effects of those numbers, as far as they are there; and how many there are in all.</summary>
    public static (Dictionary<long, Effect> Found, long Total) Read(string file, IReadOnlySet<long> numbers)
    {
        var found = new Dictionary<long, Effect>();
        var total = 0L;
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            total++;
            if (numbers.Contains(total))
            {
                using var document = JsonDocument.Parse(line);
                found[total] = Read(document.RootElement);
            }
        }
        return (found, total);
    }

    private static Effect Read(JsonElement line)
    {
        var because = line.GetProperty("because");
        return new Effect
        {
            Seq = line.GetProperty("seq").GetInt64(),
            Kind = Enum.Parse<EffectKind>(line.GetProperty("kind").GetString()!, ignoreCase: true),
            Clause = Text(line, "clause"),
            Grade = Text(line, "grade"),
            Bearer = Text(line, "bearer"),
            Beneficiary = Text(line, "beneficiary"),
            Party = Text(line, "party"),
            Sector = line.TryGetProperty("sector", out var sector) ? sector.GetInt32() : null,
            At = Instant(Text(line, "at")),
            KnownAt = Instant(Text(line, "knownAt"))!.Value,
            Deadline = Instant(Text(line, "deadline")),
            Because = new Because(
                [.. because.GetProperty("facts").EnumerateArray().Select(fact => fact.GetString()!)],
                [.. because.GetProperty("effects").EnumerateArray().Select(effect => effect.GetInt64())]
            ),
        };
    }

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Moment? Instant(string? written) =>
        written is null
            ? null
            : new Moment(InstantPattern.General.Parse(written).GetValueOrThrow().ToUnixTimeSeconds());
}
