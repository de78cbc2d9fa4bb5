using System.Globalization;

namespace Casus.Reports.Export;

public enum FieldKind
{
    Text,
    Integer,
    Real,
}

/// <summary>A value of a field; none: the row does not say.</summary>
public readonly record struct FieldValue(FieldKind Kind, string? Text, long Integer, double Real, bool IsNone)
{
    public static FieldValue None { get; } = new(FieldKind.Text, null, 0, 0, IsNone: true);

    public static FieldValue Of(string? text) =>
        text is null ? None : new FieldValue(FieldKind.Text, text, 0, 0, IsNone: false);

    public static FieldValue Of(long? number) =>
        number is { } known ? new FieldValue(FieldKind.Integer, null, known, 0, IsNone: false) : None;

    public static FieldValue Of(double? number) =>
        number is { } known ? new FieldValue(FieldKind.Real, null, 0, known, IsNone: false) : None;

    /// <summary>Empty for none; a number so that it is read back as the same.</summary>
    public override string ToString() =>
        IsNone ? ""
        : Kind == FieldKind.Integer ? Integer.ToString(CultureInfo.InvariantCulture)
        : Kind == FieldKind.Real ? Real.ToString("R", CultureInfo.InvariantCulture)
        : Text!;
}

/// <summary>A column of an export.</summary>
public sealed record ExportField(string Name, FieldKind Kind, Func<JudgedRow, FieldValue> Read);
