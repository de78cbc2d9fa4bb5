namespace Casus.Core.Checking;

/// <summary>Who is under the text: a party that is bound, or a body that it sets up.</summary>
internal static class Standing
{
    public static bool IsWithin(CheckedText text, string name) =>
        text.Agreement.Parties.Any(party => party.Bound && party.Name == name)
        || text.Agreement.Bodies.Any(body => !body.Outside && body.Name == name);

    /// <summary>
    /// The parties between whom the arms are to be silent: beneficiaries and adversaries, or, where the text gives no
    /// such roles, all that are bound and guarantee nothing.
    /// </summary>
    public static IReadOnlyList<string> Sides(CheckedText text)
    {
        var bound = text.Agreement.Parties.Where(party => party.Bound).ToList();
        var cast = bound.Where(party => party.Roles.Contains("beneficiary") || party.Roles.Contains("adversary"));
        var sides = cast.Select(party => party.Name).ToList();
        return sides.Count > 0
            ? sides
            : [.. bound.Where(party => !party.Roles.Contains("guarantor")).Select(party => party.Name)];
    }
}
