import test from "node:test";
import assert from "node:assert/strict";
import { found, named, shownKeys } from "../../ui/keys.js";
import { fresh } from "../../ui/store.js";
import { zh } from "../../ui/text/zh.js";
import { en } from "../../ui/text/en.js";

const press = (key, held = "") => named({ key, ctrlKey: held.includes("C"), altKey: held.includes("A"), shiftKey: held.includes("S"), metaKey: false });
const does = (view, mode, key) => {
  const called = [];
  const act = new Proxy({}, { get: (_, group) => new Proxy({}, { get: (_, name) => (...args) => { called.push([group, name, ...args].join(" ")); return undefined; } }) });
  const state = Object.assign(fresh(), { view, entry: { ...fresh().entry, edit: mode === "edit" ? { text: "1", caret: true } : null } });
  for (const one of found(view, mode, key)) if (one.run(act, state) !== false) break;
  return called.join();
};

test("keys are named alike on every keyboard", () => {
  assert.equal(press("Z", "CS"), "Ctrl+Shift+Z");
  assert.equal(press("z", "C"), "Ctrl+z");
  assert.equal(press("ArrowLeft", "A"), "Alt+ArrowLeft");
  assert.equal(press("Tab", "S"), "Shift+Tab");
  assert.equal(press("Y", "A"), "Alt+y");
});
test("in the grid arrows move the cursor, with Shift they select", () => {
  assert.equal(does("entry", "move", "ArrowLeft"), "entry move left");
  assert.equal(does("entry", "move", "Shift+ArrowDown"), "entry move down true");
  assert.equal(does("entry", "move", "Ctrl+Home"), "entry move top");
  assert.equal(does("entry", "move", "Ctrl+Shift+End"), "entry move bottom true");
});
test("inside a cell ← belongs to the text, Enter and ↑ leave it", () => {
  assert.equal(does("entry", "edit", "ArrowLeft"), "");
  assert.equal(does("entry", "edit", "Enter"), "entry move down");
  assert.equal(does("entry", "edit", "ArrowUp"), "entry move up");
  assert.equal(does("entry", "edit", "Delete"), "");
});
test("Ctrl+Z takes back an operation, but not while typing", () => {
  assert.equal(does("entry", "move", "Ctrl+z"), "frame undo");
  assert.equal(does("measures", "idle", "Ctrl+z"), "frame undo");
  assert.equal(does("measures", "typing", "Ctrl+z"), "");
  assert.equal(does("entry", "edit", "Ctrl+z"), "");
});
test("every key the status bar shows has words in both languages", () => {
  for (const view of Object.keys(zh.views)) for (const key of shownKeys(Object.assign(fresh(), { view }))) {
    assert.ok(key.say(zh), view);
    assert.ok(key.say(en), view);
  }
});
