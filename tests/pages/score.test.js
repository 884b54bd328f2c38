import test from "node:test";
import assert from "node:assert/strict";
import { climbed, copied, points } from "../../ui/logic/score.js";

test("points have one decimal, small ones as many as they have", () => {
  assert.deepEqual([45, 29.3, 0.55, 0].map(points), ["45.0", "29.3", "0.55", "0"]);
});
test("a unit goes up when its rank falls", () => {
  assert.equal(climbed({ rank: 2, last_rank: 5 }), 3);
  assert.equal(climbed({ rank: 5, last_rank: 5 }), 0);
  assert.equal(climbed({ rank: 1, last_rank: null }), null);
});
test("the arithmetic is copied as a sheet with its sum", () => {
  const unit = { name: "东湖区", score: 48.5, formula: "45 + 5 − 1.5", lines: [{ number: "1", name: "新增托位", target_label: "≥600", value: 330, formula: "1 × 55.0%", points: 0.55 }, { number: null, name: "无", target_label: "≤5", value: null, formula: "未报，不计分", points: null }], adjustments: [{ points: -1.5, reason: "迟报" }] };
  assert.equal(copied(unit, ["编号", "指标", "目标", "实绩", "算式", "得分"]),
    "编号\t指标\t目标\t实绩\t算式\t得分\n1\t新增托位\t≥600\t330\t1 × 55.0%\t0.55\n\t无\t≤5\t\t未报，不计分\t\n\t迟报\t\t\t\t-1.5\n\t东湖区\t\t\t45 + 5 − 1.5\t48.5");
});
