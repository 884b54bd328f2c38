import test from "node:test";
import assert from "node:assert/strict";
import { all, known, stepped } from "../../ui/logic/periods.js";

const info = (period) => ({ period, label: period, short: period, time_progress: 0, frozen: null });
const plan = { periods: ["2026-01", "2026-02", "2026-03"].map(info), longer: ["2026-Q1", "2026-Q2", "2026-H1", "2026"].map(info) };
const step = (period, by) => stepped(plan, period, by)?.period;

test("every length can be looked at", () => assert.equal(all(plan).length, 7));
test("steps go from one period to the next of the same length, and stop at the plan's end", () => {
  assert.deepEqual([step("2026-01", 1), step("2026-03", 1), step("2026-03", -1), step("2026-01", -1)], ["2026-02", undefined, "2026-02", undefined]);
  assert.deepEqual([step("2026-Q1", 1), step("2026-Q2", 1), step("2026-H1", -1), step("2026", 1)], ["2026-Q2", undefined, undefined, undefined]);
});
test("a period the plan does not have is not known", () => assert.deepEqual([known(plan, "2026-Q1")?.period, known(plan, "2026-Q3"), known(undefined, "2026")], ["2026-Q1", undefined, undefined]));
