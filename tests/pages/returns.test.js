// @ts-check
// Cells of returned workbooks: their order, their filters, and which of several returns is taken.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decided, exact, isPlain, proposed, sets, sharedStart, shown, takenWhole, waiting } from "../../ui/logic/returns.js";

/** @param {string} key @param {number} file @param {string} outcome @param {string | null} group @param {object} more @returns {any} */
const item = (key, file, outcome, group = null, more = {}) => ({
  key, file_at: file, file: `${file}.xlsx`, outcome, group, unit: file === 2 ? "西山" : "东湖", code: group ? "two_returns" : null,
  rivals: group ? [{ file_at: 1 - file, file: "", value: null, as_sent: false }] : [], ...more,
});
/** @type {any} */
const report = {
  files: [{ saved_at: "2026-04-01 09:00" }, { saved_at: "2026-04-02 09:00" }, { saved_at: null }],
  items: [item("a0", 0, "conflict", "beds"), item("b0", 0, "applied"), item("n0", 0, "conflict", "filed"), item("d0", 0, "conflict", "filed"),
    item("a1", 1, "conflict", "beds"), item("n1", 1, "conflict", "filed"), item("x2", 2, "conflict"), item("r2", 2, "rejected")],
  proposals: [],
};
const keys = (/** @type {any[]} */ items) => items.map((one) => one.key).join(" ");

test("conflicts come first, those between several returns side by side", () => {
  assert.equal(keys(shown(report, "", "")), "a0 a1 n0 d0 n1 x2 r2 b0");
  assert.equal(keys(shown(report, "conflict", "file:1")), "a1 n1");
  assert.equal(keys(shown(report, "", "unit:西山")), "x2 r2");
  assert.equal(keys(shown(report, "equal", "")), "");
});

test("of a figure one return is taken whole, and the others are not", () => {
  assert.deepEqual(decided(report, {}, "n0", "theirs"), { n0: "theirs", d0: "theirs", n1: "ours" });
  const other = decided(report, decided(report, {}, "n0", "theirs"), "n1", "theirs");
  assert.deepEqual(other, { n0: "ours", d0: "ours", n1: "theirs" });
  assert.deepEqual(decided(report, {}, "n0", "ours"), { n0: "ours", d0: "ours" }, "the other file is still open");
  assert.deepEqual(decided(report, { a0: "theirs" }, "x2", "ours"), { a0: "theirs", x2: "ours" });
});

test("a file is taken throughout, the one saved last offered first", () => {
  const [set] = sets(report);
  assert.deepEqual([set.files, keys(set.items), sets(report).length], [[1, 0], "a0 n0 d0 a1 n1", 1]);
  assert.deepEqual(takenWhole(report, { x2: "theirs" }, 1), { x2: "theirs", a0: "ours", n0: "ours", d0: "ours", a1: "theirs", n1: "theirs" });
  assert.deepEqual(takenWhole(report, {}, 2), {}, "a file without rivals decides nothing");
});

test("deciding all alike is for plain conflicts only", () => {
  assert.deepEqual([isPlain(report.items[0]), isPlain(report.items[6]), isPlain({ ...report.items[6], code: "older_return" })], [false, true, false]);
});

test("a row is proposed as the only free candidate, or as what was picked", () => {
  const one = { indicator: "beds", taken: false }, two = { indicator: "nurses", taken: false }, taken = { indicator: "gone", taken: true };
  /** @param {string} fit @param {any[]} candidates @returns {any} */
  const row = (fit, candidates, confirmed = null) => ({ key: fit, fit, candidates, confirmed });
  assert.equal(proposed(row("exact", [one]), undefined), "beds");
  assert.equal(proposed(row("several", [one, two]), undefined), null, "nothing is preselected");
  assert.equal(proposed(row("several", [one, two]), "nurses"), "nurses");
  assert.equal(proposed(row("several", [taken]), "gone"), null);
  assert.equal(proposed(row("similar", [one], /** @type {any} */ ("nurses")), undefined), "nurses");
  const file = /** @type {any} */ ({ rows: [row("exact", [one]), row("exact", [taken]), row("similar", [two]), row("exact", [two], /** @type {any} */ ("nurses"))] });
  assert.deepEqual(exact(file).map((each) => each.candidates[0].indicator), ["beds"]);
  assert.equal(waiting(/** @type {any} */ ({ proposals: [file] })), 3);
});

test("what file names begin alike with is left out as far as a hyphen", () => {
  const start = (/** @type {string[]} */ ...names) => names[0]?.slice(0, sharedStart(names)) ?? "";
  assert.equal(start("要点-2026年10月-市一院.xlsx", "要点-2026年10月-市二院.xlsx"), "要点-2026年10月-");
  assert.deepEqual([start(), start("要点-2026年10月-市一院.xlsx"), start("-甲", "乙"), start("甲-乙", "甲丙")], ["", "", "", ""]);
});
