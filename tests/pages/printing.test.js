// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { said } from "../../ui/logic/printing.js";
import { isOfOne, said as sentence, spotAt, stepTo } from "../../ui/logic/charts.js";

const head = (/** @type {string} */ words, across = 1, down = 1) => ({ words, across, down });

test("heads in two rows are one head a column", () => {
  const rows = [[head("指标", 1, 2), head("7月", 2), head("备注", 1, 2)], [head("实达"), head("应达")]];
  assert.deepEqual(said(rows), ["指标", "7月 实达", "7月 应达", "备注"]);
  assert.deepEqual(said([]), []);
  assert.deepEqual(said([[head("单位"), head(""), head("得分")]]), ["单位", "", "得分"]);
});

test("a figure of a chart is said with its heads, and what is empty is not", () => {
  assert.equal(sentence(["期次", "实达（个）", "应达（个）", "未报单位"], ["7月", "1066", "", "桐坞县"]), "7月，实达（个）1066，未报单位桐坞县");
});

test("figures are gone through from either end", () => {
  assert.deepEqual([stepTo(null, 1, 12), stepTo(null, -1, 12), stepTo(11, 1, 12), stepTo(3, -1, 12), stepTo(0, 1, 0)], [0, 11, 11, 2, null]);
  assert.equal(isOfOne("heat"), false);
});

test("the row under the mouse is found, and beside all rows there is none", () => {
  const spot = (/** @type {number} */ row, /** @type {number} */ top) => ({ row, left: 0.1, right: 0.9, top, bottom: top + 0.2 });
  const spots = [spot(0, 0.2), spot(1, 0.4)];
  assert.deepEqual([spotAt(spots, 0.5, 0.3), spotAt(spots, 0.5, 0.4), spotAt(spots, 0.05, 0.3), spotAt(spots, 0.5, 0.7)], [0, 1, null, null]);
});
