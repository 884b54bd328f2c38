import test from "node:test";
import assert from "node:assert/strict";
import { asks, counted, listed, options, rowKey } from "../../ui/logic/foreign.js";

const row = (number, outcome, candidates = []) => ({ sheet: "台账", row: number, text: `第${number}行`, outcome, item: null, candidates: candidates.map((id) => ({ id, name: id, measure: false })) });
const rows = [row(3, "sure"), row(4, "unknown"), row(5, "total"), row(6, "likely"), row(7, "unclear"), row(8, "likely"), row(9, "given")];
const numbers = (group) => listed(rows, group).map((one) => one.row);

test("rows that ask for something come first, else the table's order holds", () => {
  assert.deepEqual(numbers(""), [6, 8, 7, 4, 9, 3, 5]);
  assert.deepEqual([numbers("ask"), numbers("none"), numbers("taken"), numbers("other")], [[6, 8, 7], [4], [9, 3], [5]]);
});

test("every row is counted in one group", () => {
  const counts = counted(rows);
  assert.deepEqual(counts, { "": 7, ask: 3, none: 1, taken: 2, other: 1 });
  assert.equal(counts.ask + counts.none + counts.taken + counts.other, counts[""]);
});

test("sums and headings mean nothing, and rows of two sheets have keys of their own", () => {
  assert.deepEqual(rows.map(asks), [true, true, false, true, true, true, true]);
  assert.notEqual(rowKey(row(3, "sure")), rowKey({ ...row(3, "sure"), sheet: "二月" }));
});

test("what a row may mean stands before all others, and leaving it out last", () => {
  const choices = ["甲", "乙", "丙"].map((id, n) => ({ id, name: id, number: String(n + 1), measure: n === 2, keys: id }));
  const all = options(row(6, "likely", ["丙", "乙"]), choices, { measureNote: "举措", perhaps: "相近　", leave: "不采用" });
  assert.deepEqual(all.map((one) => [one.value, one.note]), [["丙", "相近　举措"], ["乙", "相近　2"], ["甲", "1"], ["", ""]]);
});
