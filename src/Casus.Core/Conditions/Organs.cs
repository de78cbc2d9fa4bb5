namespace Casus.Core.Conditions;

/// <summary>
/// Organs of whoever bears a norm: "its parliament" is compiled to "parliament of @bearer", and stands for the
/// parliament of each bearer in turn.
/// </summary>
public static class Organs
{
    public const string Bearer = "@bearer";

    /// <summary>The condition as it reads for one bearer; the same object where it names no organ.</summary>
    public static Condition Of(Condition condition, string bearer) =>
        condition switch
        {
            Condition.Held held when held.Act.By.Any(Names) => new Condition.Held(
                held.Act with
                {
                    By = [.. held.Act.By.Select(name => name.Replace(Bearer, bearer, StringComparison.Ordinal))],
                }
            ),
            Condition.Not not => Of(not.Part, bearer) is var part && ReferenceEquals(part, not.Part)
                ? not
                : new Condition.Not(part),
            Condition.And all when all.Parts.Any(Has) => new Condition.And([
                .. all.Parts.Select(part => Of(part, bearer)),
            ]),
            Condition.Or any when any.Parts.Any(Has) => new Condition.Or([
                .. any.Parts.Select(part => Of(part, bearer)),
            ]),
            _ => condition,
        };

    private static bool Has(Condition condition) => !ReferenceEquals(Of(condition, ""), condition);

    private static bool Names(string name) => name.Contains(Bearer, StringComparison.Ordinal);
}
