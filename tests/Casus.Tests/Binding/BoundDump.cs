using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Casus.Core.Agreements;
using Casus.Core.Text;
using Casus.Core.Time;

namespace Casus.Tests.Binding;

/// <summary>
/// Writes a compiled agreement as an indented outline, by reflection, so that no member can be forgotten. What is
/// empty, null, false or zero is left out; members stand in the order of their names, so that moving one changes
/// nothing.
/// </summary>
internal sealed partial class BoundDump
{
    private const int Indent = 2;
    private const int WidestScalar = 160;
    private readonly StringBuilder builder = new();
    private readonly SourceText source;

    private BoundDump(SourceText source) => this.source = source;

    public static string Of(Agreement agreement, SourceText source)
    {
        var dump = new BoundDump(source);
        dump.WriteMembers(agreement, 0);
        return dump.builder.ToString();
    }

    private void WriteMembers(object value, int depth)
    {
        foreach (var property in MembersOf(value.GetType()))
        {
            var member = property.GetValue(value);
            if (!IsEmpty(member))
            {
                Write(property.Name, member!, depth);
            }
        }
    }

    private void Write(string label, object value, int depth)
    {
        builder.Append(' ', depth * Indent).Append(label);
        if (Scalar(value) is { } text)
        {
            builder.Append(": ").Append(text).Append('\n');
        }
        else if (value is IEnumerable items)
        {
            WriteItems(items, depth);
        }
        else
        {
            builder.Append(": ").Append(NameOf(value.GetType())).Append('\n');
            WriteMembers(value, depth + 1);
        }
    }

    private void WriteItems(IEnumerable items, int depth)
    {
        var all = items.Cast<object>().ToList();
        var scalars = all.ConvertAll(Scalar);
        if (
            scalars.TrueForAll(scalar => scalar is not null)
            && scalars.Sum(scalar => scalar!.Length + 2) < WidestScalar
        )
        {
            builder.Append(": ").AppendJoin(", ", scalars).Append('\n');
            return;
        }
        builder.Append('\n');
        for (var index = 0; index < all.Count; index++)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"[{index}]"), all[index], depth + 1);
        }
    }

    /// <summary>What is written on the line of its label; null for what has members of its own to show.</summary>
    private string? Scalar(object value) =>
        value switch
        {
            string text => $"\"{LineBreak().Replace(text, " ")}\"",
            TextSpan span => Place(span),
            Moment or Length or Enum => value.ToString(),
            AgreementCalendar calendar => calendar.ZoneId,
            IFormattable formattable when IsPlain(value.GetType()) => formattable.ToString(
                null,
                CultureInfo.InvariantCulture
            ),
            bool => "true",
            _ => null,
        };

    private string Place(TextSpan span)
    {
        var (line, column) = source.PositionOf(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column}+{span.Length}");
    }

    private static bool IsPlain(Type type) =>
        type.IsPrimitive
        || type == typeof(decimal)
        || type.Namespace?.StartsWith("NodaTime", StringComparison.Ordinal) == true;

    private static bool IsEmpty(object? value) =>
        value switch
        {
            null or false or "" => true,
            // An array that was never made cannot be enumerated, and an empty one says nothing.
            ICollection items => items.GetType().GetProperty("IsDefault")?.GetValue(items) is true || items.Count == 0,
            Enum => false,
            _ => value.GetType().IsPrimitive && value.Equals(Activator.CreateInstance(value.GetType())),
        };

    private static IEnumerable<PropertyInfo> MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.Name, StringComparer.Ordinal);

    private static string NameOf(Type type) =>
        type.DeclaringType is { } outer ? $"{outer.Name}.{type.Name}" : type.Name;

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.None, 1000)]
    private static partial Regex LineBreak();
}
