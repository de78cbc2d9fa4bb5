using System.Collections.Immutable;
using System.Globalization;
using Casus.Core.Facts;
using Casus.Core.Time;
using Casus.Data.Tables;

namespace Casus.Data.Acts;

/// <summary>Reads a row of an acts table as an <see cref="Act"/>.</summary>
internal sealed class ActParser(TableSource table, AgreementCalendar calendar)
{
    private static readonly string[] Kinds = [.. Enum.GetNames<ActKind>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Votes = ["yes", "no", "abstain"];
    private static readonly string[] Findings = ["yes", "no", "low", "moderate", "high"];

    private readonly TextPool pool = new();

    /// <summary>The column to blame, and why, where <see cref="Read"/> gave nothing.</summary>
    public (string Column, string Reason) Fault { get; private set; }

    public string Text(string column) => Span(column).ToString();

    public Act? Read(string id)
    {
        if (table.Fault is { } broken)
        {
            return Refuse("", broken);
        }
        var kind = Array.FindIndex(Kinds, name => Span("kind").Equals(name, StringComparison.OrdinalIgnoreCase));
        if (kind < 0)
        {
            var written = Text("kind");
            return Refuse(
                "kind",
                written.Length == 0
                    ? "it is empty; a row says what kind of act it is"
                    : $"no kind of act{NearMiss.Question(written, Kinds)}"
            );
        }
        if (!ReadTimes(out var at, out var knownAt) || !ReadQuantity(out var quantity))
        {
            return null;
        }
        var by = Names();
        if (by.IsEmpty)
        {
            return Refuse("by", "it is empty; an act is somebody's");
        }
        if (!ReadValue((ActKind)kind, out var value))
        {
            return null;
        }
        return new Act
        {
            Id = id,
            Kind = (ActKind)kind,
            At = at,
            KnownAt = knownAt,
            By = by,
            To = pool.Of(Span("to")),
            Clause = pool.Of(Span("clause")),
            About = pool.Of(Span("about")),
            Quantity = quantity,
            Unit = pool.Of(Span("unit")),
            Value = value,
            Source = pool.Of(Span("source")),
            File = table.File,
            Line = table.Line,
        };
    }

    private ReadOnlySpan<char> Span(string column) => column.Length == 0 ? [] : table.Field(table.IndexOf(column)).Span;

    private Act? Refuse(string column, string reason)
    {
        Fault = (column, reason);
        return null;
    }

    /// <summary>A date stands for its last second, but nothing is done later than it is known (S1).</summary>
    private bool ReadTimes(out Moment at, out Moment knownAt)
    {
        knownAt = default;
        var reason = Span("at").IsEmpty
            ? "it is empty; an act has its time"
            : TimeText.Read(Span("at"), calendar, out _, out _);
        at = default;
        if (reason is not null)
        {
            Fault = ("at", reason);
            return false;
        }
        TimeText.Read(Span("at"), calendar, out var done, out _);
        var known = done;
        if (!Span("known_at").IsEmpty && TimeText.Read(Span("known_at"), calendar, out known, out _) is { } wrong)
        {
            Fault = ("known_at", wrong);
            return false;
        }
        if (known.To < done.From)
        {
            Fault = ("known_at", "nothing is known before it happens");
            return false;
        }
        knownAt = known.To;
        at = Moment.Min(done.To, knownAt);
        return true;
    }

    private bool ReadQuantity(out decimal? quantity)
    {
        quantity = null;
        var text = Span("quantity");
        if (text.IsEmpty)
        {
            return true;
        }
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            Fault = ("quantity", "not a number; write 7500, with no thousands sign");
            return false;
        }
        if (number < 0)
        {
            Fault = ("quantity", "negative");
            return false;
        }
        quantity = number;
        return true;
    }

    private bool ReadValue(ActKind kind, out string? value)
    {
        value = pool.Of(Span("value"))?.ToLowerInvariant();
        var allowed =
            kind == ActKind.Vote ? Votes
            : kind == ActKind.Finding ? Findings
            : null;
        if (allowed is null || (value is null && kind == ActKind.Finding))
        {
            return true;
        }
        if (value is not null && Array.IndexOf(allowed, value) >= 0)
        {
            return true;
        }
        Fault = ("value", $"a {kind.ToString().ToLowerInvariant()} says {string.Join(", ", allowed)}");
        return false;
    }

    private ImmutableArray<string> Names()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var text = Span("by");
        foreach (var range in text.Split('|'))
        {
            if (pool.Of(text[range].Trim()) is { } name && !names.Contains(name))
            {
                names.Add(name);
            }
        }
        return names.DrainToImmutable();
    }
}
