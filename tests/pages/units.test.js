import test from "node:test";
import assert from "node:assert/strict";
import { below, decidable, formOf, offered, placeOf, requestOf, rest, shown, undecided } from "../../ui/logic/units.js";
import { found } from "../../ui/keys.js";
import { fresh } from "../../ui/store.js";

const line = (id, parent = null, keys = id) => ({ id, name: id, short_name: null, aliases: [], is_group: false, members: [], parent, depth: 0, groups: [], measures: { lead: 0, responsible: 0, cooperating: 0 }, figures: 0, keys });
const lines = [line("a", null, "东湖区卫生健康局 dhqwsjkj"), line("b", "a"), line("c", "b"), line("d", "a"), line("e")];

test("units are found by words and by pinyin initials", () => {
  assert.deepEqual(shown(lines, " 东湖 ").map((one) => one.id), ["a"]);
  assert.deepEqual(shown(lines, "DHQ").map((one) => one.id), ["a"]);
  assert.equal(shown(lines, "").length, 5);
});
test("a finder offers nothing before something was typed, and only what may be chosen", () => {
  assert.deepEqual(offered(lines, " ", () => true), []);
  assert.deepEqual(offered(lines, "d", (one) => one.id !== "a").map((one) => one.id), ["d"]);
  assert.equal(offered(Array.from({ length: 30 }, (_, n) => line(`u${n}`)), "u", () => true).length, 8);
});
test("a unit moves among those that belong to the same unit, and no further than first or last", () => {
  assert.equal(placeOf(lines, "d", -1), "b");
  assert.equal(placeOf(lines, "b", 1), null);
  assert.equal(placeOf(lines, "e", -1), "a");
  assert.equal(placeOf(lines, "a", -1), undefined);
  assert.equal(placeOf(lines, "e", 1), undefined);
  assert.equal(placeOf(lines, "c", 1), undefined);
  assert.equal(placeOf([line("a"), line("b"), line("c")], "a", 1), "c");
});
test("what stands below a unit is known, also where parents go in a circle", () => {
  assert.ok(below(lines, lines[2], "a"));
  assert.ok(!below(lines, lines[0], "c"));
  assert.ok(!below([line("x", "y"), line("y", "x")], line("x", "y"), "z"));
});
test("another name still in its field is saved too", () => {
  const form = { ...formOf(lines[0]), alias: " 东湖 " };
  assert.deepEqual(requestOf("a", form).aliases, ["东湖"]);
  assert.equal("alias" in requestOf("a", form), false);
});
test("only what can be added is added when all clashes are decided alike", () => {
  const clashes = [{ key: "1", sum: "3" }, { key: "2", sum: null }];
  assert.deepEqual(decidable(clashes, "add").map((one) => one.key), ["1"]);
  assert.equal(decidable(clashes, "keep").length, 2);
  assert.deepEqual(undecided(clashes, { 1: "add" }).map((one) => one.key), ["2"]);
  assert.deepEqual([{}, { 1: "add" }, { 1: "add", 2: "keep" }].map((decisions) => rest(clashes, decisions).length), [2, 1, 2]);
});
test("keys of the units do nothing while the rules are shown", () => {
  const called = [];
  const act = new Proxy({}, { get: (_, group) => new Proxy({}, { get: (_, name) => (...args) => void called.push([group, name, ...args].join(" ")) }) });
  const press = (tab, key) => {
    const state = Object.assign(fresh(), { view: "settings" });
    state.settings.tab = tab;
    for (const one of found("settings", "idle", key)) if (one.run(act, state) !== false) break;
    return called.splice(0).join();
  };
  assert.equal(press("units", "Alt+ArrowDown"), "units move 1");
  assert.equal(press("rules", "Alt+ArrowDown"), "");
  assert.equal(press("units", "Ctrl+Enter"), "units save");
  assert.equal(press("rules", "Ctrl+Enter"), "settings save");
  assert.equal(press("rules", "Ctrl+PageDown"), "units pickTab units");
});
