// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { said } from "../../ui/logic/printing.js";

const head = (/** @type {string} */ words, across = 1, down = 1) => ({ words, across, down });

test("heads in two rows are one head a column", () => {
  const rows = [[head("指标", 1, 2), head("7月", 2), head("备注", 1, 2)], [head("实达"), head("应达")]];
  assert.deepEqual(said(rows), ["指标", "7月 实达", "7月 应达", "备注"]);
  assert.deepEqual(said([]), []);
  assert.deepEqual(said([[head("单位"), head(""), head("得分")]]), ["单位", "", "得分"]);
});
