using System.Text.Json;
using System.Text.Json.Serialization;

namespace Casus.Tests.Vectors;

/// <summary>
/// `run.json` of a corner case of norms, procedures and life: how the run is bounded, and what it supposes.
/// </summary>
internal sealed record DutyRunSettings
{
    public string Suppose { get; init; } = "none";
    public string? InForceFrom { get; init; }
    public Dictionary<string, string> Choose { get; init; } = [];
    public required string AsOf { get; init; }

    public static DutyRunSettings Read(string file) => DutyVector.Read<DutyRunSettings>(file);
}

/// <summary>
/// `expect.json` of a corner case of norms, procedures and life. In an effect only the fields given are compared.
/// </summary>
internal sealed record DutyVector
{
    private static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public Dictionary<string, JsonElement>[] Effects { get; init; } = [];
    public Dictionary<string, string>[] Final { get; init; } = [];
    public Dictionary<string, JsonElement>[] Absent { get; init; } = [];

    public static DutyVector Read(string file) => Read<DutyVector>(file);

    /// <summary>A key that this runner does not know is an error: what is not compared must not pass.</summary>
    internal static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(file), options)
        ?? throw new InvalidDataException($"{file} is null");
}
