import test from "node:test";
import assert from "node:assert/strict";
import { accountCopied, accountsCopied, counts, items, milestonesOf, taken, unitsOf } from "../../ui/logic/supervise.js";

const unit = (id) => ({ id, name: `${id}局`, short: id });
const red = (indicator, by) => ({ indicator, name: indicator, measure: null, unit: by ? unit(by) : null, finding: "落后", lag: 0.2 });
const row = (id, by, stage, more = {}) => ({ id, name: id, unit: unit(by), finding: "落后20.0个百分点", cause: "晚", action: "赶", person: "周", opened_on: "2026-09-08", deadline: null, closed_on: null, stage, overdue: false, days_open: 30, days_late: 0, sent_back: 1, ...more });
const view = { accounts: [], red: [red("i1", "甲"), red("i2", null)], own_red: [red("i1", "甲"), red("i1", "乙")], rectifications: [row("r1", "甲", "open", { overdue: true, days_late: 3, deadline: "2026-09-30" }), row("r2", "乙", "applied"), row("r3", "乙", "signed_off", { closed_on: "2026-10-02" })] };
const keys = (filter, by = "") => items(view, filter, by).map((item) => (item.light ? `${item.own ? "own " : ""}${item.light.indicator}` : item.key));

test("red lights stand before rectifications, units' own only where they are asked for", () => {
  assert.deepEqual(keys(""), ["i1", "i2", "r1", "r2", "r3"]);
  assert.deepEqual(keys("red"), ["i1", "i2"]);
  assert.deepEqual(keys("own"), ["own i1", "own i1"]);
  assert.deepEqual([keys("open"), keys("applied"), keys("overdue"), keys("signed_off")], [["r1"], ["r2"], ["r1"], ["r3"]]);
});
test("a unit narrows both, and each line has a key of its own", () => {
  assert.deepEqual(keys("", "乙"), ["r2", "r3"]);
  assert.deepEqual(counts(view, "甲"), { "": 2, red: 1, own: 1, open: 1, applied: 0, overdue: 1, signed_off: 0 });
  assert.equal(new Set([...items(view, "", ""), ...items(view, "own", "")].map((item) => item.key)).size, 7);
});
test("every unit is offered once", () => assert.deepEqual(unitsOf(view).map((one) => one.id), ["甲", "乙"]));
test("milestones are phases where they have no measure", () => {
  const all = [{ id: "p", measure: null, overdue: false }, { id: "n", measure: { id: "m" }, overdue: true }];
  const ids = (filter) => milestonesOf(all, filter).map((one) => one.id).join("");
  assert.deepEqual([ids(""), ids("phase"), ids("node"), ids("overdue")], ["pn", "p", "n", "n"]);
});
test("accounts are copied as sheets", () => {
  const account = { unit: unit("甲"), rectifications: 1, open: 1, signed_off: 0, overdue: 1, sent_back: 1, longest: 30, penalties: [{ points: -1.1, reason: "迟报", who: "王", period: "2026-08" }, { points: -2.2, reason: "漏报", who: "王", period: "2026-09" }] };
  assert.equal(taken(account), 3.3);
  assert.equal(accountsCopied([account], ["单位", "整改", "未销号", "已销号", "超期", "退回", "最长", "扣分"]), "单位\t整改\t未销号\t已销号\t超期\t退回\t最长\t扣分\n甲局\t1\t1\t0\t1\t1\t30\t3.3");
  const copied = accountCopied(account, view.rectifications, ["事项"], () => "整改中", "扣分").split("\n");
  assert.deepEqual(copied.slice(1), ["r1\t落后20.0个百分点\t晚\t赶\t周\t2026-09-08\t2026-09-30\t\t整改中\t30\t3\t1", "扣分\t迟报\t\t\t王\t2026-08\t\t\t-1.1\t\t\t", "扣分\t漏报\t\t\t王\t2026-09\t\t\t-2.2\t\t\t"]);
});
