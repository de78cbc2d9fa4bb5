using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Casus.Analysis.Explain;
using Casus.Core.Time;

namespace Casus.Reports.Explain;

/// <summary>The answers of `explain` as JSON: the same records, in camel case, instants as ISO 8601 in UTC.</summary>
public static class ExplanationJson
{
    private static readonly ExplanationContext Context = new(
        new JsonSerializerOptions
        {
            WriteIndented = true,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new MomentConverter() },
        }
    );

    public static string Of(Explanation explanation) => JsonSerializer.Serialize(explanation, Context.Explanation);

    public static string Of(WhyNot why) => JsonSerializer.Serialize(why, Context.WhyNot);

    public static string Of(WhatIf whatIf) => JsonSerializer.Serialize(whatIf, Context.WhatIf);

    private sealed class MomentConverter : JsonConverter<Moment>
    {
        public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Explanations are written and not read.");

        public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(WhyNot))]
[JsonSerializable(typeof(WhatIf))]
internal sealed partial class ExplanationContext : JsonSerializerContext;
