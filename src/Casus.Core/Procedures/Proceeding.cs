using System.Collections.Immutable;
using Casus.Core.Facts;
using Casus.Core.Norms;
using Casus.Core.Time;

namespace Casus.Core.Procedures;

internal enum Ballot
{
    Yes,
    No,
    Abstain,
}

/// <summary>A decision that is open, or was: its base, fixed at the opening, and the votes cast (S18).</summary>
internal sealed class Proceeding(Procedure procedure, Arising arising, ImmutableArray<string> members)
{
    private readonly SortedList<string, (Ballot Ballot, Act Act)> votes = new(StringComparer.Ordinal);
    private readonly HashSet<string> abstained = new(StringComparer.Ordinal);

    public Procedure Procedure { get; } = procedure;
    public Arising Arising { get; } = arising;
    public ImmutableArray<string> Members { get; } = members;

    /// <summary>Holders of a veto that may use it: the accused, where it is left out, may not.</summary>
    public required ImmutableArray<string> Vetoes { get; init; }
    public required Moment OpenedAt { get; init; }
    public long Seq { get; set; }

    /// <summary>The effect that says the outcome; 0 where there is none.</summary>
    public long OutcomeSeq { get; set; }
    public Moment? Due { get; set; }
    public bool Supposed { get; set; }

    /// <summary>Null while it is open, and if it was closed without one.</summary>
    public bool? Carried { get; set; }
    public Moment? OutcomeAt { get; set; }
    public bool Closed { get; set; }

    public ImmutableArray<string> Voters =>
        [.. votes.Values.Where(vote => !vote.Act.Supposed).Select(vote => vote.Act.Id)];

    public bool MayVote(string name) =>
        !Closed && !votes.ContainsKey(name) && (Members.Contains(name) || Vetoes.Contains(name));

    public void Cast(string name, Ballot ballot, Act act)
    {
        // A single decider that abstains is silent (S18): it may still speak.
        if (Procedure.Rule == DecisionRule.Single && ballot == Ballot.Abstain)
        {
            abstained.Add(name);
            return;
        }
        votes.Add(name, (ballot, act));
        Supposed |= act.Supposed;
    }

    /// <summary>Of whom nothing is stated: a vote may be supposed of them, and of no one else.</summary>
    public IEnumerable<string> Silent => Members.Where(name => !votes.ContainsKey(name) && !abstained.Contains(name));

    public Tally Tally
    {
        get
        {
            int Count(Ballot ballot) =>
                Members.Count(name => votes.TryGetValue(name, out var vote) && vote.Ballot == ballot);
            return new Tally(
                Members.Length,
                Count(Ballot.Yes),
                Count(Ballot.No),
                Count(Ballot.Abstain),
                Vetoes.Count(name => !votes.ContainsKey(name)),
                Vetoes.Any(name => votes.TryGetValue(name, out var vote) && vote.Ballot == Ballot.No)
            );
        }
    }
}
