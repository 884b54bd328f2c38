import test from "node:test";
import assert from "node:assert/strict";
import { later, readDay } from "../../ui/logic/days.js";
import { along, expectedFigure, lagSign, number, percent, points } from "../../ui/logic/figures.js";
import { greyOf } from "../../ui/logic/lights.js";
import { pieces } from "../../ui/logic/marks.js";
import { sheetRows, visible } from "../../ui/logic/windowing.js";

test("days are read as people write them", () => {
  for (const typed of ["2026-08-31", "2026-8-31", "2026.8.31", "2026/08/31", "2026年8月31日", "20260831", "２０２６-8-31"]) assert.equal(readDay(typed), "2026-08-31", typed);
  for (const typed of ["2026-02-30", "2026-13-01", "8月底", "26-8-31", "x"]) assert.equal(readDay(typed), undefined, typed);
  assert.equal(readDay("  "), null);
});
test("three months later is at most the month's last day", () => {
  assert.equal(later("2025-11-30", 3), "2026-02-28");
  assert.equal(later("2026-08-05", 3), "2026-11-05");
});
test("figures are shown with the decimals that matter", () => {
  assert.equal(percent(0.41), "41.0%");
  assert.equal(percent(1.0481), "104.8%");
  assert.equal(points(-0.02), "2.0");
  assert.equal(number(0.1 + 0.2), "0.3");
  assert.equal(number(null), "");
  assert.equal(expectedFigure(6416.667), "6417");
  assert.equal(expectedFigure(1.1667), "1.2");
  assert.equal(expectedFigure(42), "42");
});
test("a lag that rounds to nothing is level", () => {
  assert.equal(lagSign(0.0004), 0);
  assert.equal(lagSign(-0.0004), 0);
  assert.equal(lagSign(0.0006), 1);
});
test("a bar ends at 80 % for the whole target and never leaves its frame", () => {
  assert.equal(along(1), 80);
  assert.equal(along(9), 100);
  assert.equal(along(-1), 0);
});
test("a grey light says why", () => {
  assert.equal(greyOf({ word: "未到期" }), "waits");
  assert.equal(greyOf({ word: "未报" }), "missing");
  assert.equal(greyOf({ word: "只汇总" }), "summed");
  assert.equal(greyOf({ word: null, indicators: 0 }), "none");
  assert.equal(greyOf({ word: "不能汇总", indicators: 2 }), "gap");
});
test("a text is cut at its marks and nothing is lost", () => {
  const mark = (start, end) => ({ start, end, kind: "target", item: "t1", doubtful: false });
  const cut = pieces("全年新增托位2600个。", [mark(2, 6), mark(6, 11)]);
  assert.deepEqual(cut.map((piece) => piece.text), ["全年", "新增托位", "2600个", "。"]);
  assert.deepEqual(pieces("甲", []).map((piece) => piece.text), ["甲"]);
  assert.equal(pieces("甲乙丙", [mark(0, 2), mark(1, 3)]).map((piece) => piece.text).join(""), "甲乙丙");
});
test("a short table is drawn whole, of a long one what is in sight", () => {
  assert.deepEqual(visible(200, undefined, 26), { from: 0, to: 200, before: 0, after: 0 });
  const seen = visible(1000, { top: 13000, height: 520 }, 26);
  assert.deepEqual(seen, { from: 480, to: 540, before: 480 * 26, after: 460 * 26 });
  assert.equal(visible(1000, { top: 99999, height: 520 }, 26).to, 1000);
});

const drawn = (count, pane, cursor) => sheetRows(count, pane, 26, cursor).map(({ at, gap }) => (gap ? `${gap / 26}` : at));
const pane = { top: 13000, height: 520 };
test("of a long sheet rows in sight are drawn, and the cursor's row wherever it is", () => {
  assert.deepEqual(drawn(3, undefined, 1), [0, 1, 2]);
  const far = drawn(2000, pane, 3);
  assert.deepEqual([far.slice(0, 4), far.length, far.at(-1)], [["3", 3, "484", 488], 48, `${2000 - 532}`]);
  const inside = drawn(2000, pane, 500);
  assert.deepEqual([inside[0], inside[1], inside.length], ["488", 488, 46]);
  assert.deepEqual(drawn(2000, pane, 1999).slice(-3), [531, `${1999 - 532}`, 1999]);
  assert.deepEqual(drawn(2000, { top: 99999, height: 520 }, 0).at(-1), 1999);
  assert.deepEqual(drawn(0, undefined, 0), []);
});
test("whatever is in sight, gaps and rows make up the whole sheet", () => {
  for (const cursor of [0, 480, 507, 531, 532, 1999]) {
    const all = sheetRows(2000, pane, 26, cursor);
    assert.equal(all.reduce((sum, { gap }) => sum + (gap || 26), 0), 2000 * 26, `cursor ${cursor}`);
    assert.equal(new Set(all.map(({ key }) => key)).size, all.length, "keys are told apart");
  }
});
