import test from "node:test";
import assert from "node:assert/strict";
import { accepted, allAccepted, choicesOf, counts, ended, rowsOf } from "../../ui/logic/compare.js";
import { parts, suggested, tally } from "../../ui/logic/revision.js";

const open = (to) => ({ to, confirmed: false, likeness: 0.8 }), linked = (to) => ({ to, confirmed: true, likeness: null }), none = { to: null, confirmed: false, likeness: null };
const indicator = (id, unit, earlier) => ({ id, name: id, target_label: "≥1", unit, earlier });
const view = {
  plan: { id: "p2", title: "今年", year: 2026 }, with: { id: "p1", title: "去年", year: 2025 }, choices: [],
  measures: [
    { measure: { id: "a", number: "1", title: "甲" }, earlier: open("x"), indicators: [indicator("a1", "人", open("x1")), indicator("a2", "%", linked("x2"))] },
    { measure: { id: "b", number: "2", title: "乙" }, earlier: none, indicators: [indicator("b1", "家", none)] },
    { measure: null, earlier: none, indicators: [indicator("c1", "%", open("z1"))] },
  ],
  earlier: [
    { measure: { id: "x", number: "3", title: "旧甲" }, indicators: [indicator("x1", "人"), indicator("x2", "%")] },
    { measure: { id: "y", number: "4", title: "旧乙" }, indicators: [] },
    { measure: null, indicators: [indicator("z1", "%")] },
  ],
};
const names = (rows) => rows.map((row) => row.id ?? "-").join();

test("a measure stands before its indicators, and states are counted without the heading of loose ones", () => {
  assert.equal(names(rowsOf(view, "")), "a,a1,a2,b,b1,-,c1");
  assert.equal(names(rowsOf(view, "open")), "a,a1,c1");
  assert.deepEqual(counts(view), { open: 3, linked: 1, new: 2 });
});
test("with a measure its indicators' proposals are accepted, not what is decided already", () => {
  const [measure, first] = rowsOf(view, "");
  assert.deepEqual(accepted(measure), { measures: [{ item: "a", earlier: "x" }], indicators: [{ item: "a1", earlier: "x1" }] });
  assert.deepEqual(accepted(first), { measures: [], indicators: [{ item: "a1", earlier: "x1" }] });
  assert.deepEqual(allAccepted(view).indicators.map((one) => one.item), ["a1", "c1"]);
});
test("an indicator can only go on from one in the same unit", () => {
  const [measure, , second] = rowsOf(view, "");
  assert.equal(choicesOf(view, measure).map((one) => one.text).join(), "3 旧甲,4 旧乙");
  assert.equal(choicesOf(view, second).map((one) => one.id).join(), "x2,z1");
});
test("what the earlier plan had and this one has not is named", () => assert.deepEqual(ended(view).map((one) => one.title), ["旧乙"]));

const told = (before, after) => parts(before, after).map(({ kind, text }) => ({ same: text, out: `-${text}-`, in: `+${text}+` })[kind]).join("");
test("a change within a long text is shown where it is, numbers whole", () => {
  assert.equal(told("全年新增托位1200个，培训300人", "全年新增托位1500个，培训300人"), "全年新增托位-1200-+1500+个，培训300人");
  assert.equal(told("≥90", "≥95"), "-≥90-+≥95+");
  assert.equal(told("新增医院6家，医院设置率不低于60%", "新增医院8家，医院设置率不低于80%"), "新增医院-6-+8+家，医院设置率不低于-60-+80+%");
  assert.equal(told("发展安宁疗护。床位达到180张，服务到家", "大力发展安宁疗护。床位达到240张，服务到家"), "+大力+发展安宁疗护。床位达到-180-+240+张，服务到家");
  assert.equal(told("", "甲"), "+甲+");
  assert.equal(told("甲", ""), "-甲-");
  assert.equal(told("完全不同", "另一句话"), "-完全不同-+另一句话+");
});
test("what is the same is shortened to its ends", () => {
  const long = "某".repeat(90);
  assert.equal(told(`${long}1`, `${long}2`), `${"某".repeat(24)}……${"某".repeat(24)}-1-+2+`);
});
test("nothing is taken away unless a person says so", () => {
  const revision = { changes: [{ key: "m1", kind: "changed", blocked: null }, { key: "m2", kind: "new", blocked: null }, { key: "x", kind: "gone", blocked: null }, { key: "y", kind: "gone", blocked: "有填报" }] };
  assert.deepEqual(suggested(revision), ["m1", "m2"]);
  assert.deepEqual(tally(revision, ["m1", "x"]), { new: 0, changed: 1, gone: 1, left: 2 });
});
