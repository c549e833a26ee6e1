// Checks files against one of the OSCAL schemas: node oscal.mjs SCHEMA FILE... Prints what is wrong, a line each; ends with 1 when something is.
import { readFileSync } from "node:fs";
import Ajv from "ajv";

const [schema, ...files] = process.argv.slice(2);
// The schemas use keywords of their own and formats that their patterns say anyway.
const check = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(JSON.parse(readFileSync(schema, "utf8")));
let wrong = files.length === 0;
for (const file of files) {
  if (check(JSON.parse(readFileSync(file, "utf8")))) continue;
  wrong = true;
  for (const error of check.errors.slice(0, 10)) console.log(`${file}: ${error.instancePath} ${error.message}`);
}
process.exit(wrong ? 1 : 0);
