import test from "node:test";
import assert from "node:assert/strict";
import { editOf, formOf, keysOf, nextOpen, openDoubts, unitsOf, wrongDays } from "../../ui/logic/drafts.js";
import { counted, draft, edited } from "./fake/draft.js";

const fresh = () => counted(draft());

test("doubts come first, and a settled one is passed over", () => {
  const view = edited(fresh(), { edit: "accept", item: "t3" });
  assert.deepEqual(keysOf(view, "doubts"), ["m2", "t3", "t6", "t9"]);
  assert.equal(nextOpen(view, "doubts", null), "m2");
  assert.equal(nextOpen(view, "doubts", "m2"), "t6");
  assert.equal(nextOpen(view, "doubts", "t9"), "m2");
});
test("nothing is open once all is accepted", () => {
  const view = edited(fresh(), { edit: "accept_all" });
  assert.equal(openDoubts(view).length, 0);
  for (const tab of ["doubts", "measures", "targets", "phases"]) assert.equal(nextOpen(view, tab, null), null);
});
test("a warning about the whole document does not wait for an answer", () =>
  assert.equal(openDoubts({ ...fresh(), doubts: [{ item: null, line: 1, title: "", quote: null, message: "", settled: false }] }).length, 0));
test("a form that was not touched makes the item it came from", () => {
  const view = fresh();
  const before = structuredClone(view.targets.find((one) => one.key === "t9"));
  const after = edited(view, editOf("target", "t9", formOf(view, "t9"))).targets.find((one) => one.key === "t9");
  assert.deepEqual(after, { ...before, accepted: true });
});
test("units without a name are left out, days are read", () => {
  const form = { number: " ", title: "甲", deadline: "2026年9月30日", units: [{ name: "老龄办", role: "lead" }, { name: " ", role: "lead" }] };
  assert.deepEqual(editOf("measure", "m1", form), { edit: "measure", item: "m1", number: null, title: "甲", deadline: "2026-09-30", units: [{ name: "老龄办", role: "lead" }] });
});
test("a day that is none is named", () => assert.deepEqual(wrongDays({ name: "甲", due: "年底" }), ["due"]));
test("units are counted by part, once each", () => {
  const units = unitsOf(fresh());
  assert.deepEqual(units.map((unit) => unit.name).slice(0, 3), ["医政医管处", "各县（区）卫生健康局", "市第一人民医院"]);
  assert.equal(units[0].lead, 1);
  assert.equal(units[0].responsible, 2);
});
