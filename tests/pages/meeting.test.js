import test from "node:test";
import assert from "node:assert/strict";
import { byUnit, clock, ended, jumped, near, numbered, paged, placeOf, ratioOf, returned, stepped, titled } from "../../ui/logic/meeting.js";
import { chosen, listed, moved, pageCount, shown, ticked } from "../../ui/logic/deck.js";
import { found, shownKeys } from "../../ui/keys.js";
import { fresh } from "../../ui/store.js";
import { zh } from "../../ui/text/zh.js";

const slide = (key, more = {}) => ({ key, of: null, kind: "indicator", chosen: true, number: null, name: key, jump: more.number ?? null, place: null, kicker: [], by_unit: null, ...more });
const SLIDES = [
  slide("cover"),
  slide("league"), slide("league~2", { of: "league" }),
  slide("a", { number: "12", by_unit: "units:a" }),
  slide("end"),
  slide("b", { number: "12", chosen: false }),
  slide("units:a", { kind: "units", chosen: false, number: "12" }), slide("units:a~2", { of: "units:a", kind: "units", chosen: false }),
  slide("c", { number: "（三）", jump: "3", chosen: false }),
  slide("d", { number: "2.1.4", chosen: false }),
  slide("e", { place: 3, chosen: false }), slide("f", { place: 7, chosen: false, kicker: ["二、机构", "规范管理"] }),
];
const at = (key, back = null) => ({ at: key, back });
const does = (name, state = {}) => {
  const called = [];
  const act = new Proxy({}, { get: (_, group) => new Proxy({}, { get: (_, name) => (...args) => { called.push([group, name, ...args].join(" ")); } }) });
  for (const key of found("meeting", "idle", name)) if (key.run(act, Object.assign(fresh(), { view: "meeting" }, state)) !== false) break;
  return called.join();
};

