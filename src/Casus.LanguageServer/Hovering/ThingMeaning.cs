using System.Globalization;
using Casus.Core.Agreements;
using Casus.LanguageServer.Documents;
using Casus.LanguageServer.Names;

namespace Casus.LanguageServer.Hovering;

/// <summary>What a name is the name of, in plain words: a heading and short statements.</summary>
internal sealed class ThingMeaning(Analysis analysis, LastRun? run)
{
    private readonly Agreement agreement = analysis.Agreement;

    public (string Heading, IEnumerable<string> Lines) Of(NamedThing thing) =>
        thing.Kind switch
        {
            NameKind.Party or NameKind.State => (thing.Name, Party(thing)),
            NameKind.Group or NameKind.Role => (thing.Name, Group(thing)),
            NameKind.Body => (thing.Name, Body(thing)),
            NameKind.Line => (thing.Name, Line(thing)),
            NameKind.Zone => (thing.Name, Zone(thing)),
            NameKind.Conduct => (thing.Name, Conduct(thing)),
            NameKind.Bracket => ($"[{thing.Name}]", Bracket(thing)),
            NameKind.Term => (thing.Name, Term(thing)),
            NameKind.Quality => (thing.Name, [Written(thing)]),
            NameKind.Article => ($"Article {thing.Name}", Article(thing)),
            _ => (thing.Name, new ClauseMeaning(agreement, run).Of(thing.Name)),
        };

    private IEnumerable<string> Party(NamedThing thing)
    {
        var party = agreement.Parties.FirstOrDefault(known => IsNamed(known.Name, thing));
        if (party is null)
        {
            yield break;
        }
        var roles = party.Roles.IsEmpty ? "" : $", {string.Join(", ", party.Roles)}";
        yield return party.Bound ? $"A party{roles}." : $"A state that this text names and does not bind{roles}.";
        var groups = agreement
            .Groups.Where(group => !group.IsRole && group.Members.Contains(party.Name))
            .Select(group => group.Name)
            .ToList();
        if (groups.Count > 0)
        {
            yield return $"Member of {string.Join(", ", groups)}.";
        }
        var norms = agreement.Norms.Where(norm => norm.Stands && norm.IsDuty).ToList();
        var owes = norms.Where(norm => norm.Bearers.Actors.Names.Contains(party.Name)).Select(norm => norm.Clause);
        var owed = string.Join(", ", owes.Distinct(StringComparer.Ordinal).Take(12));
        yield return owed.Length > 0 ? $"Owes duties in {owed}." : "Owes no duty by name.";
    }

    private IEnumerable<string> Group(NamedThing thing)
    {
        var group = agreement.Groups.FirstOrDefault(known =>
            IsNamed(known.Name, thing)
            || (known.IsRole && Core.Binding.Vocabulary.Singular(known.Name.ToLowerInvariant()) == thing.Name)
        );
        if (group is not null)
        {
            yield return $"{(group.IsRole ? "A role" : "A group")} of {group.Members.Length}: {string.Join(", ", group.Members)}.";
        }
    }

    private IEnumerable<string> Body(NamedThing thing)
    {
        var body = agreement.Bodies.FirstOrDefault(known => IsNamed(known.Name, thing));
        if (body is null)
        {
            yield break;
        }
        yield return body.Role is { } role ? $"A body, {role}." : "A body.";
        yield return body.Chair is { } chair ? $"Chaired by {chair}." : "Nobody is said to chair it.";
        if (!body.Vetoes.IsDefaultOrEmpty)
        {
            yield return $"Veto: {string.Join(", ", body.Vetoes)}.";
        }
        if (!body.Members.IsDefaultOrEmpty)
        {
            yield return $"Members: {string.Join(", ", body.Members)}.";
        }
    }

    private IEnumerable<string> Line(NamedThing thing) =>
        agreement.Lines.FirstOrDefault(known => IsNamed(known.Name, thing)) is { } line
            ? ["A line.", .. GeographyMeaning.Of(agreement, line)]
            : [];

    private IEnumerable<string> Zone(NamedThing thing) =>
        agreement.Zones.FirstOrDefault(known => known.Declared && IsNamed(known.Name, thing)) is { } zone
            ? ["A zone.", GeographyMeaning.Of(agreement, zone.Area)]
            : [];

    private IEnumerable<string> Conduct(NamedThing thing)
    {
        var index = agreement.Conduct.IndexOf(thing.Name);
        if (index < 0)
        {
            yield break;
        }
        var children = agreement.Conduct.ChildrenOf(agreement.Conduct.Names[index]);
        yield return children.IsEmpty ? "A kind of conduct." : $"Conduct: {string.Join(", ", children)}.";
    }

    private IEnumerable<string> Bracket(NamedThing thing)
    {
        var bracket = agreement.Brackets.FirstOrDefault(known => IsNamed(known.Name, thing));
        if (bracket is null)
        {
            yield break;
        }
        var others = bracket.Values.Where(value => value != bracket.Chosen).ToList();
        yield return $"Not agreed. In force here: **{bracket.Chosen}**.";
        yield return others.Count > 0 ? $"Others: {string.Join(", ", others)}." : "No other value stands in it.";
        foreach (var position in agreement.Positions.Where(each => IsNamed(each.On, thing)))
        {
            var stance = $"{position.Stance.ToString().ToLowerInvariant()} {position.Value}".Trim();
            yield return $"{string.Join(", ", position.Of)} {stance}{(position.OwnWord ? "" : " (claimed by another)")}.";
        }
        yield return $"`--choose \"{bracket.Name}={others.FirstOrDefault() ?? bracket.Chosen}\"` takes another.";
    }

    private IEnumerable<string> Term(NamedThing thing)
    {
        yield return Written(thing);
        if (run?.Grades.FirstOrDefault(grade => IsNamed(grade.Name, thing)) is { } count)
        {
            yield return Counted(count);
        }
    }

    private IEnumerable<string> Article(NamedThing thing)
    {
        var clauses = agreement.Clauses.Where(clause => clause.Article == thing.Name).ToList();
        var sentences = clauses.Count(clause => !clause.Number.EndsWith(')'));
        yield return $"{sentences} numbered {(sentences == 1 ? "sentence" : "sentences")}.";
    }

    private string Counted(GradeCount count)
    {
        static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
        return $"In the last backtest (`{Path.GetFileName(run!.Folder)}`), in hindsight: arose {Number(count.Arose)}, "
            + $"undetermined {Number(count.Undetermined)}; days met {Number(count.DaysMet)}, "
            + $"days undetermined {Number(count.DaysUndetermined)}, summed over parties and sectors.";
    }

    /// <summary>The sentence that gives the meaning, with its number.</summary>
    private string Written(NamedThing thing)
    {
        var clause = agreement.Clauses.FirstOrDefault(known => known.Span.Contains(thing.Declaration.Start));
        return clause is null ? "" : $"{clause.Number}: {OneLine(clause.Text)}";
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static bool IsNamed(string name, NamedThing thing) =>
        string.Equals(name, thing.Name, StringComparison.OrdinalIgnoreCase);
}
