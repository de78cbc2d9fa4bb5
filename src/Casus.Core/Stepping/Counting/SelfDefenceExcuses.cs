using Casus.Core.Conditions;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// Which rows self-defence excuses (S9), kept up to date. The least fixed point needs no iteration: that r is surely
/// excused rests on acts that ended before r began being surely not excused; that r is surely not excused rests on acts
/// that began before r ended being surely excused. So each question rests on earlier ones alone: "excused" is asked at
/// a row's start, "not excused" at its end, in order of time.
/// </summary>
internal sealed class SelfDefenceExcuses
{
    private readonly PatternJudge patterns;
    private readonly RowReading reading;
    private readonly bool hasSectors;
    private readonly List<RecordedRow> rows;
    private readonly Action<RecordedRow> touch;
    private readonly Relevant[] relevant;
    private readonly PriorityQueue<Question, long> questions = new();
    private readonly HashSet<Question> asked = [];
    private readonly List<RecordedRow> found = [];

    public SelfDefenceExcuses(
        PatternJudge patterns,
        RowReading reading,
        int sectors,
        List<RecordedRow> rows,
        Action<RecordedRow> touch
    )
    {
        this.patterns = patterns;
        this.reading = reading;
        this.rows = rows;
        this.touch = touch;
        hasSectors = sectors > 0;
        relevant = [.. patterns.Defences.Select(norm => new Relevant(norm, sectors))];
    }

    private readonly record struct Question(int Norm, int Row, bool Excused);

    public bool IsNeeded => relevant.Length > 0;

    /// <summary>Excused, if it was the act of that addressee of the norm.</summary>
    public static Verdict Of(RecordedRow row, int defence, int addressee)
    {
        var bit = 1UL << addressee;
        if (row.Defences is not { } defences)
        {
            return Verdict.Undetermined;
        }
        return (defences[defence].Excused & bit) != 0 ? Verdict.Met
            : (defences[defence].NotExcused & bit) != 0 ? Verdict.NotMet
            : Verdict.Undetermined;
    }

    /// <summary>A row has entered: it may be struck back at from now on.</summary>
    public void Add(RecordedRow row)
    {
        foreach (var norm in relevant)
        {
            if (patterns.ConductAndPlace(row, norm.Norm.Pattern) != Verdict.NotMet)
            {
                row.Defences ??= new DefenceRecord[relevant.Length];
                norm.Add(row, reading.SectorSet(row.Sectors), row.Sectors == RowReading.AllSectors);
            }
        }
    }

    /// <summary>What is known of these rows has changed: judges them and what rests on them anew.</summary>
    public void Judge(List<RecordedRow> changed)
    {
        foreach (var row in changed)
        {
            for (var norm = 0; norm < relevant.Length; norm++)
            {
                if (patterns.ConductAndPlace(row, relevant[norm].Norm.Pattern) != Verdict.NotMet)
                {
                    Ask(new Question(norm, row.Index, true), row.From);
                    Ask(new Question(norm, row.Index, false), row.To);
                    AskDependants(norm, row);
                }
            }
        }
        while (questions.TryDequeue(out var question, out _))
        {
            asked.Remove(question);
            Answer(question);
        }
    }

    private void Ask(Question question, long time)
    {
        if (asked.Add(question))
        {
            questions.Enqueue(question, time);
        }
    }

    private void Answer(Question question)
    {
        var row = rows[question.Row];
        if (!row.Present)
        {
            return;
        }
        var norm = relevant[question.Norm];
        ref var record = ref row.Defences![question.Norm];
        found.Clear();
        norm.CollectEarlier(row, reading.SectorSet(row.Sectors), row.Sectors == RowReading.AllSectors, rows, found);
        var bits = 0UL;
        for (var i = 0; i < norm.Norm.Addressees.Length; i++)
        {
            if (PatternJudge.By(row, norm.Norm.Addressees[i]) == Verdict.NotMet)
            {
                continue;
            }
            if (question.Excused ? IsExcused(norm.Norm, row, i) : IsNotExcused(norm.Norm, row, i))
            {
                bits |= 1UL << i;
            }
        }
        if ((question.Excused ? record.Excused : record.NotExcused) == bits)
        {
            return;
        }
        touch(row);
        if (question.Excused)
        {
            record.Excused = bits;
        }
        else
        {
            record.NotExcused = bits;
        }
        AskDependants(question.Norm, row);
    }

