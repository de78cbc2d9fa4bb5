using System.Text.Json;

namespace Casus.Data.Tables;

/// <summary>
/// GeoJSON (RFC 7946): each feature is a row, its properties are the columns, and its point gives latitude and
/// longitude. A feature without a geometry has no place. Its `id` is the column `id` where no property is.
/// </summary>
internal sealed class GeoJsonSource : TableSource
{
    private const string Latitude = "latitude";
    private const string Longitude = "longitude";
    private const string Id = "id";

    private readonly FeatureStream features;
    private readonly JsonFields fields;
    private bool hasPoint;

    public GeoJsonSource(ByteSource bytes, FeatureStream features)
        : base(bytes)
    {
        this.features = features;
        fields = new JsonFields(name => IndexOf(name) is >= 0 and var known ? known : AddColumn(name));
    }

    public override string Format =>
        features.Unit == RowUnit.Line ? "GeoJSON, a feature a line" : "GeoJSON, a FeatureCollection";

    public override bool HasHeader => false;

    public override RowUnit Unit => features.Unit;

    public override bool Read()
    {
        Fault = null;
        if (Problem is not null || !features.Next(out var feature))
        {
            Problem ??= features.Problem;
            return false;
        }
        Row++;
        Line = features.Number;
        // Decoded once only to find what is no text; the values are decoded into the same room again.
        if (!Decode(feature, fields.RoomFor(feature.Length), Line, out _))
        {
            return false;
        }
        fields.Clear();
        try
        {
            Fault = ReadFeature(feature);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Fault = $"the feature is not JSON: {e.Message.Split(" LineNumber")[0].TrimEnd('.')}";
        }
        return Problem is null;
    }

    public override ReadOnlyMemory<char> Field(int column) => fields[column];

    private string? ReadFeature(ReadOnlySpan<byte> feature)
    {
        var reader = new Utf8JsonReader(feature);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return "it is not a feature: no JSON object";
        }
        // Properties come first: what they state stands, whatever the order of the members.
        var geometry = default(Utf8JsonReader);
        var id = default(Utf8JsonReader);
        var type = "";
        string? fault = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "type":
                    type = reader.TokenType == JsonTokenType.String ? reader.GetString() : "";
                    break;
                case "properties" when reader.TokenType == JsonTokenType.StartObject:
                    var properties = reader;
                    fault ??= fields.ReadMembers(ref properties);
                    break;
                case "geometry":
                    geometry = reader;
                    break;
                case "id":
                    id = reader;
                    break;
            }
            reader.Skip();
        }
        if (type != "Feature")
        {
            return "it is not a feature: its type is not Feature";
        }
        return fault ?? ReadId(id) ?? ReadGeometry(geometry);
    }

    private string? ReadId(Utf8JsonReader reader) =>
        reader.TokenType != JsonTokenType.None && !fields.Has(IndexOf(Id)) ? fields.ReadMember(Id, ref reader) : null;

    private string? ReadGeometry(Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.None or JsonTokenType.Null)
        {
            return null;
        }
        var type = "";
        var coordinates = default(Utf8JsonReader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "type" && reader.TokenType == JsonTokenType.String)
            {
                type = reader.GetString()!;
            }
            else if (name == "coordinates")
            {
                coordinates = reader;
            }
            reader.Skip();
        }
        if (type != "Point")
        {
            return NoPoint(type);
        }
        hasPoint = true;
        return ReadPosition(coordinates);
    }

    /// <summary>The first geometry tells what the file is; one that differs later is a fault of its row.</summary>
    private string NoPoint(string type)
    {
        var shown = type.Length is > 0 and < 30 ? $"a {type}" : "no geometry of GeoJSON";
        if (!hasPoint)
        {
            Problem = At(
                Line,
                $"the geometry is {shown} where a point is due",
                "an incident is at a point, with a radius within which it lies",
                "Give points; for an area write its centre, and in radius_km the distance to its farthest edge"
            );
        }
        return $"the geometry is {shown} where a point is due";
    }

    private string? ReadPosition(Utf8JsonReader reader)
    {
        const string Malformed = "the coordinates of its point are not two numbers, longitude and latitude";
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Malformed;
        }
        foreach (var name in (ReadOnlySpan<string>)[Longitude, Latitude])
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.Number)
            {
                return Malformed;
            }
            var stated = fields[IndexOf(name)];
            if (!stated.IsEmpty)
            {
                if (NumberText.Read(stated.Span, -360, 360, out var number) is null && number != reader.GetDouble())
                {
                    return FormattableString.Invariant(
                        $"the property '{name}' is {stated}, and the point has {reader.GetDouble()}"
                    );
                }
                continue;
            }
            fields.Forget(IndexOf(name));
            if (fields.ReadMember(name, ref reader) is { } fault)
            {
                return fault;
            }
        }
        return null;
    }
}
