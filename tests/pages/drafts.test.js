import test from "node:test";
import assert from "node:assert/strict";
import { rangeOf, stepped, wordsOf, measureAt } from "../../ui/logic/caret.js";
import { editOf, formOf, keysOf, moveOf, nextOpen, noiseOf, openDoubts, outlineOf, unitsOf, wrongDays } from "../../ui/logic/drafts.js";
import { framed, layers } from "../../ui/logic/marks.js";
import { counted, draft, edited } from "./fake/draft.js";

const fresh = () => counted(draft());

test("doubts come first, and a settled one is passed over", () => {
  const view = edited(fresh(), { edit: "accept", item: "t3" });
  assert.deepEqual(keysOf(view, "doubts"), ["u:老龄办", "t3", "t6", "t9", "r0"]);
  assert.equal(nextOpen(view, "doubts", null), "u:老龄办");
  assert.equal(nextOpen(view, "doubts", "u:老龄办"), "t6");
  assert.equal(nextOpen(view, "doubts", "t9"), "u:老龄办");
});
test("nothing is open once all is accepted", () => {
  const view = edited(fresh(), { edit: "accept_all" });
  assert.equal(openDoubts(view).length, 0);
  for (const tab of ["doubts", "measures", "targets", "phases"]) assert.equal(nextOpen(view, tab, null), null);
});
test("a remark about the document does not wait for an answer", () => {
  const view = fresh();
  assert.deepEqual(openDoubts({ ...view, doubts: view.doubts.filter((doubt) => doubt.item === null) }), []);
});
test("a unit's question is settled by its answer, not by its measure", () => {
  const view = edited(fresh(), { edit: "accept", item: "m2" });
  assert.ok(openDoubts(view).some((doubt) => doubt.key === "u:老龄办"));
  assert.ok(!openDoubts(edited(view, { edit: "unit_new", name: "老龄办" })).some((doubt) => doubt.key === "u:老龄办"));
});
test("a target moves only where its form names another measure", () => {
  const view = fresh(), form = formOf(view, "t9");
  assert.equal(moveOf(view, "t9", form), null);
  assert.deepEqual(moveOf(view, "t9", { ...form, measure: "m1" }), { edit: "move", item: "t9", measure: "m1" });
  assert.deepEqual(moveOf(view, "t9", { ...form, measure: "" }), { edit: "move", item: "t9", measure: null });
});
test("a target's baseline is seen, corrected with its day, and taken away", () => {
  const view = fresh(), key = view.targets.find((one) => one.baseline !== "").key, form = formOf(view, key);
  assert.deepEqual([form.baseline, form.baseline_date], ["38.5", "2025-12-31"]);
  const after = (part) => { const { fields } = editOf("target", key, { ...form, ...part }); return [fields.baseline, fields.baseline_date]; };
  assert.deepEqual(after({ baseline: "39", baseline_date: "2025年6月30日" }), ["39", "2025-06-30"]);
  assert.deepEqual(after({ baseline: "", baseline_date: "" }), ["", null]);
  assert.deepEqual(wrongDays({ ...form, baseline_date: "去年" }), ["baseline_date"]);
});
test("measures stand under their sections, and dropped lines are listed", () => {
  assert.deepEqual(outlineOf(fresh()).map((one) => one.key).slice(0, 6), ["s0", "m1", "m2", "m3", "s1", "m4"]);
  assert.deepEqual(noiseOf(fresh()).map((line) => line.number), [5, 12, 20]);
});

const lines = [{ text: "甲乙，丙丁。" }, { text: "" }, { text: "𠮷县20个" }];
const walk = (line, at, ...steps) => steps.reduce((place, step) => stepped(lines, place, step), { line, at });
test("the caret goes by characters, clauses and lines, and never out of the text", () => {
  assert.deepEqual(walk(1, 0, "right", "right", "right"), { line: 1, at: 3 });
  assert.deepEqual(walk(1, 0, "clause"), { line: 1, at: 3 });
  assert.deepEqual(walk(1, 0, "clause", "clause", "clause"), { line: 2, at: 0 });
  assert.deepEqual(walk(1, 5, "back"), { line: 1, at: 3 });
  assert.deepEqual(stepped([{ text: "甲（乙）丙" }], { line: 1, at: 0 }, "clause"), { line: 1, at: 1 }, "a bracket is left out");
  assert.deepEqual(walk(1, 5, "down", "down"), { line: 3, at: 0 });
  assert.deepEqual(walk(3, 0, "right"), { line: 3, at: 2 }, "a rare character is two units and one step");
  assert.deepEqual(walk(3, 2, "left", "left"), { line: 2, at: 0 });
  assert.deepEqual(walk(1, 4, "down"), { line: 2, at: 0 });
  assert.deepEqual(walk(1, 1, "up", "home", "left"), { line: 1, at: 0 });
  assert.deepEqual(walk(3, 0, "end", "right"), { line: 3, at: 6 });
});
test("words are chosen in either direction", () => {
  const range = { from: { line: 1, at: 3 }, to: { line: 3, at: 3 } };
  assert.deepEqual(rangeOf({ anchor: range.to, head: range.from }), range);
  assert.equal(wordsOf(lines, range), "丙丁。𠮷县");
  assert.equal(rangeOf({ anchor: range.to, head: range.to }), null);
});
test("a place belongs to the measure that begins before it", () => {
  assert.equal(measureAt(fresh(), { line: 3, at: 20 })?.key, "m2");
  assert.equal(measureAt(fresh(), { line: 1, at: 0 }), null);
});
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

const change = (start, end, kind, became = "") => ({ start, end, kind, became });
const mark = (start, end, item, kind = "unit") => ({ start, end, kind, item, doubtful: false });
test("a line of the original is cut at what was found and at what was changed in it", () => {
  const text = "由市衛(wèi)生局,负责";
  const cut = layers(text, [mark(1, 10, "m1")], [change(2, 3, "traditional", "卫"), change(3, 8, "pinyin"), change(10, 11, "punctuation", "，")]);
  assert.deepEqual(cut.map(({ mark: found, parts }) => [found?.item ?? null, parts.map((part) => [part.text, part.change?.kind ?? null])]), [
    [null, [["由", null]]],
    ["m1", [["市", null], ["衛", "traditional"], ["(wèi)", "pinyin"], ["生局", null]]],
    [null, [[",", "punctuation"], ["负责", null]]],
  ]);
});
test("a change that reaches over the end of a mark is cut there", () => {
  const cut = layers("降至8%以?xún)?nèi)。", [mark(0, 6, "t1", "target")], [change(5, 14, "repaired", "内")]);
  assert.deepEqual(cut.map(({ parts }) => parts.map((part) => [part.text, part.change?.kind ?? null])), [
    [["降至8%以", null], ["?", "repaired"]], [["xún)?nèi", "repaired"], [")。", null]],
  ]);
});
test("where the open item has nothing to frame, its first line is framed", () => {
  const lines = [{ number: 1, marks: [] }, { number: 2, marks: [mark(0, 2, "m1")] }, { number: 3, marks: [mark(0, 2, "m1"), mark(3, 5, "t1", "target")] }];
  assert.deepEqual(framed(lines, "m1"), [2]);
  assert.deepEqual(framed(lines, "t1"), [], "a target is framed itself");
  assert.deepEqual(framed(lines, null), []);
});
