import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const extension = fileURLToPath(new URL("..", import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(extension, name), "utf8"));

let folder;
let runtime;
let runs;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "casus-extension-"));
  await build({
    entryPoints: ["runtime", "runs"].map((name) => join(extension, "src", `${name}.ts`)),
    outdir: folder,
    platform: "node",
    format: "cjs",
    outExtension: { ".js": ".cjs" },
  });
  runtime = require(join(folder, "runtime.cjs"));
  runs = require(join(folder, "runs.cjs"));
});

after(() => rmSync(folder, { recursive: true }));

test("the setting comes before DOTNET_ROOT, and that before the PATH", () => {
  const there = () => true;
  assert.equal(runtime.dotnetProgram(" /opt/dotnet ", { DOTNET_ROOT: "/usr/lib" }, there), "/opt/dotnet");
  assert.equal(runtime.dotnetProgram("", { DOTNET_ROOT: "/usr/lib" }, there), "/usr/lib/dotnet");
  assert.equal(
    runtime.dotnetProgram("", { DOTNET_ROOT: "/usr/lib" }, () => false),
    "dotnet",
  );
  assert.equal(runtime.dotnetProgram("", {}, there), "dotnet");
});

test("only the runtime of the version that is needed is one", () => {
  const listing = (version) => `Microsoft.AspNetCore.App 10.0.1 [/x]\nMicrosoft.NETCore.App ${version} [/x]\n`;
  assert.ok(runtime.listsRuntime(listing("10.0.1")));
  assert.ok(!runtime.listsRuntime(listing("9.0.4")));
  assert.ok(!runtime.listsRuntime(listing("1.10.0")));
  assert.ok(!runtime.listsRuntime(""));
});

test("a missing program and an old runtime are told with what to do", async () => {
  await assert.rejects(runtime.requireRuntime(join(folder, "none")), (failure) => {
    assert.match(failure.message, /needs the \.NET 10 runtime, and .*none cannot be run\. Install .*casus\.dotnetPath/);
    return failure instanceof runtime.MissingRuntime;
  });
  const old = join(folder, "dotnet");
  writeFileSync(old, '#!/bin/sh\necho "Microsoft.NETCore.App 8.0.4 [/x]"\n', { mode: 0o755 });
  await assert.rejects(runtime.requireRuntime(old), /has 8\.0\.4\. Install/);
  writeFileSync(old, '#!/bin/sh\necho "Microsoft.NETCore.App 10.0.0 [/x]"\n', { mode: 0o755 });
  await runtime.requireRuntime(old);
});

test("a run goes beside its text, and the arguments are those of backtest", () => {
  assert.deepEqual(runs.backtestArguments("/a b/agreement.casus", ["/t/1.csv", "/t/2.csv"], ["/t/acts.csv"]), [
    "backtest",
    "/a b/agreement.casus",
    "--incidents",
    "/t/1.csv",
    "/t/2.csv",
    "--acts",
    "/t/acts.csv",
    "--out",
    "/a b/run",
  ]);
});

test("every file that the manifest names is there, and every command is registered", () => {
  const manifest = read("package.json");
  const { languages, grammars, snippets, commands } = manifest.contributes;
  const named = [
    ...languages.map((each) => each.configuration),
    ...grammars.map((each) => each.path),
    ...snippets.map((each) => each.path),
  ];
  assert.ok(named.length >= 3);
  for (const path of named) {
    assert.ok(existsSync(join(extension, path)), path);
  }
  const source = readFileSync(join(extension, "src", "extension.ts"), "utf8");
  for (const { command } of commands) {
    assert.ok(source.includes(`registerCommand("${command}"`), command);
  }
});

test("the words of the editor are those of the language", () => {
  const word = new RegExp(`^(?:${read("language-configuration.json").wordPattern})$`, "u");
  for (const whole of ["self-defence", "months'", "5.2(b)", "7,500", "2026-01-06", "Україна"]) {
    assert.match(whole, word);
  }
});

test("no version in the manifest is a range, and the lock names no server", () => {
  for (const [name, version] of Object.entries(read("package.json").devDependencies)) {
    assert.match(version, /^[0-9]+\.[0-9]+\.[0-9]+$/, name);
  }
  assert.doesNotMatch(readFileSync(join(extension, "package-lock.json"), "utf8"), /"resolved"|https?:\/\/registry/);
});