test("a meeting goes through the chosen slides with all their pages, and stops at both ends", () => {
  assert.deepEqual(paged(SLIDES).map((one) => one.key), ["cover", "league", "league~2", "a", "end"]);
  assert.deepEqual(stepped(SLIDES, at("league"), 1), at("league~2"));
  assert.deepEqual(stepped(SLIDES, at("end"), 1), at("end"));
  assert.deepEqual(stepped(SLIDES, at("cover"), -1), at("cover"));
  assert.deepEqual([ended(SLIDES, at("a"), -1).at, ended(SLIDES, at("a"), 1).at], ["cover", "end"]);
});
test("a number jumps to its measure, again to the next slide of it, and the way back is known", () => {
  assert.deepEqual(jumped(SLIDES, at("cover"), "12"), at("a", "cover"));
  assert.deepEqual(jumped(SLIDES, at("a", "cover"), "12"), at("b", "a"));
  assert.deepEqual(jumped(SLIDES, at("b", "a"), "12"), at("a", "a"));
  assert.equal(jumped(SLIDES, at("cover"), "1"), null, "12 is not 1");
  const keys = (typed) => numbered(SLIDES, typed).map((one) => one.key);
  assert.deepEqual([keys("3"), keys("03")], [["c"], ["c"]], "however it is printed");
  assert.deepEqual([keys("2.1.4"), keys("2-1-4"), keys("214"), keys("21")], [["d"], ["d"], ["d"], []]);
  assert.deepEqual([keys("7"), keys(""), keys(".")], [["f"], [], []], "one without a number by its place, where no number is that");
  assert.equal(titled(SLIDES.find((one) => one.key === "f")), "规范管理");
  assert.deepEqual(returned(at("b", "cover")), at("cover"));
  assert.deepEqual(returned(at("a")), at("a"));
});
test("from a slide that is not part of the meeting it goes on where it was left", () => {
  assert.equal(placeOf(SLIDES, "b"), -1);
  assert.deepEqual(stepped(SLIDES, at("b", "league"), 1), at("league"));
  assert.deepEqual(stepped(SLIDES, at("units:a", "a"), 1), at("units:a~2", "a"));
  assert.deepEqual(stepped(SLIDES, at("units:a~2", "a"), 1), at("a"));
});
test("U shows an indicator by unit, from any of its pages the whole again", () => {
  assert.deepEqual(byUnit(SLIDES, at("a")), at("units:a", "a"));
  assert.deepEqual(byUnit(SLIDES, at("units:a~2", "a")), at("a"));
  assert.equal(byUnit(SLIDES, at("cover")), null);
});
test("what may come next is ready: neighbours, units, and the way back", () => {
  assert.deepEqual(near(SLIDES, at("a", "cover")), ["a", "end", "league~2", "units:a", "cover"]);
});
test("times and screens", () => {
  assert.deepEqual([clock(0), clock(65_000), clock(3_725_000), clock(-5)], ["0:00", "1:05", "1:02:05", "0:00"]);
  assert.deepEqual([ratioOf(1920, 1080), ratioOf(1366, 768), ratioOf(1024, 768), ratioOf(1280, 1024)], ["16:9", "16:9", "4:3", "4:3"]);
});
test("every key of a meeting does what the strip says, and no key of other views is left", () => {
  assert.deepEqual(["ArrowRight", "PageDown", " "].map((key) => does(key)), Array(3).fill("meeting step 1"));
  assert.deepEqual(["ArrowLeft", "PageUp"].map((key) => does(key)), Array(2).fill("meeting step -1"));
  assert.deepEqual([does("Home"), does("End"), does("7"), does("Enter")], ["meeting toEnd -1", "meeting toEnd 1", "meeting type 7", "meeting enter"]);
  assert.deepEqual(["u", "h", "t", "b", "+", "-", "Escape"].map((key) => does(key)), ["byUnit", "toggleNames", "toggleTalk", "toggleBlack", "zoom 1", "zoom -1", "leave"].map((name) => `meeting ${name}`));
  const typing = Object.assign(fresh(), {}).meeting;
  typing.typed = "12";
  assert.deepEqual([".", "-"].map((key) => does(key, { meeting: typing })), ["meeting type .", "meeting type -"], "between digits they belong to the number");
  assert.equal(does("."), "meeting toggleBlack");
  assert.deepEqual([does("Ctrl+1"), does("Alt+ArrowRight"), does("Ctrl+z")], ["", "", ""]);
  const state = Object.assign(fresh(), { view: "meeting" });
  const said = shownKeys(state).map((key) => key.say(zh));
  assert.deepEqual(said, ["翻页", "跳到该项", "看各单位", "隐去单位名", "讲解要点", "黑屏", "大小", "退出"]);
  state.meeting.hidden = true;
  state.meeting.place = at("b", "a");
  assert.deepEqual(shownKeys(state).map((key) => key.say(zh)).slice(2, 5), ["返回", "看各单位", "显示单位名"]);
});
test("a slide moves with its pages, and is chosen with them", () => {
  assert.deepEqual(listed(SLIDES).length, 10);
  assert.equal(pageCount(SLIDES, "league"), 2);
  assert.deepEqual(moved(SLIDES, "league", 1).map((one) => one.key).slice(0, 4), ["cover", "a", "league", "league~2"]);
  assert.equal(moved(SLIDES, "cover", -1), SLIDES);
  assert.deepEqual(chosen(ticked(SLIDES, "league")), ["cover", "a", "end"]);
  assert.deepEqual(chosen(ticked(SLIDES, "b")), ["cover", "league", "a", "end", "b"]);
});
test("slides are found by words and numbers, all of them or the chosen ones, and moved past those in sight", () => {
  const keys = (list) => list.map((one) => one.key);
  assert.deepEqual(keys(shown(SLIDES, "chosen", "")), ["cover", "league", "a", "end"], "further pages go with their first");
  assert.deepEqual(keys(shown(SLIDES, "all", "机构 规范")), ["f"]);
  assert.deepEqual([keys(shown(SLIDES, "all", " 12 ")), keys(shown(SLIDES, "chosen", "12"))], [["a", "b", "units:a"], ["a"]]);
  assert.deepEqual(shown(SLIDES, "all", "没有的"), []);
  const sight = shown(SLIDES, "all", "12");
  assert.deepEqual(keys(listed(moved(SLIDES, "a", 1, sight))), ["cover", "league", "end", "b", "a", "units:a", "c", "d", "e", "f"]);
  assert.deepEqual(keys(listed(moved(SLIDES, "b", -1, sight))), ["cover", "league", "b", "a", "end", "units:a", "c", "d", "e", "f"]);
  assert.equal(moved(SLIDES, "a", -1, sight), SLIDES, "it is the first in sight");
  assert.equal(moved(SLIDES, "cover", 1, sight), SLIDES, "it is not in sight");
});
