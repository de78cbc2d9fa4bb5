using System.Collections;
using System.Globalization;
using System.Text;

namespace Casus.Core.Binding;

/// <summary>
/// A text for each value of the model, equal where the values are: records with arrays do not compare by content.
/// </summary>
internal static class Canonical
{
    public static string Of(object? value)
    {
        var builder = new StringBuilder();
        Write(builder, value);
        return builder.ToString();
    }

    private static void Write(StringBuilder builder, object? value)
    {
        switch (value)
        {
            case null:
                builder.Append('-');
                break;
            case string text:
                builder.Append('"').Append(text).Append('"');
                break;
            case Enum or bool:
                builder.Append(value);
                break;
            case IFormattable number:
                builder.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                builder.Append('[');
                foreach (var item in items)
                {
                    Write(builder, item);
                    builder.Append(',');
                }
                builder.Append(']');
                break;
            default:
                WriteRecord(builder, value);
                break;
        }
    }

    private static void WriteRecord(StringBuilder builder, object value)
    {
        builder.Append(value.GetType().FullName).Append('{');
        var properties = value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0);
        foreach (var property in properties.OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            builder.Append(property.Name).Append(':');
            Write(builder, property.GetValue(value));
            builder.Append(';');
        }
        builder.Append('}');
    }
}
