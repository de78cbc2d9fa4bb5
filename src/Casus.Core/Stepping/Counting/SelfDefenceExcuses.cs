using Casus.Core.Conditions;

namespace Casus.Core.Stepping.Counting;

/// <summary>
/// Which rows self-defence excuses (S9), kept up to date. The least fixed point needs no iteration: that r is surely excused rests on acts
/// that ended before r began being surely not excused; that r is surely not excused rests on acts that began before r ended being surely
/// excused. So each question rests on earlier ones alone: "excused" is asked at a row's start, "not excused" at its end, in order of time.
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
        return row.Excused is { } excused && (excused[defence] & bit) != 0 ? Verdict.Met
            : row.NotExcused is { } not && (not[defence] & bit) != 0 ? Verdict.NotMet
            : Verdict.Undetermined;
    }

    /// <summary>A row has entered: it may be struck back at from now on.</summary>
    public void Add(RecordedRow row)
    {
        row.Excused = new ulong[relevant.Length];
        row.NotExcused = new ulong[relevant.Length];
        foreach (var norm in relevant)
        {
            if (patterns.ConductAndPlace(row, norm.Norm.Pattern) != Verdict.NotMet)
            {
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
                if (patterns.ConductAndPlace(row, relevant[norm].Norm.Pattern) == Verdict.NotMet)
                {
                    continue;
                }
                Ask(new Question(norm, row.Index, true), row.From);
                Ask(new Question(norm, row.Index, false), row.To);
                AskDependants(norm, row, excused: true);
                AskDependants(norm, row, excused: false);
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
        var answers = question.Excused ? row.Excused! : row.NotExcused!;
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
        if (answers[question.Norm] != bits)
        {
            touch(row);
            answers[question.Norm] = bits;
            AskDependants(question.Norm, row, !question.Excused);
        }
    }

    // Whether others are excused rests on whether this one is not, and the other way round.
    private void AskDependants(int norm, RecordedRow row, bool excused)
    {
        found.Clear();
        var all = relevant[norm];
        all.CollectLater(row, reading.SectorSet(row.Sectors), row.Sectors == RowReading.AllSectors, rows, found);
        foreach (var later in found)
        {
            if (later.Present && !ReferenceEquals(later, row) && (excused ? later.From > row.To : later.To > row.From))
            {
                Ask(new Question(norm, later.Index, excused), excused ? later.From : later.To);
            }
        }
    }

    private bool IsExcused(ContraryNorm norm, RecordedRow row, int addressee)
    {
        for (var k = found.Count - 1; k >= 0; k--)
        {
            var other = found[k];
            if (other.To >= row.From || Attack(norm, other, row, addressee) != Verdict.Met)
            {
                continue;
            }
            for (var i = 0; i < norm.Addressees.Length; i++)
            {
                if (
                    i != addressee
                    && PatternJudge.By(other, norm.Addressees[i]) == Verdict.Met
                    && Of(other, norm.Defence, i) == Verdict.NotMet
                )
                {
                    return true;
                }
            }
        }
        return false;
    }

    private bool IsNotExcused(ContraryNorm norm, RecordedRow row, int addressee)
    {
        for (var k = found.Count - 1; k >= 0; k--)
        {
            var other = found[k];
            if (other.From >= row.To || Attack(norm, other, row, addressee) == Verdict.NotMet)
            {
                continue;
            }
            for (var i = 0; i < norm.Addressees.Length; i++)
            {
                if (
                    i != addressee
                    && PatternJudge.By(other, norm.Addressees[i]) != Verdict.NotMet
                    && Of(other, norm.Defence, i) != Verdict.Met
                )
                {
                    return false;
                }
            }
        }
        return true;
    }

    /// <summary>Whether the other row is an attack on the addressee that this row may answer; whose it was is asked apart.</summary>
    private Verdict Attack(ContraryNorm norm, RecordedRow other, RecordedRow row, int addressee)
    {
        if (!other.Present || ReferenceEquals(other, row))
        {
            return Verdict.NotMet;
        }
        var struck =
            other.Row.Against is { } against ? VerdictLogic.Of(against == norm.AddresseeNames[addressee])
            : norm.Addressees.Length == 2 ? Verdict.Met
            : Verdict.Undetermined;
        var verdict = struck.And(other.Scope).And(other.Established).And(other.Existence);
        if (verdict == Verdict.NotMet)
        {
            return verdict;
        }
        verdict = verdict.And(patterns.ConductAndPlace(other, norm.Pattern));
        var reach = Verdict.NotMet;
        foreach (var exception in norm.Exceptions)
        {
            var sector = exception.SameSector && hasSectors ? SameSector(other, row) : Verdict.Met;
            reach = reach.Or(sector.And(Before(other, row, exception.WithinSeconds)));
        }
        return verdict.And(reach);
    }

    private Verdict SameSector(RecordedRow x, RecordedRow y)
    {
        if (x.Sectors == RowReading.AllSectors || y.Sectors == RowReading.AllSectors)
        {
            return Verdict.Undetermined;
        }
        var a = reading.SectorSet(x.Sectors);
        var b = reading.SectorSet(y.Sectors);
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

    /// <summary>The rows that a norm may concern, found by time; by sector too, where only those of the same sector answer each other.</summary>
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

        public void Add(RecordedRow row, int[] sectors, bool all) => (bySector[Slot(sectors, all)] ??= new()).Add(row);

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

        // 0: it may lie in several.
        private int Slot(int[] sectors, bool all) => apart && !all && sectors.Length == 1 ? sectors[0] : 0;
    }
}
