using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Casus.Core.Binding;

/// <summary>
/// A text for each value of the model, equal where the values are: records with arrays do not compare by content.
/// </summary>
internal static class Canonical
{
    // What a type's properties are does not change while the program runs.
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> PropertiesOf = new();

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
        foreach (var property in PropertiesOf.GetOrAdd(value.GetType(), Sorted))
        {
            builder.Append(property.Name).Append(':');
            Write(builder, property.GetValue(value));
            builder.Append(';');
        }
        builder.Append('}');
    }

    private static PropertyInfo[] Sorted(Type type) =>
        [
            .. type.GetProperties()
                .Where(property => property.GetIndexParameters().Length == 0)
                .OrderBy(property => property.Name, StringComparer.Ordinal),
        ];
}
