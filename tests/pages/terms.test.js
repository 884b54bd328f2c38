import test from "node:test";
import assert from "node:assert/strict";
import { changed, counts, indicators, lines } from "../../ui/logic/terms.js";

const row = (id, name, more = {}) => ({ id, name, unit: "个", target_label: "≥100", kind: "cumulative", pace: "accumulate", roll_up: "sum", every: "month", weight: 1, counts: 1, baseline: null, due: "2026-12-31",
  planned: 0, proposed: { kind: "cumulative", pace: "accumulate", roll_up: "sum" }, why: "工作量", doubts: [], ...more });
const terms = { weights: 4, note: null, sections: [
  { id: "s1", title: "一、托育", weight: "", counts: 2, measures: [
    { id: "m1", number: "1", title: "扩大托位", weight: "", counts: 2, indicators: [row("a", "新增托位"), row("b", "育婴员", { pace: "by_due" })] },
    { id: "m2", number: "2", title: "规范管理", weight: "", counts: 1, indicators: [row("c", "备案率", { doubts: ["权重为0：不计分"], planned: 3 })] } ] },
  { id: null, title: "不属于板块", weight: "", counts: 1, measures: [{ id: null, number: null, title: "不属于举措", weight: "", counts: 1, indicators: [row("d", "总数")] }] },
] };
const told = (show, query) => lines(terms, show, query).map((line) => line.of.title ?? line.of.name);

test("sections and measures stand above their indicators", () => assert.deepEqual(told("", ""), ["一、托育", "扩大托位", "新增托位", "育婴员", "规范管理", "备案率", "不属于板块", "不属于举措", "总数"]));
test("headings with nothing to show go with it", () => {
  assert.deepEqual(told("changed", ""), ["一、托育", "扩大托位", "育婴员"]);
  assert.deepEqual(told("doubtful", ""), ["一、托育", "规范管理", "备案率"]);
  assert.deepEqual(told("", "托位 新增"), ["一、托育", "扩大托位", "新增托位"]);
  assert.deepEqual(told("", "没有"), []);
});
test("what is shown is what a choice of all chooses", () => assert.deepEqual(indicators(terms, "", "托").map((one) => one.id), ["a", "b"]));
test("how many there are of each", () => assert.deepEqual(counts(terms), { all: 4, changed: 1, doubtful: 1, planned: 1 }));
test("judged as its wording proposes is not changed", () => assert.deepEqual(["a", "b"].map((id) => changed(indicators(terms, "", "").find((one) => one.id === id))), [false, true]));
