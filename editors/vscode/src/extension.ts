import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import * as vscode from "vscode";
import { LanguageClient, type ServerOptions } from "vscode-languageclient/node";
import { backtestArguments, runFolder } from "./runs";
import { dotnetProgram, MissingRuntime, requireRuntime } from "./runtime";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = context.asAbsolutePath(join("server", "casus.dll"));
  context.subscriptions.push(
    vscode.commands.registerCommand("casus.backtest", () => guarded(() => backtest(server))),
    vscode.commands.registerCommand("casus.report", () => guarded(openReport)),
    vscode.commands.registerCommand("casus.restart", () => guarded(() => restart(server))),
    vscode.tasks.onDidEndTaskProcess(offerReport),
  );
  await guarded(() => start(server));
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

function dotnet(): string {
  return dotnetProgram(vscode.workspace.getConfiguration("casus").get("dotnetPath", ""), process.env);
}

async function start(server: string): Promise<void> {
  const command = dotnet();
  await requireRuntime(command);
  const options: ServerOptions = { command, args: [server, "lsp"] };
  client = new LanguageClient("casus", "Casus", options, {
    documentSelector: [{ language: "casus" }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/{*.casus,casus.toml,*.geojson}") },
  });
  await client.start();
}

async function restart(server: string): Promise<void> {
  await client?.stop();
  client = undefined;
  await start(server);
}

/** What goes wrong is told where the user looks; a missing runtime with what to do about it. */
async function guarded(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : String(failure);
    if (failure instanceof MissingRuntime) {
      const settings = "Open Settings";
      if ((await vscode.window.showErrorMessage(said, settings)) === settings) {
        await vscode.commands.executeCommand("workbench.action.openSettings", "casus.dotnetPath");
      }
    } else {
      await vscode.window.showErrorMessage(`Casus: ${said}`);
    }
  }
}

/** The text in front of the user, saved: the commands read it from the disk. */
async function openAgreement(): Promise<string> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== "casus" || document.uri.scheme !== "file") {
    throw new Error("open the .casus file that is meant, and call the command from there.");
  }
  if (document.isDirty && !(await document.save())) {
    throw new Error("the text could not be saved, and the command reads it from the disk.");
  }
  return document.uri.fsPath;
}

/** Runs the program of the package in the panel of terminals; no shell stands between, so nothing needs quotes. */
async function backtest(server: string): Promise<void> {
  const agreement = await openAgreement();
  const command = dotnet();
  await requireRuntime(command);
  const tables = await pick("The table of incidents", dirname(agreement), {
    "Incident tables": ["csv", "jsonl", "geojson", "parquet", "gz", "json"],
  });
  if (tables === undefined) {
    return;
  }
  const acts =
    (await pick("The table of acts: cancel if there is none", dirname(agreement), { Acts: ["csv", "jsonl"] })) ?? [];
  const task = new vscode.Task(
    { type: "casus", agreement },
    vscode.TaskScope.Workspace,
    "backtest",
    "Casus",
    new vscode.ProcessExecution(command, [server, ...backtestArguments(agreement, tables, acts)], {
      cwd: dirname(agreement),
    }),
    [],
  );
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always,
    panel: vscode.TaskPanelKind.Dedicated,
    clear: true,
  };
  await vscode.tasks.executeTask(task);
}

async function pick(title: string, folder: string, filters: Record<string, string[]>): Promise<string[] | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    filters,
    canSelectMany: true,
    defaultUri: vscode.Uri.file(folder),
  });
  return chosen?.map((file) => file.fsPath);
}

function reportOf(agreement: string): string {
  return join(runFolder(agreement), "report.html");
}

async function openReport(): Promise<void> {
  const report = reportOf(await openAgreement());
  if (!existsSync(report)) {
    throw new Error(`there is no ${report} yet: replay a history first (Casus: Replay a History).`);
  }
  await vscode.env.openExternal(vscode.Uri.file(report));
}

async function offerReport(ended: vscode.TaskProcessEndEvent): Promise<void> {
  const definition = ended.execution.task.definition;
  if (definition.type !== "casus" || ended.exitCode !== 0) {
    return;
  }
  const open = "Open Report";
  if ((await vscode.window.showInformationMessage("Casus: the history is replayed.", open)) === open) {
    await vscode.env.openExternal(vscode.Uri.file(reportOf(String(definition["agreement"]))));
  }
}
