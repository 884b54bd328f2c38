import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { zh } from "../../ui/text/zh.js";
import { en } from "../../ui/text/en.js";

const shape = (value) => (typeof value === "function" ? "function" : Array.isArray(value) ? value.map(shape) : typeof value === "object" ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, shape(value[key])])) : typeof value);
const files = (folder, ending) => readdirSync(new URL(`../../ui/${folder}`, import.meta.url), { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => [`${folder}/${name}`, readFileSync(new URL(`../../ui/${folder}/${name}`, import.meta.url), "utf8")]);

test("the catalogues have the same keys", () => assert.deepEqual(shape(en), shape(zh)));
test("no text stands outside the catalogue", () => {
  for (const [name, source] of [...files("views", ".js"), ...files("parts", ".js")]) {
    const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replace(/中文|[　、，：；（）“”]/g, "");
    assert.doesNotMatch(code, /[\u4e00-\u9fff]/, name);
  }
});
test("no view sets a style or writes markup of its own", () => {
  for (const [name, source] of [...files("views", ".js"), ...files("parts", ".js")]) assert.doesNotMatch(source, /\sstyle=|innerHTML|unsafeHTML|styleMap/, name);
});
test("the trial's made-up answers are no part of the product", () => {
  for (const [name, source] of [...files("views", ".js"), ...files("parts", ".js"), ...files("actions", ".js"), ...files("logic", ".js")]) assert.doesNotMatch(source, /tests\//, name);
  assert.doesNotMatch(readFileSync(new URL("../../ui/index.html", import.meta.url), "utf8"), /tests\/|style=|<script>/);
});
test("colours are named in tokens.css only", () => {
  for (const [name, source] of files("styles", ".css")) if (!name.endsWith("tokens.css")) assert.doesNotMatch(source, /#[0-9a-f]{3,8}\b|rgba?\(/i, name);
});