    // Only those are asked whose answer can move: a sure attack more may excuse one that is not excused yet, a possible
    // attack more may take away that one is surely not excused; one less the other way round.
    private void AskDependants(int norm, RecordedRow row)
    {
        if (row.Defences is null)
        {
            // It has never been in the record: nothing rests on it.
            return;
        }
        var (sure, possible) = Attacks(relevant[norm].Norm, row);
        ref var before = ref row.Defences[norm];
        var moreSure = (sure & ~before.SureAttacks) != 0;
        var lessSure = (before.SureAttacks & ~sure) != 0;
        var morePossible = (possible & ~before.PossibleAttacks) != 0;
        var lessPossible = (before.PossibleAttacks & ~possible) != 0;
        before.SureAttacks = sure;
        before.PossibleAttacks = possible;
        if (!(moreSure || lessSure || morePossible || lessPossible))
        {
            return;
        }
        found.Clear();
        var all = relevant[norm];
        all.CollectLater(row, reading.SectorSet(row.Sectors), row.Sectors == RowReading.AllSectors, rows, found);
        foreach (var later in found)
        {
            if (!later.Present || ReferenceEquals(later, row))
            {
                continue;
            }
            var excused = later.Defences![norm].Excused != 0;
            var notExcused = later.Defences![norm].NotExcused != 0;
            if (later.From > row.To && (moreSure || (lessSure && excused)))
            {
                Ask(new Question(norm, later.Index, true), later.From);
            }
            if (later.To > row.From && (lessPossible || (morePossible && notExcused)))
            {
                Ask(new Question(norm, later.Index, false), later.To);
            }
        }
    }

    /// <summary>By which addressees the row is surely, and possibly, an attack that is itself a breach: bits.</summary>
    private (ulong Sure, ulong Possible) Attacks(ContraryNorm norm, RecordedRow row)
    {
        if (!row.Present)
        {
            return (0, 0);
        }
        var verdict = row
            .Scope.And(row.Established)
            .And(row.Existence)
            .And(patterns.ConductAndPlace(row, norm.Pattern));
        var (sure, possible) = (0UL, 0UL);
        for (var i = 0; i < norm.Addressees.Length && verdict != Verdict.NotMet; i++)
        {
            var own = verdict.And(PatternJudge.By(row, norm.Addressees[i])).And(Of(row, norm.Defence, i).Not());
            sure |= own == Verdict.Met ? 1UL << i : 0;
            possible |= own != Verdict.NotMet ? 1UL << i : 0;
        }
        return (sure, possible);
    }

    private bool IsExcused(ContraryNorm norm, RecordedRow row, int addressee)
    {
        var others = ~(1UL << addressee);
        for (var k = found.Count - 1; k >= 0; k--)
        {
            var other = found[k];
            if (
                (other.Defences![norm.Defence].SureAttacks & others) != 0
                && other.To < row.From
                && Answers(norm, row, other, addressee) == Verdict.Met
            )
            {
                return true;
            }
        }
        return false;
    }

