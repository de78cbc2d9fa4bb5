using System.Text.Json;

namespace Casus.Data.Tables;

/// <summary>
/// The features of a FeatureCollection (RFC 7946), read as a stream: one feature is in memory at a time, whatever
/// stands before and after the list of features.
/// </summary>
internal sealed class FeatureCollection(ByteSource bytes) : FeatureStream
{
    private const string Instead = "Write {\"type\": \"FeatureCollection\", \"features\": [...]}, each feature a point";
    private readonly JsonStream json = new(bytes);
    private string? type;
    private bool started;
    private bool isInList;
    private bool wasListed;

    public override RowUnit Unit => RowUnit.Feature;

    public override bool Next(out ReadOnlySpan<byte> feature)
    {
        feature = default;
        if (Problem is not null || (started && !isInList))
        {
            return false;
        }
        if (!started)
        {
            started = true;
            if (!json.Take('{') || !ReadMembers() || !isInList)
            {
                return Stop();
            }
        }
        else if (json.Peek() == ',')
        {
            json.Take(',');
        }
        if (json.Peek() == ']')
        {
            isInList = false;
            json.Take(']');
            return (json.Peek() == ',' ? json.Take(',') && ReadMembers() : ReadEnd()) && Stop();
        }
        if (!json.ReadValue(out feature))
        {
            return Stop();
        }
        Number++;
        return true;
    }

    /// <summary>Members up to the list of features, or up to the end. False at a problem.</summary>
    private bool ReadMembers()
    {
        while (json.Peek() != '}')
        {
            if (!json.ReadValue(out var written))
            {
                return false;
            }
            var name = TextOf(written);
            if (name is null || !json.Take(':'))
            {
                Problem ??= json.Problem ?? Wrong("a member without a name");
                return false;
            }
            if (name == "features")
            {
                if (wasListed || json.Peek() != '[')
                {
                    Problem ??= json.Problem ?? Wrong("'features' is not one list");
                    return false;
                }
                json.Take('[');
                isInList = wasListed = true;
                return true;
            }
            if (!ReadMember(name))
            {
                return false;
            }
            if (json.Peek() == ',')
            {
                json.Take(',');
            }
        }
        return ReadEnd();
    }

    private bool ReadMember(string name)
    {
        if (name is not ("type" or "crs"))
        {
            return json.SkipValue();
        }
        if (!json.ReadValue(out var value))
        {
            return false;
        }
        if (name == "type")
        {
            type = TextOf(value);
        }
        else if (
            value is not [(byte)'n', ..]
            && value.IndexOf("CRS84"u8) < 0
            && value.IndexOf("EPSG::4326"u8) < 0
            && value.IndexOf("EPSG:4326"u8) < 0
        )
        {
            const string Why = "coordinates would be misread: they are longitude and latitude of WGS 84 here";
            const string Project = "Write it in WGS 84: ogr2ogr -t_srs EPSG:4326 -lco RFC7946=YES OUT.geojson IN";
            Problem = new(bytes.File, null, "its 'crs' names another datum", Why, Project);
        }
        return Problem is null;
    }

    private bool ReadEnd()
    {
        if (!json.Take('}'))
        {
            return false;
        }
        if (!wasListed || (Number == 0 && type != "FeatureCollection"))
        {
            Problem = Wrong("it is JSON without a list of features");
        }
        else if (json.Peek() is not null)
        {
            Problem = Wrong("something follows the end of the collection");
        }
        return Problem is null && json.Problem is null;
    }

    private bool Stop()
    {
        Problem ??= json.Problem;
        return false;
    }

    private InputProblem Wrong(string what) => new(bytes.File, null, what, "each incident is a feature", Instead);

    private static string? TextOf(ReadOnlySpan<byte> value)
    {
        try
        {
            var reader = new Utf8JsonReader(value);
            return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
