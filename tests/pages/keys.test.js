import test from "node:test";
import assert from "node:assert/strict";
import { found, named, press as pressKey, pressHeld, shownKeys } from "../../ui/keys.js";
import { fresh } from "../../ui/store.js";
import { zh } from "../../ui/text/zh.js";
import { en } from "../../ui/text/en.js";

const press = (key, held = "") => named({ key, ctrlKey: held.includes("C"), altKey: held.includes("A"), shiftKey: held.includes("S"), metaKey: false });
const does = (view, mode, key) => {
  const called = [];
  const act = new Proxy({}, { get: (_, group) => new Proxy({}, { get: (_, name) => (...args) => { called.push([group, name, ...args].join(" ")); return undefined; } }) });
  const state = Object.assign(fresh(), { view, entry: { ...fresh().entry, edit: mode === "edit" ? { text: "1", caret: true } : null } });
  for (const one of found(view, mode, key)) if (one.run(act, state) !== false) break;
  return called.join();
};

test("keys are named alike on every keyboard", () => {
  assert.equal(press("Z", "CS"), "Ctrl+Shift+Z");
  assert.equal(press("z", "C"), "Ctrl+z");
  assert.equal(press("ArrowLeft", "A"), "Alt+ArrowLeft");
  assert.equal(press("Tab", "S"), "Shift+Tab");
  assert.equal(named({ key: "Unidentified", code: "Tab", ctrlKey: false, altKey: false, shiftKey: true, metaKey: false }), "Shift+Tab");
  assert.equal(press("Y", "A"), "Alt+y");
});
test("in the grid arrows move the cursor, with Shift they select", () => {
  assert.equal(does("entry", "move", "ArrowLeft"), "entry move left");
  assert.equal(does("entry", "move", "Shift+ArrowDown"), "entry move down true");
  assert.equal(does("entry", "move", "Ctrl+Home"), "entry move first");
  assert.equal(does("entry", "move", "Ctrl+Shift+End"), "entry move last true");
});
test("inside a cell ← belongs to the text, Enter and ↑ leave it", () => {
  assert.equal(does("entry", "edit", "ArrowLeft"), "");
  assert.equal(does("entry", "edit", "Enter"), "entry move down");
  assert.equal(does("entry", "edit", "ArrowUp"), "entry move up");
  assert.equal(does("entry", "edit", "Delete"), "");
});
test("Ctrl+Z takes back an operation, but not while typing", () => {
  assert.equal(does("entry", "move", "Ctrl+z"), "frame undo");
  assert.equal(does("measures", "idle", "Ctrl+z"), "frame undo");
  assert.equal(does("measures", "typing", "Ctrl+z"), "");
  assert.equal(does("entry", "edit", "Ctrl+z"), "");
});
test("views are numbered as in the rail, the overview before the measures", () => {
  const views = ["import", "overview", "measures", "entry", "charts", "exchange", "history", "score", "settings", "supervise"];
  views.forEach((view, at) => {
    const went = [];
    for (const key of found("start", "idle", `Ctrl+${(at + 1) % 10}`)) key.run({ frame: { VIEWS: views, go: (to) => went.push(to) } }, fresh());
    assert.deepEqual(went, [view]);
  });
});
test("in the overview arrows go from line to line, and both texts are copied by key, also from a line", () => {
  assert.equal(does("overview", "button", "ArrowDown"), "overview walk 1");
  assert.equal(does("overview", "button", "Alt+c"), "overview copySentence");
  assert.equal(does("overview", "idle", "Alt+b"), "overview copyChase");
  assert.equal(does("overview", "button", "Enter"), "");
});
test("every key the status bar shows has words in both languages", () => {
  for (const view of Object.keys(zh.views)) for (const key of shownKeys(Object.assign(fresh(), { view }))) {
    assert.ok(key.say(zh), view);
    assert.ok(key.say(en), view);
  }
});

test("the arrows that decide a conflict are named in the words of the tab", () => {
  const named = (tab, conflicts = 1) => {
    const state = fresh();
    Object.assign(state, { view: "exchange", plan: 1, frame: { ledger: {} } });
    const report = { preview: true, cells: { conflicts } };
    Object.assign(state.exchange, { tab, report });
    state.foreign.report = report;
    return shownKeys(state).filter((key) => ["←", "→"].includes(key.caps[0])).map((key) => key.say(zh));
  };
  assert.deepEqual(named("merge"), ["留我方", "取对方"]);
  assert.deepEqual(named("foreign"), ["留台账", "取表中"]);
  assert.deepEqual([named("send"), named("merge", 0), named("foreign", 0)], [[], [], []]);
});

/** Presses keys in 填报 and says what they did, in order; the sheet that is on its way arrives behind them if `arrives` says so. */
const typedAhead = (keys, { loading, arrives }) => {
  const said = [];
  const state = Object.assign(fresh(), { view: "entry", entry: { ...fresh().entry, loads: 1, loading } }), { entry } = state;
  const act = {
    frame: { stepPeriod: (step) => { said.push(`step ${step}`); entry.loads += 1; entry.loading = true; } },
    sheet: {
      hold: (key) => { entry.ahead = [...entry.ahead, { ...key, load: entry.loads }]; }, holdOn: (load) => entry.ahead.forEach((key) => { if (key.load === load) key.load = entry.loads; }),
      nextHeld: (load) => { const first = entry.ahead.find((key) => key.load === load); entry.ahead = entry.ahead.filter((key) => key !== first); return first; },
    },
    entry: {
      type: (text) => { entry.edit = { text, caret: false }; }, move: (step) => { said.push(`${entry.edit?.text ?? ""} ${step}`); entry.edit = null; },
    },
  };
  globalThis.document = { querySelector: () => null };
  globalThis.HTMLElement ??= class {};
  let kept = 0;
  for (const key of keys) pressKey({ key, altKey: key === "ArrowRight", target: null, preventDefault: () => { kept += 1; } }, state, act);
  for (const load of arrives) { entry.loading = load < entry.loads; pressHeld(state, act, load); }
  return { said, kept, waiting: entry.ahead.map((key) => `${key.text ?? key.name} ${key.load}`), edit: entry.edit?.text ?? null };
};

test("keys pressed while a sheet is on its way wait for it, and are then played in order", () => {
  assert.deepEqual(typedAhead(["3", "5", "Enter", "4"], { loading: true, arrives: [] }), { said: [], kept: 4, waiting: ["3 1", "5 1", "Enter 1", "4 1"], edit: null });
  assert.deepEqual(typedAhead(["3", "5", "Enter", "4"], { loading: true, arrives: [1] }), { said: ["35 down"], kept: 4, waiting: [], edit: "4" });
});
test("a waiting key that asks for yet another sheet lets those behind it wait on", () => {
  assert.deepEqual(typedAhead(["1", "Enter", "ArrowRight", "2"], { loading: true, arrives: [1] }), { said: ["1 down", "step 1"], kept: 4, waiting: ["2 2"], edit: null });
  assert.deepEqual(typedAhead(["1", "Enter", "ArrowRight", "2"], { loading: true, arrives: [1, 2] }), { said: ["1 down", "step 1"], kept: 4, waiting: [], edit: "2" });
});
test("where the sheet is there no key waits", () => {
  assert.deepEqual(typedAhead(["3", "Enter"], { loading: false, arrives: [] }), { said: [" down"], kept: 1, waiting: [], edit: null });
});
