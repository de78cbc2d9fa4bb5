using System.Text.Json;

namespace Casus.Data.Tables;

/// <summary>
/// JSON Lines: one object a line, whose names are columns. Numbers are taken as written; null is no value; a list is
/// its values joined by a bar, as several bearings or names are written in a CSV.
/// </summary>
internal sealed class JsonLinesSource : LineSource
{
    private readonly JsonFields fields;

    public JsonLinesSource(ByteSource bytes)
        : base(bytes)
    {
        fields = new JsonFields(name => IndexOf(name) is >= 0 and var known ? known : AddColumn(name));
    }

    public override string Format => "JSON Lines";

    public override bool HasHeader => false;

    public override bool Read()
    {
        Fault = null;
        for (var blank = 0; Problem is null && !IsEndlesslyBlank(blank); blank++)
        {
            if (!Lines.Read(out var line))
            {
                Problem = Lines.Problem;
                return false;
            }
            Line = Lines.Line;
            // Decoded once only to find what is no text; the values are decoded into the same room again.
            var text = fields.RoomFor(line.Length);
            if (!Decode(line, text, out var written))
            {
                return false;
            }
            if (text[..written].IsWhiteSpace())
            {
                continue;
            }
            Row++;
            Fault = ReadObject(line);
            return true;
        }
        return false;
    }

    public override ReadOnlyMemory<char> Field(int column) => fields[column];

    private string? ReadObject(ReadOnlySpan<byte> line)
    {
        fields.Clear();
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 8 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return "the line is not a JSON object";
            }
            return fields.ReadMembers(ref reader) ?? (reader.Read() ? "text follows the object" : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The byte's place is within the line; the line is named apart.
            return $"the line is not JSON: {e.Message.Split(" LineNumber")[0].TrimEnd('.')}";
        }
    }
}
