import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { INITIAL, parseRawGrammar, Registry } = require("vscode-textmate");
const oniguruma = require("vscode-oniguruma");
const root = fileURLToPath(new URL("../../../", import.meta.url));
const grammarFile = fileURLToPath(new URL("../syntaxes/casus.tmLanguage.json", import.meta.url));

let grammar;

before(async () => {
  const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(readFileSync(grammarFile, "utf8"), grammarFile),
  });
  grammar = await registry.loadGrammar("source.casus");
});

/** Every token of a text: its words and its innermost scope, without the name of the language. */
function tokens(text) {
  let state = INITIAL;
  return text.split("\n").flatMap((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens
      .map((token) => [
        line.slice(token.startIndex, token.endIndex),
        token.scopes
          .slice(1)
          .map((scope) => scope.replace(/\.casus$/, ""))
          .join(" "),
      ])
      .filter(([words]) => words.trim() !== "");
  });
}

function scopeOf(text, words) {
  const found = tokens(text).find(([seen]) => seen.trim() === words);
  assert.ok(found, `${words} is no token of ${JSON.stringify(tokens(text))}`);
  return found[1];
}

for (const [text, words, scope] of [
  ["Party Ukraine, as beneficiary.", "Party", "keyword.other.label"],
  ["Party Ukraine, as beneficiary.", "as", "keyword.other.tail"],
  ["  Caveat of France: the force may refuse a task.", "Caveat", "keyword.other.label"],
  ["  On an attack by Russia:", "On", "keyword.other.label"],
  ["  [decider: each] On an attack by Russia:", "On", "keyword.other.label"],
  ["Ukraine shall not rely on Party lines.", "on", "keyword.other.preposition"],
  ['Article 5 "Response".', "Article", "keyword.other.label"],
  ['Article 5 "Response".', "5", "constant.numeric.reference"],
  ['Article 5 "Response".', '"Response"', "entity.name.section"],
  ["A breach of 5.2(b) is grave.", "5.2(b)", "constant.numeric.reference"],
  ["Poland shall jointly assist Ukraine.", "assist", "entity.name.function.verb"],
  ["Poland shall not assist Ukraine.", "not", "keyword.control.auxiliary"],
  ["Poland has verified it.", "has", "keyword.control.auxiliary"],
  ["A violation means a breach.", "means", "keyword.control.verb"],
  ["A violation means a breach.", "A", "storage.modifier.determiner"],
  ["Ukraine may act until 2030-01-01T18:00.", "2030-01-01T18:00", "constant.numeric.date"],
  ["Ukraine shall hold 7,500 personnel.", "7,500", "constant.numeric"],
  ["Conduct barrage: rocket artillery, mortars.", "rocket artillery", "support.type.conduct"],
  ["Conduct barrage: rocket artillery, mortars.", "mortars", "support.type.conduct"],
  ["within [depth: 10 | 15] km", "depth", "meta.bracket variable.parameter.bracket"],
  ["within [depth: 10 | 15] km", "15", "meta.bracket constant.numeric"],
  ["within [depth: 10 | 15] km", "|", "meta.bracket keyword.operator.choice"],
  ["Ukraine shall rest. // shall not", "// shall not", "comment.line.double-slash"],
  ["> The parties shall rest.", "> The parties shall rest.", "markup.quote.prose"],
  ['Poland shall give "support at sea".', '"support at sea"', "string.quoted.double"],
  [
    'Source of a: reported by B on 2026-01-01, "https://example.org/a".',
    '"https://example.org/a"',
    "string.quoted.double",
  ],
  ["Ukraine shall rest.", ".", "punctuation.terminator.sentence"],
]) {
  test(`${words} in: ${text}`, () => assert.equal(scopeOf(text, words), scope));
}

for (const [text, words] of [
  ["The on-site team may act.", "on-site"],
  ["A withinness means an attack.", "withinness"],
  ["The Party's organ may act.", "Party's"],
]) {
  test(`no reserved word is seen inside ${words}`, () => {
    const inside = tokens(text).find(([seen]) => seen.includes(words));
    assert.ok(inside, JSON.stringify(tokens(text)));
    assert.doesNotMatch(inside[1], /keyword/);
  });
}

test("a bracket that does not close ends with its sentence", () => {
  assert.equal(scopeOf("within [depth: 10 km.\nParty Ukraine.", "Party"), "keyword.other.label");
});

/** All agreements: no word of the language is left without a colour, and none is coloured in a string or a comment. */
for (const folder of ["agreements", "src/Casus.Cli/Templates"]) {
  for (const name of readdirSync(join(root, folder))) {
    test(`${folder}/${name}: every reserved word that stands free has its scope`, () => {
      const reserved = reservedWords();
      const text = readFileSync(join(root, folder, name, "agreement.casus"), "utf8");
      const plain = tokens(text).filter(([, scope]) => scope === "");
      for (const [words] of plain) {
        for (const word of words.match(/[\p{L}][\p{L}\p{N}'’/_-]*/gu) ?? []) {
          assert.ok(!reserved.has(word.toLowerCase()), `${word} in ${words}`);
        }
      }
      assert.ok(tokens(text).length > 100);
    });
  }
}

/** As docs/language/grammar.md lists them; a test of the compiler holds that list. */
function reservedWords() {
  const grammarPage = readFileSync(join(root, "docs/language/grammar.md"), "utf8");
  const listed = grammarPage
    .slice(grammarPage.indexOf("## Reserved words"), grammarPage.indexOf("Labels, reserved only"))
    .matchAll(/^- [^:]+: `([^`]+)`/gm);
  const words = new Set([...listed].flatMap((match) => match[1].split(" ")));
  assert.ok(words.size > 80);
  return words;
}
