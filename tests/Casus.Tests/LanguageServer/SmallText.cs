namespace Casus.Tests.LanguageServer;

/// <summary>The heading of the short texts that the tests open.</summary>
internal static class SmallText
{
    public const string Heading = """
        Agreement "Test", draft 1 of 2026-01-06.
        Party Ukraine, as beneficiary.
        Party Russia, as adversary.
        Parties France and Poland, as guarantors.
        Group Coalition: France and Poland.
        Body Commission, as monitor, with France as chair.
        Article 1 "Peace".
          Ukraine and Russia shall not commit an attack.
          A violation means a breach of Article 1.

        """;
}
