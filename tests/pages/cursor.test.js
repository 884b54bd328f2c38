import test from "node:test";
import assert from "node:assert/strict";
import { block, moved, nextUnfilled, within } from "../../ui/logic/cursor.js";

const size = { rows: 3, cols: 4 };
const check = (row, col, step, to) => assert.deepEqual(Object.values(moved({ row, col }, step, size)), to);

test("arrows stop at the edges", () => {
  check(0, 0, "up", [0, 0]);
  check(2, 1, "down", [2, 1]);
  check(1, 3, "right", [1, 3]);
  check(1, 1, "left", [1, 0]);
});
test("Tab goes on in the next row, and stays at the very end", () => {
  check(0, 3, "next", [1, 0]);
  check(2, 3, "next", [2, 3]);
  check(1, 0, "previous", [0, 3]);
  check(0, 0, "previous", [0, 0]);
});
test("Ctrl+Home and Ctrl+End go to the corners", () => {
  check(1, 2, "first", [0, 0]);
  check(1, 2, "last", [2, 3]);
});
test("a page is no further than the last row", () => check(0, 2, "pagedown", [2, 2]));
test("an empty grid has a cursor all the same", () => assert.deepEqual(moved({ row: 0, col: 0 }, "down", { rows: 0, cols: 0 }), { row: 0, col: 0 }));
test("a selection has the same corners whichever way it was drawn", () => {
  assert.deepEqual(block({ row: 1, col: 3 }, { row: 4, col: 0 }), block({ row: 4, col: 0 }, { row: 1, col: 3 }));
  assert.equal(within(block({ row: 1, col: 1 }, null), 1, 1), true);
  assert.equal(within(block({ row: 1, col: 1 }, null), 1, 2), false);
});
test("the next unfilled row is found going round", () => {
  assert.equal(nextUnfilled([false, true, true], 1), 0);
  assert.equal(nextUnfilled([false, true, false], 0), 2);
  assert.equal(nextUnfilled([true, true], 0), null);
  assert.equal(nextUnfilled([], 0), null);
});