    private bool IsNotExcused(ContraryNorm norm, RecordedRow row, int addressee)
    {
        var others = ~(1UL << addressee);
        for (var k = found.Count - 1; k >= 0; k--)
        {
            var other = found[k];
            if (
                (other.Defences![norm.Defence].PossibleAttacks & others) != 0
                && other.From < row.To
                && Answers(norm, row, other, addressee) != Verdict.NotMet
            )
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// Whether the row, if it is the addressee's, answers the other: that struck it, there, and no longer before than
    /// is allowed.
    /// </summary>
    private Verdict Answers(ContraryNorm norm, RecordedRow row, RecordedRow other, int addressee)
    {
        if (ReferenceEquals(other, row))
        {
            return Verdict.NotMet;
        }
        var struck =
            other.Row.Against is { } against ? VerdictLogic.Of(against == norm.AddresseeNames[addressee])
            : norm.Addressees.Length == 2 ? Verdict.Met
            : Verdict.Undetermined;
        var reach = Verdict.NotMet;
        foreach (var exception in norm.Exceptions)
        {
            var sector = exception.SameSector && hasSectors ? SameSector(other, row) : Verdict.Met;
            reach = reach.Or(sector.And(Before(other, row, exception.WithinSeconds)));
        }
        return struck.And(reach);
    }

    private Verdict SameSector(RecordedRow x, RecordedRow y)
    {
        var a = reading.SectorSet(x.Sectors);
        var b = reading.SectorSet(y.Sectors);
        var anywhere = x.Sectors == RowReading.AllSectors || y.Sectors == RowReading.AllSectors;
        if (anywhere)
        {
            // What surely lies in no sector lies in the same one as nothing.
            var nowhere =
                (a.Length == 0 && x.Sectors != RowReading.AllSectors)
                || (b.Length == 0 && y.Sectors != RowReading.AllSectors);
            return nowhere ? Verdict.NotMet : Verdict.Undetermined;
        }
        foreach (var sector in a)
        {
            if (Array.IndexOf(b, sector) >= 0)
            {
                return a.Length == 1 && b.Length == 1 ? Verdict.Met : Verdict.Undetermined;
            }
        }
        return Verdict.NotMet;
    }

    // The other strictly before the row, and at most so long before it.
    private static Verdict Before(RecordedRow other, RecordedRow row, long seconds)
    {
        if (other.To < row.From && row.To - other.From <= seconds)
        {
            return Verdict.Met;
        }
        return other.From >= row.To || row.From - other.To > seconds ? Verdict.NotMet : Verdict.Undetermined;
    }

    /// <summary>
    /// The rows that a norm may concern, found by time; by sector too, where only those of the same sector answer each
    /// other.
    /// </summary>
    private sealed class Relevant
    {
        private readonly RowsByTime?[] bySector;
        private readonly bool apart;
        private readonly long reach;

        public Relevant(ContraryNorm norm, int sectors)
        {
            Norm = norm;
            apart = sectors > 0 && norm.Exceptions.All(exception => exception.SameSector);
            bySector = new RowsByTime?[apart ? sectors + 1 : 1];
            reach = norm.Exceptions.Max(exception => exception.WithinSeconds);
        }

        public ContraryNorm Norm { get; }

        public void Add(RecordedRow row, int[] sectors, bool all)
        {
            if (Slot(sectors, all) is >= 0 and var slot)
            {
                (bySector[slot] ??= new()).Add(row);
            }
        }

        public void CollectEarlier(
            RecordedRow row,
            int[] sectors,
            bool all,
            List<RecordedRow> rows,
            List<RecordedRow> into
        ) => Collect(row.From - reach, row.To, sectors, all, rows, into);

        public void CollectLater(
            RecordedRow row,
            int[] sectors,
            bool all,
            List<RecordedRow> rows,
            List<RecordedRow> into
        ) => Collect(row.From, row.To + reach, sectors, all, rows, into);

        private void Collect(
            long from,
            long to,
            int[] sectors,
            bool all,
            List<RecordedRow> rows,
            List<RecordedRow> into
        )
        {
            var slot = Slot(sectors, all);
            if (slot < 0)
            {
                return;
            }
            if (slot > 0)
            {
                bySector[0]?.Collect(from, to, rows, into);
                bySector[slot]?.Collect(from, to, rows, into);
                return;
            }
            foreach (var some in bySector)
            {
                some?.Collect(from, to, rows, into);
            }
        }

        // 0: it may lie in several; -1: it lies in none, and answers nothing that asks for the same.
        private int Slot(int[] sectors, bool all)
        {
            if (!apart || all)
            {
                return 0;
            }
            return sectors.Length switch
            {
                0 => -1,
                1 => sectors[0],
                _ => 0,
            };
        }
    }
}
