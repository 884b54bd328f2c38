// What a hand would do before a picture is taken.

const key = (name, more = {}) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }));
const type = (text) => { const field = document.activeElement; field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); };
const wait = (time) => new Promise((done) => setTimeout(done, time));
const keys = async (...names) => { for (const name of names) { key(name); await wait(30); } };

export const steps = {
  document: (act) => act.draft.openFile(),
  tab_measures: (act) => act.draft.pickTab("measures"), tab_targets: (act) => act.draft.pickTab("targets"), tab_units: (act) => act.draft.pickTab("units"), tab_phases: (act) => act.draft.pickTab("phases"), tab_plan: (act) => act.draft.pickTab("plan"),
  doubt: (act) => act.draft.nextDoubt(1), confirm: (act) => act.draft.confirmItem(), accept: (act) => act.draft.acceptAll(), enter: (act) => act.draft.enter(), ask_discard: (act) => act.draft.askDiscard(true),
  tab_noise: (act) => act.draft.pickTab("noise"), leave: (act) => act.draft.leave(), section: (act) => { act.draft.pickTab("measures"); act.draft.pick("s1"); }, measure: (act) => { act.draft.pickTab("measures"); act.draft.pick("m2"); },
  last_target: async (act) => { act.draft.pickTab("targets"); await wait(60); act.draft.pick("t11"); await wait(60); },
  source: async () => { await keys("F6"); }, to_doubt: (act) => act.draft.nextDoubt(-1),
  words: async () => { await keys("F6"); for (const name of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Home"]) await keys(name); for (let n = 0; n < 2; n++) { key("ArrowRight", { ctrlKey: true }); await wait(30); } for (let n = 0; n < 2; n++) { key("ArrowRight", { ctrlKey: true, shiftKey: true }); await wait(30); } },
  add_target: async () => { key("t", { altKey: true }); await wait(80); }, split: async () => { key("s", { altKey: true }); await wait(80); }, undo_edit: async () => { key("z", { ctrlKey: true }); await wait(80); },
  drop: (act) => act.draft.drop("t10"), original: async () => { key("o", { altKey: true }); await wait(80); }, see: (act) => act.original.see(13),
  third: (act) => act.measures.walk(2), judge: () => document.querySelector(".detail .panelhead .link").click(), history_tab: (act) => act.measures.pickTab("history"),
  nothing_found: (act) => act.frame.search("没有这样的词"), search: (act) => act.frame.search("jtys 1"),
  fell: async () => { await keys("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown"); type("150"); await keys("Enter"); await wait(150); key("ArrowUp"); },
  wrong: async () => { await keys("ArrowDown", "ArrowDown"); type("约3"); await keys("Enter"); await wait(120); key("ArrowUp"); },
  typing: async () => { await keys("F4"); type("3/4"); },
  select: async () => { await keys("ArrowUp"); for (let n = 0; n < 5; n++) { key("ArrowDown", { shiftKey: true }); await wait(20); } key("ArrowLeft", { shiftKey: true }); },
  wide: (act) => act.sheet.widen(true), december: (act) => act.frame.pickPeriod("2026-12"), unfilled: (act) => act.sheet.onlyUnfilled(true),
  paste: async () => {
    const data = new DataTransfer();
    data.setData("text/plain", "20.4\n81.5\n2\n0\n260\n73.3\n70.6\n1\n10.7\n9\n4.2\n25800\n");
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  },
  april: (act) => act.frame.pickPeriod("2026-04"), may: (act) => act.frame.pickPeriod("2026-05"), freezing: async (act) => { await act.freeze.open(); await wait(150); },
  reason: async () => { type("东湖区漏报"); await wait(60); }, freeze: async () => { document.querySelector("dialog footer .button-main").click(); await wait(150); },
  locked: async (act) => { act.entry.put({ row: 2, col: 1 }, false); await wait(150); key("7"); await wait(80); },
  bottom: async () => { key("End", { ctrlKey: true }); await wait(200); },
  merge: (act) => act.exchange.openReturns(), next_conflict: (act) => act.exchange.nextConflict(), theirs: (act) => act.exchange.decideHere("theirs"), apply: (act) => act.exchange.apply(),
  scroll_diff: async () => { document.querySelector(".diffpane").scrollTop = 9000; await wait(100); },
  choose: (act) => { act.exchange.choose("u1"); act.exchange.choose("u2"); }, send: (act) => act.exchange.send(), tab_merge: (act) => act.exchange.pickTab("merge"),
  refused: (act) => act.history.undoOne("o1"), close: (act) => act.frame.closeLedger(), other_plan: (act) => act.frame.pickPlan("p0"), start: (act) => act.frame.go("start"),
  copy: async () => { key("c", { altKey: true }); await wait(300); }, no_clipboard: () => { document.execCommand = () => false; Object.defineProperty(navigator, "clipboard", { value: undefined }); }, lines: async () => { await keys("ArrowDown", "ArrowDown", "ArrowDown"); }, unfold: (act) => act.overview.unfold("due"),
  slow: () => wait(600), walk: (act) => act.charts.walk(18),
};
