using System.Globalization;
using Casus.Core.Agreements;

namespace Casus.LanguageServer.Hovering;

/// <summary>What a numbered sentence or item does, in plain words.</summary>
internal sealed class ClauseMeaning(Agreement agreement, LastRun? run)
{
    public IEnumerable<string> Of(string number)
    {
        var clause = agreement.Clauses.FirstOrDefault(known => known.Number == number);
        if (clause is null)
        {
            yield break;
        }
        var norms = agreement.Norms.Where(norm => norm.Clause == number && !norm.IsFallback).ToList();
        foreach (var line in norms.SelectMany(norm => NormMeaning.Of(agreement, norm)))
        {
            yield return line;
        }
        var procedures = agreement.Procedures.Where(procedure => procedure.Clause == number).ToList();
        foreach (var line in procedures.SelectMany(each => ProcedureMeaning.Of(each, agreement.Calendar)))
        {
            yield return line;
        }
        if (norms.Count + procedures.Count == 0)
        {
            yield return Kind(clause.Kind);
        }
        foreach (var duty in run?.Duties.Where(duty => duty.Clause == number).Take(6) ?? [])
        {
            static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
            yield return $"Last backtest, {duty.Bearer}: arose {Number(duty.Arose)}, overdue {Number(duty.Overdue)}, "
                + $"undetermined {Number(duty.Undetermined)}.";
        }
    }

    private static string Kind(ClauseKind kind) =>
        kind switch
        {
            ClauseKind.Norm => "A norm that could not be read whole: see its errors.",
            ClauseKind.Definition => "It says what a term means, or when a fact counts.",
            ClauseKind.Procedure => "It says how something is decided.",
            ClauseKind.Block => "Its items arise each time its event is met (`On`), or stand while it holds (`If`).",
            ClauseKind.Life => "It rules the life of the text: entry into force, duration, withdrawal, end.",
            ClauseKind.Deeming => "Wherever the second is asked for, the first meets it.",
            _ => "It says which of two sentences gives way.",
        };
}
