namespace Casus.Core.Checking;

/// <summary>How treaties fail: the groups of rules, each with its hundred of codes.</summary>
public enum RuleGroup
{
    /// <summary>CAS300x: what is said of the rules themselves, in comments of the text.</summary>
    Suppression,

    /// <summary>CAS301x to CAS309x: a term that nobody can measure, find or miss.</summary>
    Undefined,

    /// <summary>CAS31xx: what can never come to pass.</summary>
    Unreachable,

    /// <summary>CAS32xx: a promise that binds nobody to anything.</summary>
    Hollow,

    /// <summary>CAS33xx: time that runs out, runs wrong, or does not run.</summary>
    Clocks,

    /// <summary>CAS34xx: decisions that cannot be made, or are made by the wrong people.</summary>
    Procedure,

    /// <summary>CAS35xx: facts that cannot be found, or are found too easily.</summary>
    Evidence,

    /// <summary>CAS36xx: lines, zones and distances.</summary>
    Place,

    /// <summary>CAS37xx: conduct that no sentence covers.</summary>
    Coverage,

    /// <summary>CAS38xx: how the instrument comes to life and ends.</summary>
    Life,

    /// <summary>CAS39xx, up to CAS394x: sentences that contradict, repeat or swallow one another.</summary>
    Logic,

    /// <summary>CAS395x to CAS399x: brackets, positions, sources and milestones.</summary>
    Negotiation,
}
