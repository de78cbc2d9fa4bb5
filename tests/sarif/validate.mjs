// Reads a SARIF log on standard input and validates it; the faults go to standard error, status 1.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";

const require = createRequire(import.meta.url);
const schema = JSON.parse(
  readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
);
// Formats of later drafts (uri, uri-reference, date-time) are known to this validator too.
const validate = new Ajv({ allErrors: true, schemaId: "auto", meta: false, unknownFormats: "ignore" });
validate.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
validate.addMetaSchema(require("ajv/lib/refs/json-schema-draft-06.json"));
const log = JSON.parse(readFileSync(0, "utf8"));
if (!validate.validate(schema, log)) {
  console.error(validate.errorsText(validate.errors, { separator: "\n" }));
  process.exit(1);
}
