using System.Globalization;
using System.Text;

namespace Casus.Tests.Vectors;

/// <summary>
/// Writes the agreement of a corner case as a text of the language. A grade's name in a vector may be no term of the
/// language, or a reserved word; the text gives each a name of its own (<see cref="GradeName"/>).
/// </summary>
internal sealed class CountingText(CountingAgreement agreement)
{
    private static readonly string[] letters =
    [
        "bravo",
        "charlie",
        "delta",
        "foxtrot",
        "golf",
        "hotel",
        "juliett",
        "kilo",
        "lima",
        "mike",
        "november",
        "papa",
        "quebec",
        "romeo",
        "sierra",
        "tango",
    ];

    private readonly StringBuilder text = new();

    public const string LineFile = "line.geojson";

    public static string GradeName(int index) => $"{letters[index]} grade";

    public string Write()
    {
        Say("Agreement \"Corner case\", draft 1 of 2025-01-01.");
        Say("Form: treaty.");
        Say($"Times are in {agreement.TimeZone}.");
        foreach (var party in agreement.Parties)
        {
            Say($"Party {party}.");
        }
        foreach (var body in Bodies())
        {
            Say($"Body {body}, as monitor.");
        }
        WritePlaces();
        WriteProhibition();
        Say("Article 2.");
        WriteStandards();
        for (var index = 0; index < agreement.Grades.Length; index++)
        {
            WriteGrade(agreement.Grades[index], letters[index]);
        }
        return text.ToString();
    }

    private void Say(string sentence) => text.Append(sentence).Append('\n');

    private IEnumerable<string> Bodies() =>
        (agreement.Established?.VerifiedBy ?? [])
            .Concat(agreement.Attributed?.By ?? [])
            .Distinct(StringComparer.Ordinal);

    private void WritePlaces()
    {
        if (agreement.Line is null)
        {
            return;
        }
        Say($"Line Contact Line from \"{LineFile}\", as of 2025-01-01.");
        if (agreement.ZoneKm is { } depth)
        {
            Say($"Zone Buffer: within {Number(depth)} km of Contact Line.");
        }
        if (agreement.SectorKm is { } length)
        {
            Say($"Sectors: every {Number(length)} km along Contact Line.");
        }
    }

    private void WriteProhibition()
    {
        var place =
            agreement.ZoneKm is null || Array.TrueForAll(agreement.Grades, grade => grade.Place == "none")
                ? ""
                : " into Buffer";
        var except = agreement.SelfDefence is { } defence
            ? $",\n  except self-defence: within {Hours(defence.Hours)} after an attack on it in the same sector"
            : "";
        Say("Article 1.");
        Say($"{Joined(agreement.Parties, "and")} shall not commit an attack{place}{except}.");
    }

    private void WriteStandards()
    {
        if (agreement.Established is { } established)
        {
            var verified = established.VerifiedBy is { Length: > 0 } bodies
                ? $"when {Joined(bodies, "or")} has verified it"
                : null;
            var within = established.WithinHours is { } hours ? $" within {Hours(hours)} of each other" : "";
            var sources = established.Sources is { } number
                ? $"when at least {number} independent sources have reported it{within}"
                : null;
            Say($"An incident is established {string.Join(", or ", new[] { verified, sources }.OfType<string>())}.");
        }
        if (agreement.Attributed is { } attributed)
        {
            var confidence = attributed.MinConfidence is { } least ? $" with at least {least} confidence" : "";
            Say($"An incident is attributed when {Joined(attributed.By ?? [], "or")} has attributed it{confidence}.");
        }
        if (agreement.Same is { } same)
        {
            Say($"Same incident: within {Number(same.Minutes)} minutes and {Number(same.Km)} km.");
        }
    }

    private void WriteGrade(GradeOfVector grade, string letter)
    {
        var breach = grade.Breach ?? agreement.SelfDefence is not null;
        var conduct = grade.Conduct == "attack" ? "" : $" by {grade.Conduct}";
        var what = breach
            ? $"a breach of Article 1{conduct}"
            : $"a {grade.Conduct}{(grade.Place == "none" ? "" : " in Buffer")}";
        var established = agreement.Established is null ? "" : " that is established";
        Say($"A {letter} act means {what}{established}.");

        var by = grade.By == "one party" ? " by one party" : "";
        var bySector = grade.Sectors is not null || grade.In is null or "one sector";
        var place = bySector ? " in one sector" : "";
        if (grade.Persist is { } persist)
        {
            WritePersist(grade, letter, by + place, persist);
            return;
        }
        if (grade.Sectors is null && grade.Days is null)
        {
            Say($"A {letter} grade means {Count(grade, letter)}{by}{place} {Window(grade)}.");
            return;
        }
        Say($"A {letter} part means {Count(grade, letter)}{by}{place} {Window(grade)}.");
        var sectors = grade.Sectors is { } least ? $" in at least {least} sectors" : "";
        var days = grade.Days is { } number ? $" on each of {number} consecutive days" : "";
        Say($"A {letter} grade means {letter} parts{by}{sectors}{days}.");
    }

    /// <summary>Bare acts that continue for so long: at least one within any such length (S6).</summary>
    private void WritePersist(GradeOfVector grade, string letter, string keys, PersistAfter persist)
    {
        var after = $"{Hours(persist.Hours)} after {LocalTime(persist.After)}";
        var window =
            grade.WindowHours is null && grade.Count == 1 ? $"within any {Hours(persist.Hours)}" : Window(grade);
        Say($"A {letter} part means {Count(grade, letter)}{keys} {window}.");
        Say($"A {letter} grade means {letter} parts that continue {after}.");
    }

    /// <summary>An instant of the text is in the agreement's zone (S1).</summary>
    private string LocalTime(string instant)
    {
        var moment = VectorTime.Read(instant);
        var calendar = VectorTime.Calendar(agreement.TimeZone);
        return calendar.ToLocal(moment).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Count(GradeOfVector grade, string letter) => $"at least {grade.Count} {letter} acts";

    private static string Window(GradeOfVector grade) =>
        grade.WindowHours is { } hours ? $"within any {Hours(hours)}" : "in one day";

    private static string Joined(string[] names, string by) =>
        names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} {by} {names[^1]}";

    /// <summary>A window or a deadline is a whole number of some unit.</summary>
    private static string Hours(double hours) =>
        hours == Math.Floor(hours) ? $"{Number(hours)} hours"
        : hours * 60 == Math.Floor(hours * 60) ? $"{Number(hours * 60)} minutes"
        : $"{Number(Math.Round(hours * 3600))} seconds";

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
