// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { columnWidths, isOfOne, pointAfter, pointBeside, said, sizeOf, spotAt, stepTo } from "../../ui/logic/charts.js";
import { stepBy, tick, ticked } from "../../ui/logic/several.js";

const ALL = ["东湖", "西山", "澜湖", "桐坞"];
const everyone = { chosen: /** @type {string[]} */ ([]), cleared: false };
const chosen = (/** @type {string[]} */ ...ids) => ({ chosen: ids, cleared: false });

test("all are ticked as long as nothing is chosen", () => {
  assert.deepEqual(ticked(ALL, everyone), ALL);
  assert.deepEqual(ticked(ALL, chosen("澜湖", "东湖")), ["东湖", "澜湖"], "in their own order");
});

test("one tick less leaves the others, and the last tick missing is all again", () => {
  const less = tick(ALL, everyone, ["西山"], false);
  assert.deepEqual(less, chosen("东湖", "澜湖", "桐坞"));
  assert.deepEqual(tick(ALL, less, ["西山"], true), everyone);
});

test("at least one stays chosen: what was drawn holds until there is another tick", () => {
  const cleared = tick(ALL, chosen("东湖", "西山"), ALL, false);
  assert.deepEqual(cleared, { chosen: ["东湖", "西山"], cleared: true });
  assert.deepEqual([ticked(ALL, cleared), ticked(ALL, { ...cleared, cleared: false })], [[], ["东湖", "西山"]]);
  assert.deepEqual(tick(ALL, cleared, ["桐坞"], true), chosen("桐坞"));
  assert.deepEqual(tick(ALL, chosen("桐坞"), ["桐坞"], false), { chosen: ["桐坞"], cleared: true });
  assert.deepEqual(tick(ALL, tick(ALL, everyone, ALL, false), ["东湖", "桐坞"], true), chosen("东湖", "桐坞"), "all of those found");
});

test("what another indicator does not have stays chosen for those that have it", () => {
  const here = ["东湖", "西山"];
  assert.deepEqual(ticked(here, chosen("东湖", "桐坞")), ["东湖"]);
  assert.deepEqual(tick(here, chosen("东湖", "桐坞"), ["西山"], true), chosen("东湖", "西山", "桐坞"));
  assert.deepEqual(ticked(here, chosen("桐坞")), [], "none of them has it");
  assert.deepEqual(tick(here, tick(here, chosen("东湖", "桐坞"), here, false), ["西山"], true), chosen("西山"), "cleared is begun anew");
});

