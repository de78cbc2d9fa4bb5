using System.Globalization;
using Casus.Analysis.Backtest;
using Casus.Analysis.Explain;
using Casus.Cli.Inputs;
using Casus.Cli.Runs;
using Casus.Core.Agreements;
using Casus.Data.Tables;
using Casus.Reports.Explain;

namespace Casus.Cli.Explaining;

/// <summary>Explains a run that is on disk: reads it back, replays it, and answers.</summary>
internal sealed class ExplainJob(ExplainRequest request, TextWriter output, TextWriter errors)
{
    public int Run()
    {
        if (UsageProblem() is var (what, instead) && what is not null)
        {
            return UsageErrors.Report(errors, what, instead);
        }
        if (RunFolder.Open(request.Run!, out var problem) is not { } run)
        {
            return Unusable.Report(errors, problem!);
        }
        var changed = run.Changed();
        if (RunAgain.TellChanged(run, changed, errors))
        {
            return TellRecorded(run);
        }
        if (RunAgain.Of(run, errors, out var status) is not { } again)
        {
            return status;
        }
        if (BacktestRun.Problem(again.Input) is { } cannot)
        {
            return Unusable.Report(errors, new InputProblem(run.Folder, null, cannot.What, cannot.Why, cannot.Instead));
        }
        var explainer = new Explainer(again.Input, again.Source, request.Replays);
        if (explainer.StateHash != run.StateHash)
        {
            return Unusable.Report(errors, OtherHash(run));
        }
        return Answer(explainer, again.Input.Agreement);
    }

    private (string? What, string Instead) UsageProblem()
    {
        const string Give = "Write ./casus explain EFFECT --run DIR, where DIR is what backtest --out wrote.";
        if (request.What is null && !request.ChangesFacts)
        {
            return (
                "explain: nothing is asked",
                "Write ./casus explain RULE, or an effect or a sentence with --run DIR."
            );
        }
        if (request.Run is null)
        {
            return ($"explain {request.What}: it is about a run, and --run names none", Give);
        }
        if (request.ChangesFacts && request.What is not null)
        {
            return (
                $"explain {request.What}: --with and --without tell of all effects at once",
                "Leave out what is to be explained, or leave out --with and --without."
            );
        }
        if (request.What is { } what && !IsEffect(what) && request.At is null)
        {
            return (
                $"explain {what}: a sentence or grade is asked at an instant, and --at names none",
                "Write --at with a day such as 2017-01-30, or an instant such as 2017-01-30T08:00:00Z."
            );
        }
        return (null, Give);
    }

    private int Answer(Explainer explainer, Agreement agreement)
    {
        if (request.ChangesFacts)
        {
            return WhatIf(explainer, agreement);
        }
        var what = request.What!;
        return IsEffect(what) ? Why(explainer, NumberOf(what)) : WhyNot(explainer, agreement, what);
    }

    private int Why(Explainer explainer, long? seq)
    {
        if (seq is not { } number || explainer.Why(number) is not { } explanation)
        {
            return NoSuchEffect(explainer.Effects);
        }
        if (request.Json)
        {
            output.WriteLine(ExplanationJson.Of(explanation));
        }
        else
        {
            ExplanationText.Write(output, explanation);
        }
        return ExitStatus.Clean;
    }

    private int NoSuchEffect(long last) =>
        UsageErrors.Report(
            errors,
            FormattableString.Invariant(
                $"explain {request.What}: there is no such effect; {RunFolder.EffectsFile} of {request.Run} has 1 to {last:N0}"
            ),
            "Write the number (`seq`) of one of its lines."
        );

