using System.Text.Json;
using System.Text.Json.Serialization;

namespace Casus.Tests.Vectors;

/// <summary>`expect.json` of a corner case of the counting side: a small agreement, and what must come out.</summary>
internal sealed record CountingVector(CountingAgreement Agreement, CountingExpectation Expect)
{
    private static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>A key that this runner does not know is an error: what is not compared must not pass.</summary>
    public static CountingVector Read(string file) =>
        JsonSerializer.Deserialize<CountingVector>(File.ReadAllText(file), options)
        ?? throw new InvalidDataException($"{file} is null");
}

internal sealed record CountingAgreement
{
    public required string TimeZone { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public double[][]? Line { get; init; }
    public double? ZoneKm { get; init; }
    public double? SectorKm { get; init; }
    public string[] Parties { get; init; } = [];
    public GradeOfVector[] Grades { get; init; } = [];
    public EstablishedBy? Established { get; init; }
    public AttributedBy? Attributed { get; init; }
    public SameWithin? Same { get; init; }
    public SelfDefenceWithin? SelfDefence { get; init; }
}

internal sealed record GradeOfVector
{
    public required string Name { get; init; }
    public long Count { get; init; } = 1;
    public double? WindowHours { get; init; }
    public string By { get; init; } = "any";
    public string? In { get; init; }
    public string Conduct { get; init; } = "attack";
    public string Place { get; init; } = "zone";
    public int? Sectors { get; init; }
    public int? Days { get; init; }
    public PersistAfter? Persist { get; init; }
    public bool? Breach { get; init; }
}

internal sealed record PersistAfter(string After, double Hours);

internal sealed record EstablishedBy(string[]? VerifiedBy, int? Sources, double? WithinHours);

internal sealed record AttributedBy(string[]? By, string? MinConfidence);

internal sealed record SameWithin(double Minutes, double Km);

internal sealed record SelfDefenceWithin(double Hours);

internal sealed record CountingExpectation
{
    public Dictionary<string, int>? Incidents { get; init; }
    public ExpectedReject[]? Rejected { get; init; }
    public string? Error { get; init; }
    public Dictionary<string, ExpectedPlace>? Places { get; init; }
    public Dictionary<string, Dictionary<string, string>>? Standing { get; init; }
    public Dictionary<string, ExpectedGrade>? Grades { get; init; }
}

internal sealed record ExpectedReject(string Id);

/// <summary>Sectors: absent, null (unknown), or the possible ones; so the element itself is kept.</summary>
internal sealed record ExpectedPlace(string? Zone, JsonElement Sectors);

internal sealed record ExpectedGrade
{
    public int? Arose { get; init; }
    public int? Undetermined { get; init; }
    public ExpectedRun[]? Hindsight { get; init; }

    [JsonPropertyName("asKnown")]
    public Dictionary<string, JsonElement>[]? AsKnown { get; init; }
    public Dictionary<string, JsonElement>[]? Possible { get; init; }
}

internal sealed record ExpectedRun(string Key, string Arose, JsonElement Lapsed);
