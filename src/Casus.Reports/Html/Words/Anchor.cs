namespace Casus.Reports.Html.Words;

/// <summary>
/// Names as parts of an id: letters, digits and full stops stay, all else is a hyphen. 5.1(a) becomes 5.1-a.
/// </summary>
internal static class Anchor
{
    public static string Of(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' ? letter : '-'))
            .Trim('-');
}
