using Casus.Core.Binding;
using Casus.Core.Text;
using Casus.Tests.Binding;
using CsCheck;

namespace Casus.Tests.Diff;

/// <summary>
/// Small texts by slots, each with several wordings; a mutation takes another wording of one or two slots. Between them
/// the slots hold every kind of change that is ever called weaker or stronger, and those at which the argument stops.
/// </summary>
internal sealed record MutatedText(int[] Old, int[] New)
{
    private static readonly (string Name, string[] Wordings)[] slots =
    [
        ("depth", ["15", "10", "20", "30"]),
        ("conduct", ["an attack", "heavy fire", "artillery"]),
        ("place", ["into Buffer", "from or into Buffer"]),
        ("defence", ["", "", ", except self-defence: within 6 hours after an attack on it"]),
        (
            "established",
            [
                "An incident is established when Commission has verified it, or when at least 2 independent sources have reported it within 48 hours of each other.",
                "An incident is established when Commission has verified it, or when at least 3 independent sources have reported it within 48 hours of each other.",
                "An incident is established when Commission has verified it, or when at least 2 independent sources have reported it within 6 hours of each other.",
                "An incident is established when Commission has verified it.",
            ]
        ),
        ("same", ["", "", "Same incident: within 60 minutes and 5 km.", "Same incident: within 6 hours and 30 km."]),
        ("confidence", ["low", "moderate", "high"]),
        ("violation", ["established and attributed", "attributed", "established"]),
        ("count", ["1", "2", "3"]),
        ("where", ["in one sector", ""]),
        ("window", ["24 hours", "6 hours", "36 hours"]),
        ("gap", ["1 day", "6 hours", "2 days"]),
        ("days", ["2", "3", "1"]),
        ("accused", ["Russia", "Russia or Ukraine"]),
        (
            "trucks",
            ["within 48 hours", "within 24 hours", "", "within 2 days", "within 24 hours after the first violation"]
        ),
        ("force", ["shall", "shall", "may", "will"]),
        ("bearers", ["Germany", "Germany and Poland", "France"]),
        ("until", ["", ", as from 2025-10-26", ", as from 2025-10-28"]),
        ("unless", ["", "", " unless Ukraine has consented"]),
        ("warn", ["24 hours", "6 hours"]),
        ("continues", ["24 hours", "6 hours"]),
        ("rule", ["two thirds", "one third"]),
        ("close", ["2 days", "1 day"]),
        ("term", ["10 years", "1 month", "3 days"]),
        (
            "ends",
            [
                "",
                "Article 3 ends when an attack by Ukraine is established.",
                "Article 3 ends when heavy fire by Ukraine is established.",
            ]
        ),
    ];

    public static Gen<MutatedText> Any { get; } =
        from old in Gen.Int[0, 59].Array[slots.Length].Select(Reduced)
        from which in Gen.Int[0, slots.Length - 1].Array[1, 2]
        from steps in Gen.Int[1, 4].Array[2]
        select new MutatedText(old, Changed(old, which, steps));

    public Compilation Before => Compile(Old);
    public Compilation After => Compile(New);

    public override string ToString() =>
        string.Join(
            "; ",
            slots
                .Select(
                    (slot, i) =>
                        Old[i] == New[i] ? "" : $"{slot.Name}: {slot.Wordings[Old[i]]} -> {slot.Wordings[New[i]]}"
                )
                .Where(each => each.Length > 0)
        )
        + "\n"
        + TextOf(Old);

    private static int[] Reduced(int[] numbers) =>
        [.. numbers.Select((number, i) => number % slots[i].Wordings.Length)];

    private static int[] Changed(int[] old, int[] which, int[] steps)
    {
        var now = old.ToArray();
        for (var i = 0; i < which.Length; i++)
        {
            now[which[i]] = (old[which[i]] + steps[i]) % slots[which[i]].Wordings.Length;
        }
        return now;
    }

    private static Compilation Compile(int[] wordings) =>
        Compiler.Compile(
            new SourceText("generated.casus", TextOf(wordings)),
            new Dictionary<string, string>(),
            new Texts.StraightLine()
        );

    private static string TextOf(int[] wordings)
    {
        string At(string name)
        {
            var index = Array.FindIndex(slots, slot => slot.Name == name);
            return slots[index].Wordings[wordings[index]];
        }
        return $"""
            Agreement "Generated", draft 1 of 2025-01-01.
            Form: treaty.
            Times are in Europe/Kyiv.
            Party Ukraine, as beneficiary.
            Party Russia, as adversary.
            Parties France, Poland and Germany, as guarantors.
            Body Commission, as monitor.
            Depositary: France.
            Line Contact Line from "line.geojson", as of 2025-01-01.
            Zone Buffer: within {At("depth")} km of Contact Line.
            Sectors: every 40 km along Contact Line.
            {At("same")}
            Article 1 "Peace".
              Ukraine and Russia shall not commit {At("conduct")} {At("place")}{At("defence")}.
            Article 2 "Facts".
              {At("established")}
              An incident is attributed when Commission has attributed it with at least {At("confidence")} confidence.
              A violation means a breach of Article 1 that is {At("violation")}.
              A flare means at least {At("count")} violations by one party {At("where")} within any {At("window")}.
              A run means violations by one party with gaps of at most {At("gap")}.
              A siege means a flare by one party on each of {At("days")} consecutive days.
            Article 3 "Response".
              On a flare by {At("accused")}:
                {At("bearers")} {At("force")} assist Ukraine {At("trucks")}{At("until")}{At("unless")};
                Poland shall give logistics to Ukraine within 3 days.
              On a violation by Russia:
                Commission shall warn Russia within {At("warn")};
                France shall suspend "sanctions" within 5 days.
              On a run by Russia that continues {At("continues")} after the first warning:
                France shall assist Ukraine within 10 days.
              On a siege by Russia:
                the guarantors decide on assistance by {At("rule")} of guarantors, within {At("close")};
                if the decision carries, then Germany shall give personnel to Ukraine within 5 days.
            Article 4 "Life".
              This agreement lasts {At("term")} after entry into force.
              {At("ends")}
            """;
    }
}
