namespace Casus.LanguageServer.Protocol;

public sealed record SemanticTokensDeltaParams(TextDocumentIdentifier TextDocument, string PreviousResultId);

public sealed record SemanticTokens(string? ResultId, IReadOnlyList<int> Data);

/// <summary>Edits of the numbers of an earlier answer.</summary>
public sealed record SemanticTokensDelta(string ResultId, IReadOnlyList<SemanticTokensEdit> Edits);

public sealed record SemanticTokensEdit(int Start, int DeleteCount, IReadOnlyList<int> Data);
