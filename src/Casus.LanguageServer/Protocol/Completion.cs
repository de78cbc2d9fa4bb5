namespace Casus.LanguageServer.Protocol;

/// <summary>Kind as the protocol numbers it.</summary>
public sealed record CompletionItem(string Label, int Kind, string Detail, string SortText, DocumentEdit TextEdit);

public sealed record SignatureHelp(
    IReadOnlyList<SignatureInformation> Signatures,
    int ActiveSignature,
    int ActiveParameter
);

public sealed record SignatureInformation(
    string Label,
    string Documentation,
    IReadOnlyList<ParameterInformation> Parameters
);

/// <summary>Label: where in the signature's label it stands, [start, end).</summary>
public sealed record ParameterInformation(IReadOnlyList<int> Label, string Documentation);
