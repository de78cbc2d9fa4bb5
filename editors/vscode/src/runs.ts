import { dirname, join } from "node:path";

/** Where the runs of a text go: beside it, in a folder that a later run takes over. */
export function runFolder(agreement: string): string {
  return join(dirname(agreement), "run");
}

/** The command line of a backtest, without the program. */
export function backtestArguments(agreement: string, tables: readonly string[], acts: readonly string[]): string[] {
  const more = acts.flatMap((file) => ["--acts", file]);
  return ["backtest", agreement, "--incidents", ...tables, ...more, "--out", runFolder(agreement)];
}