    private int WhyNot(Explainer explainer, Agreement agreement, string what)
    {
        if (AskedSentence.Find(agreement, what) is not { } asked)
        {
            var names = AskedSentence.Names(agreement).ToArray();
            return UsageErrors.Report(
                errors,
                $"explain {what}: the text has no grade and no sentence of that name{NearMiss.Question(what, names)}",
                "Name a grade, or a sentence or item by its number, such as 5.2 or 5.3(b)."
            );
        }
        var parties = agreement.Parties.Select(party => party.Name).ToArray();
        if (request.Party is { } name && !parties.Contains(name, StringComparer.Ordinal))
        {
            return UsageErrors.Report(
                errors,
                $"--party {name}: the text has no such party{NearMiss.Question(name, parties)}",
                $"It has {string.Join(", ", parties)}."
            );
        }
        var sectors = agreement.Sectors?.Count ?? 0;
        if (request.Sector is { } sector && (sector < 1 || sector > sectors))
        {
            var has = sectors == 0 ? "the text declares no sectors" : $"there are sectors 1 to {sectors}";
            return UsageErrors.Report(
                errors,
                $"--sector {sector}: there is none of that number",
                $"In this run {has}."
            );
        }
        string? reason = null;
        if (DayOption.Read("--at", request.At, agreement.Calendar, ref reason) is not { } time)
        {
            return UsageErrors.Report(errors, reason!, "Write a day, or an instant with its offset.");
        }
        if (time.To > explainer.Judged)
        {
            return UsageErrors.Report(
                errors,
                $"--at {request.At}: the run judges up to {explainer.Judged} and no further",
                "Name an earlier instant, or make a run with a later --to."
            );
        }
        var answer = explainer.WhyNot(asked, time.To, request.Party, request.Sector);
        if (request.Json)
        {
            output.WriteLine(ExplanationJson.Of(answer));
        }
        else
        {
            WhyNotText.Write(output, answer);
        }
        return ExitStatus.Clean;
    }

    private int WhatIf(Explainer explainer, Agreement agreement)
    {
        if (request.Without.FirstOrDefault(id => !explainer.HasFact(id)) is { } unknown)
        {
            return UsageErrors.Report(
                errors,
                $"--without {unknown}: the run read no row and no act of that id",
                "Ids are those of the tables, as `because.facts` in effects.jsonl has them (file:id where there are several)."
            );
        }
        if (HypotheticalFacts.Read(request.With, agreement, errors, out var status) is not { } facts)
        {
            return status;
        }
        var ids = facts.Rows.Select(row => row.Id).Concat(facts.Acts.Select(act => act.Id)).ToList();
        if (ids.Find(id => explainer.HasFact(id) && !request.Without.Contains(id)) is { } taken)
        {
            return UsageErrors.Report(
                errors,
                $"--with: the run already has a fact of id {taken}",
                "Give the new one another id, or take the old one out with --without."
            );
        }
        var answer = explainer.WhatIf(request.Without, facts.Rows, facts.Acts);
        if (request.Json)
        {
            output.WriteLine(ExplanationJson.Of(answer));
        }
        else
        {
            WhatIfText.Write(output, answer);
        }
        return ExitStatus.Clean;
    }

    /// <summary>What effects.jsonl alone says of an effect, where the run cannot be made again.</summary>
    private int TellRecorded(RunFolder run)
    {
        if (request.What is not { } what || NumberOf(what) is not { } seq || !File.Exists(run.Effects))
        {
            return ExitStatus.UnusableInput;
        }
        errors.WriteLine($"casus: what {RunFolder.EffectsFile} says of it by itself:");
        var wanted = new HashSet<long> { seq };
        var (found, total) = RecordedEffects.Read(run.Effects, wanted);
        if (!found.TryGetValue(seq, out var effect))
        {
            NoSuchEffect(total);
            return ExitStatus.UnusableInput;
        }
        errors.WriteLine($"  #{seq}  {Explainer.Words(effect)}, known {effect.KnownAt}");
        errors.WriteLine($"  facts    {Listed(effect.Because.Facts)}");
        var (earlier, _) = RecordedEffects.Read(run.Effects, effect.Because.Effects.ToHashSet());
        foreach (var before in earlier.OrderBy(one => one.Key))
        {
            errors.WriteLine($"  because  #{before.Key}  {Explainer.Words(before.Value)}");
        }
        return ExitStatus.UnusableInput;
    }

    private static string Listed(IReadOnlyCollection<string> facts) =>
        facts.Count == 0 ? "none" : string.Join(", ", facts);

    private static InputProblem OtherHash(RunFolder run) =>
        new(
            run.Folder,
            null,
            "a replay of its inputs gives another result than the run had",
            "something that the run read besides its tables has changed, such as the file of a line",
            $"Make the run again: {run.Command}"
        );

    /// <summary>180, #180, or 5.2#180 as reports write it.</summary>
    private static bool IsEffect(string what) =>
        what.Contains('#', StringComparison.Ordinal) || what.All(char.IsAsciiDigit);

    private static long? NumberOf(string what) =>
        long.TryParse(
            what[(what.LastIndexOf('#') + 1)..],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
