import test from "node:test";
import assert from "node:assert/strict";
import { inSight, ruler, signed, stacked } from "../../ui/logic/overview.js";

const months = (count, passed, due = {}) => Array.from({ length: count }, (_, n) => ({ period: `${2026 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`, label: `${(n % 12) + 1}月`, coming: n >= passed, due: due[n] ?? 0 }));
const states = (marks) => marks.map((mark) => `${mark.label} ${mark.state}`).join();

test("a year is labelled by months, with what is due in those to come", () => {
  const marks = ruler(months(12, 7, { 2: 3, 7: 4, 11: 21 }));
  assert.equal(marks.length, 12);
  assert.deepEqual(marks.map((mark) => mark.due).filter(Boolean), [4, 21], "what was due in March is past");
  assert.deepEqual(marks[6], { label: "7月", from: 50, at: 54.17, state: "now", due: 0 });
  assert.equal(states(marks.slice(5, 8)), "6月 past,7月 now,8月 coming");
});
test("a plan of five years is labelled by years", () => {
  const marks = ruler(months(60, 30, { 31: 1, 35: 2, 59: 9, 0: 4 }));
  assert.equal(states(marks), "2026 past,2027 past,2028 now,2029 coming,2030 coming");
  assert.deepEqual(marks.map((mark) => mark.due), [0, 0, 3, 0, 9]);
  assert.equal(marks[2].at, 50);
});
test("before the first month nothing has passed, after the last nothing is to come", () => {
  assert.equal(states(ruler(months(2, 0))), "1月 coming,2月 coming");
  assert.equal(states(ruler(months(2, 2))), "1月 past,2月 now");
});
test("bars are stacked with problems left, as long as there are measures", () => {
  const parts = stacked({ done: 1, green: 2, yellow: 0, red: 1, grey: 0 }, 8);
  assert.deepEqual(parts.map(({ light, x, width }) => [light, x, width]), [["red", 0, 12.5], ["green", 12.5, 25], ["done", 37.5, 12.5]]);
  assert.ok(parts.every((part) => part.shape && part.number));
});
test("a part too narrow for a number keeps its shape, a very narrow one only its colour", () => {
  const [red, yellow, green] = stacked({ done: 0, green: 94, yellow: 5, red: 1, grey: 0 }, 100);
  assert.deepEqual([red.shape, yellow.shape, yellow.number, green.number], [false, true, false, true]);
});
test("differences have their sign", () => assert.deepEqual([2, 0, -4].map(signed), ["+2", "", "−4"]));
test("a list shows a few lines until it is opened, and does not hide a single one", () => {
  const rows = [1, 2, 3, 4];
  assert.deepEqual([inSight(rows, 2, false).length, inSight(rows, 2, true).length, inSight(rows, 3, false).length], [2, 4, 4]);
});
