using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Casus.Reports.Model;

/// <summary>report.json: the model as it is, camel case, without what is absent.</summary>
public static class ReportJson
{
    public const string FileName = "report.json";

    public static void Write(Stream stream, ReportModel model) =>
        JsonSerializer.Serialize(stream, model, ReportJsonContext.Compact.ReportModel);

    /// <exception cref="JsonException">It is not a report, or one of another format.</exception>
    public static ReportModel Read(Stream stream) =>
        JsonSerializer.Deserialize(stream, ReportJsonContext.Compact.ReportModel)
        ?? throw new JsonException("the file holds null");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ReportModel))]
internal sealed partial class ReportJsonContext : JsonSerializerContext
{
    /// <summary>
    /// Text outside ASCII is written as it is: the file is UTF-8 and never pasted into HTML unescaped.
    /// </summary>
    public static ReportJsonContext Compact { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                RespectNullableAnnotations = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