test("a list is gone through from the field above it, and Home and End are the field's own there", () => {
  assert.deepEqual(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"].map((key) => stepBy(key, -1, 40)), [0, -1, 9, -1, null, null]);
  assert.deepEqual(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"].map((key) => stepBy(key, 3, 40)), [4, 2, 13, 0, 0, 39]);
  assert.deepEqual([stepBy("ArrowDown", 39, 40), stepBy("ArrowUp", 0, 40), stepBy("ArrowDown", -1, 0), stepBy("x", 3, 40)], [39, -1, -1, null]);
});

test("a figure of a chart is said with its heads and unit, and what is empty is not", () => {
  const table = { columns: ["期次", "实达（个）", "应达（个）", "未报单位"], rows: [["7月", "1066", "", "桐坞县"]] };
  assert.equal(said(table, { row: 0, column: null }, "个", "未报"), "7月，实达1066个，未报单位桐坞县");
  assert.equal(said(table, { row: 0, column: null }, "", "未报"), "7月，实达（个）1066，未报单位桐坞县");
});

test("one figure is said alone, also where there is none", () => {
  const table = { columns: ["期次", "卫健局（爱卫办）（%）", "西山"], rows: [["7月", "90.5", ""]] };
  assert.equal(said(table, { row: 0, column: 1 }, "%", "未报"), "7月，卫健局（爱卫办）90.5%");
  assert.equal(said(table, { row: 0, column: 2 }, "%", "未报"), "7月，西山 未报");
});

test("figures are gone through from either end", () => {
  assert.deepEqual([stepTo(null, 1, 12), stepTo(null, -1, 12), stepTo(11, 1, 12), stepTo(3, -1, 12), stepTo(0, 1, 0)], [0, 11, 11, 2, null]);
  assert.equal(isOfOne("heat"), false);
});

const spot = (/** @type {number} */ row, /** @type {number} */ top, /** @type {number | null} */ column = null, left = 0.1) => ({ row, column, left, right: left + 0.2, top, bottom: top + 0.2 });

test("the row under the mouse is found, and beside all rows there is none", () => {
  const spots = [spot(0, 0.2), spot(1, 0.4)];
  assert.deepEqual([spotAt(spots, 0.2, 0.3)?.row, spotAt(spots, 0.2, 0.4)?.row, spotAt(spots, 0.05, 0.3), spotAt(spots, 0.2, 0.7)], [0, 1, null, null]);
});

// Three small plots of two months, two above and one below.
const plots = [spot(0, 0, 1, 0), spot(1, 0, 1, 0.2), spot(0, 0, 2, 0.5), spot(1, 0, 2, 0.7), spot(0, 0.5, 3, 0), spot(1, 0.5, 3, 0.2)];
const at = (/** @type {number} */ row, /** @type {number | null} */ column) => ({ row, column });

test("small plots are gone through point by point, then the next plot", () => {
  const view = { spots: plots, table: { rows: Array(12) } };
  assert.deepEqual(pointAfter(view, null, 1), at(0, 1));
  assert.deepEqual(pointAfter(view, at(0, 1), 1), at(1, 1));
  assert.deepEqual(pointAfter(view, at(1, 1), 1), at(0, 2));
  assert.deepEqual(pointAfter(view, at(1, 3), 1), at(1, 3));
  assert.deepEqual(pointAfter({ ...view, spots: [] }, at(3, null), 1), at(4, null), "rows where plots do not stand apart");
});

test("above and below a plot is the same month of another, if there is one", () => {
  assert.deepEqual(pointBeside(plots, at(1, 1), 1), at(1, 3));
  assert.deepEqual(pointBeside(plots, at(1, 2), 1), at(1, 3), "the nearest of the plots below");
  assert.deepEqual(pointBeside(plots, at(0, 3), -1), at(0, 1));
  assert.deepEqual(pointBeside(plots, at(0, 3), 1), at(0, 3));
});

test("a chart is as wide as its place, and a list has a row for everything up to what can be drawn", () => {
  assert.ok(sizeOf("lines", 7, "usual").width > sizeOf("lines", 3, "usual").width, "its table stands beneath");
  assert.ok(sizeOf("heat", 20, "usual").width > sizeOf("rate", 0, "usual").width, "no list beside it");
  assert.ok(sizeOf("bars", 40, "usual").height > sizeOf("bars", 20, "usual").height);
  assert.deepEqual(sizeOf("heat", 500, "large").height, 2160);
  assert.ok(sizeOf("multiples", 12, "large").height < sizeOf("multiples", 12, "usual").height, "more plots side by side");
});

test("names have what the other columns leave, figures of one kind equal columns", () => {
  const nodes = [["15 秋季入托前累计新增托位1600个", "2026年8月31日", "超期"], ["部署分解阶段", "2026年3月31日", "已完成"]];
  assert.deepEqual(columnWidths(["节点", "日期", "状态"], nodes, false), ["", "c-first", "c-short"]);
  const ranks = [["1", "云州市鹤汀区第26街道办事处", "94.6", "升13"]];
  assert.deepEqual(columnWidths(["名次", "单位", "得分", "比上期"], ranks, false), ["c-period", "", "c-period", "c-short"]);
  const months = [["1月", "1889", "4471"], ["12月", "", ""]];
  assert.deepEqual(columnWidths(["期次", "岚桥区（人）", "枫渡区（人）"], months, false), ["c-period", "", ""]);
  assert.deepEqual(columnWidths(["期次", "岚桥区（人）", "枫渡区（人）"], months, true), ["c-period", "c-figure", "c-figure"]);
  assert.deepEqual(columnWidths(["单位"], [], false), ["c-period"]);
});
