import test from "node:test";
import assert from "node:assert/strict";
import { lockedBy, pasted } from "../../ui/logic/grids.js";
import { silentUnits } from "../../ui/logic/freezing.js";

const WHY = "2026年3月已冻结（王芳，2026-04-05）";
const months = [{ period: "2026-03", label: "3月", at: 0, locked: WHY }, { period: "2026-04", label: "4月", at: 1, locked: null }];
const cell = (text) => ({ text, numerator: null, denominator: null, note: null, by: null });
const row = (id, ...texts) => ({ number: "1", indicator: { id, name: id }, cells: texts.map(cell) });

test("a pasted block leaves out what is frozen and says how many cells", () => {
  const { lines, left_out, locked } = pasted([row("a", "1", ""), row("b", "2", "")], months, { row: 0, col: 0 }, [["9", "5"], ["2", "6"]], "u");
  assert.deepEqual(lines.map((line) => [line.entry.indicator, line.entry.period, line.entry.value]), [["a", "2026-04", "5"], ["b", "2026-04", "6"]]);
  assert.deepEqual([left_out, locked], [0, 1], "the cell that stays the same is no loss");
});
test("the note is locked with the period being filled in", () => {
  const grid = { unit: null, units: [], rows: [], periods: months };
  assert.equal(lockedBy(grid, months[0]), WHY);
  assert.equal(lockedBy(grid, undefined), null);
  assert.equal(lockedBy({ ...grid, periods: months.slice(0, 1) }, undefined), WHY);
  assert.equal(lockedBy(null, undefined), null);
});
test("units that have not reported are named once before a period is frozen", () => {
  assert.deepEqual(silentUnits({ indicators: [{ missing_units: ["东湖区"] }, { missing_units: ["西山区", "东湖区"] }] }), ["东湖区", "西山区"]);
  assert.deepEqual(silentUnits(null), []);
});
