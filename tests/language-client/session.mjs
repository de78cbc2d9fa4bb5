// Drives `casus lsp` with the protocol layer that vscode-languageclient stands on, and prints one JSON document of what it
// was answered. Arguments: the text, then the server's command.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import {
  CompletionRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializeRequest,
  InitializedNotification,
  PublishDiagnosticsNotification,
  RenameRequest,
  SemanticTokensRequest,
  ShutdownRequest,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const [file, command, ...args] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const uri = pathToFileURL(file).href;
const server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);

const published = [];
let arrived = () => {};
connection.onNotification(PublishDiagnosticsNotification.type, (message) => {
  published.push(message);
  arrived();
});
const diagnosticsOf = async (version) => {
  for (;;) {
    const found = published.find((message) => message.version >= version);
    if (found) return found.diagnostics.filter((each) => each.severity === 1).map((each) => each.code);
    await new Promise((resolve) => (arrived = resolve));
  }
};
const at = (word) => {
  const before = text.slice(0, text.indexOf(word)).split("\n");
  return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1).length } };
};

connection.listen();
const { capabilities, serverInfo } = await connection.sendRequest(InitializeRequest.type, {
  processId: process.pid,
  rootUri: null,
  capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
});
await connection.sendNotification(InitializedNotification.type, {});
await connection.sendNotification(DidOpenTextDocumentNotification.type, {
  textDocument: { uri, languageId: "casus", version: 1, text },
});
const result = { server: serverInfo.name, encoding: capabilities.positionEncoding };
result.errors = await diagnosticsOf(1);
const slip = at("Comission").position;
await connection.sendNotification(DidChangeTextDocumentNotification.type, {
  textDocument: { uri, version: 2 },
  contentChanges: [
    { range: { start: slip, end: { line: slip.line, character: slip.character + 9 } }, text: "Commission" },
  ],
});
result.errorsWhenMended = await diagnosticsOf(2);
result.hover = (await connection.sendRequest(HoverRequest.type, at("series"))).contents.value;
result.definition = (await connection.sendRequest(DefinitionRequest.type, at("violation by Russia"))).range.start.line;
const renamed = await connection.sendRequest(RenameRequest.type, { ...at("violation by Russia"), newName: "incursion" });
result.renamed = renamed.changes[uri].length;
const refused = connection.sendRequest(RenameRequest.type, { ...at("violation by Russia"), newName: "act of war" });
result.refused = await refused.then(
  () => null,
  (error) => error.code,
);
result.offers = (await connection.sendRequest(CompletionRequest.type, at("assist   Ukraine")))
  .map((item) => item.label)
  .filter((label) => ["assist", "warn", "Party"].includes(label))
  .sort();
result.symbols = (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }))
  .map((symbol) => symbol.name)
  .filter((name) => name.startsWith("Article"));
result.colours = (await connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } })).data.length > 0;
result.edits = (
  await connection.sendRequest(DocumentFormattingRequest.type, {
    textDocument: { uri },
    options: { tabSize: 2, insertSpaces: true },
  })
).length;
await connection.sendRequest(ShutdownRequest.type);
const exited = new Promise((resolve) => server.on("exit", resolve));
await connection.sendNotification(ExitNotification.type);
result.status = await exited;
connection.dispose();
console.log(JSON.stringify(result, null, 2));
