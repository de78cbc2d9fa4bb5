import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The major version of .NET that the server is built for. */
export const neededMajor = 10;

/** What was looked for and not found, in words for a person. */
export class MissingRuntime extends Error {}

/**
 * The program to start: the setting, else that of DOTNET_ROOT, else `dotnet` as the PATH finds it.
 * Whether it is there is found by running it.
 */
export function dotnetProgram(setting: string, environment: NodeJS.ProcessEnv, exists = existsSync): string {
  const program = process.platform === "win32" ? "dotnet.exe" : "dotnet";
  if (setting.trim() !== "") {
    return setting.trim();
  }
  const root = environment["DOTNET_ROOT"];
  return root && exists(join(root, program)) ? join(root, program) : program;
}

/** Whether `dotnet --list-runtimes` lists the runtime that is needed. */
export function listsRuntime(listing: string): boolean {
  return new RegExp(`^Microsoft\\.NETCore\\.App ${neededMajor}\\.`, "m").test(listing);
}

/** Ends in nothing where the runtime is there, and in a MissingRuntime where it is not. */
export async function requireRuntime(dotnet: string): Promise<void> {
  const install = `Install the .NET ${neededMajor} runtime (https://dotnet.microsoft.com/download/dotnet/10.0), or name its program in the setting casus.dotnetPath.`;
  const listing = await new Promise<string>((resolve, reject) => {
    execFile(dotnet, ["--list-runtimes"], { timeout: 20_000 }, (failure, output) => {
      if (failure) {
        reject(
          new MissingRuntime(`Casus needs the .NET ${neededMajor} runtime, and ${dotnet} cannot be run. ${install}`),
        );
      } else {
        resolve(output);
      }
    });
  });
  if (!listsRuntime(listing)) {
    const found = [...listing.matchAll(/^Microsoft\.NETCore\.App (\S+)/gm)].map((match) => match[1]);
    throw new MissingRuntime(
      `Casus needs the .NET ${neededMajor} runtime; ${dotnet} has ${found.length > 0 ? found.join(", ") : "none"}. ${install}`,
    );
  }
}
