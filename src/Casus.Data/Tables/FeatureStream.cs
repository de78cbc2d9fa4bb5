namespace Casus.Data.Tables;

/// <summary>The features of a GeoJSON input, one after another, as bytes of JSON.</summary>
internal abstract class FeatureStream
{
    public InputProblem? Problem { get; protected set; }

    /// <summary>What <see cref="Number"/> counts.</summary>
    public abstract RowUnit Unit { get; }

    /// <summary>The number of the feature, or the line on which it stands, from 1.</summary>
    public int Number { get; protected set; }

    /// <summary>The next feature; the span holds until the next call. False at the end or a problem.</summary>
    public abstract bool Next(out ReadOnlySpan<byte> feature);
}

/// <summary>
/// Newline-delimited GeoJSON: one feature a line, each with the record separator of RFC 8142 before it or without.
/// </summary>
internal sealed class FeatureLines(ByteSource bytes) : FeatureStream
{
    private const int MostBlank = 100_000;
    private readonly ByteLines lines = new(bytes);

    public override RowUnit Unit => RowUnit.Line;

    public override bool Next(out ReadOnlySpan<byte> feature)
    {
        feature = default;
        for (var blank = 0; blank < MostBlank; blank++)
        {
            if (!lines.Read(out var line))
            {
                Problem = lines.Problem;
                return false;
            }
            Number = lines.Line;
            feature = line.TrimStart("\u001E \t"u8).TrimEnd(" \t"u8);
            if (!feature.IsEmpty)
            {
                return true;
            }
        }
        var what = $"{MostBlank} blank lines one after another";
        Problem = new(bytes.File, Number, what, "no table has so many", "Remove them");
        return false;
    }
}
