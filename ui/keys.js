// @ts-check
// The keyboard: what each key does in each view, and which ones the status bar shows.

import { rangeOf } from "./logic/caret.js";

/**
 * @typedef {import("./store.js").State} State
 * @typedef {import("./text/index.js").Text} Text
 * @typedef {import("./actions/index.js").Actions} Actions
 * @typedef {"idle" | "button" | "typing" | "search" | "move" | "edit"} Mode where the keyboard is: nowhere, on a button, in a field, in a search, on a cell, inside a cell
 * @typedef {{ on: string[], run: (act: Actions, state: State) => unknown, in?: Mode[], caps?: string[], say?: (t: Text, state: State) => string, when?: (state: State) => boolean }} Key
 */

const IDLE = /** @type {Mode[]} */ (["idle", "button", "move"]);
const ALWAYS = /** @type {Mode[]} */ (["idle", "button", "typing", "search", "move", "edit"]);
const CELL = /** @type {Mode[]} */ (["idle", "move"]);
const WRITING = /** @type {Mode[]} */ (["edit"]);
/** Another period: what is being typed is recorded first. */
const STEPS = /** @type {Mode[]} */ ([...IDLE, "edit"]);
const BOTH = /** @type {Mode[]} */ (["idle", "move", "edit"]);

const reviewing = (/** @type {State} */ state) => state.draft.view !== null && state.draft.revision === null;
const choosingWords = (/** @type {State} */ state) => rangeOf(state.draft.chosen) !== null;
const revising = (/** @type {State} */ state) => state.draft.revision !== null;
const choosing = (/** @type {State} */ state) => state.draft.view === null;
const seeing = (/** @type {State} */ state) => Boolean(state.overview.view?.measures);
const unitsOpen = (/** @type {State} */ state) => state.settings.tab === "units";
const sending = (/** @type {State} */ state) => state.plan !== null && state.exchange.tab === "send";
const taking = (/** @type {State} */ state) => state.exchange.tab === "foreign" && Boolean(state.frame?.ledger);
const packing = (/** @type {State} */ state) => !taking(state) && (!state.plan || state.exchange.tab === "packages");
const waiting = (/** @type {State} */ state) => Object.keys(state.entry.wrong).length + Object.keys(state.entry.halves).length > 0;
const merging = (/** @type {State} */ state) => (state.exchange.tab === "merge" && state.exchange.report?.preview === true) || (state.exchange.tab === "foreign" && state.foreign.report?.preview === true);
const decking = (/** @type {State} */ state) => state.report.tab === "deck";
const inPlot = (/** @type {State} */ state) => state.charts.point !== null && state.charts.point.column !== null;
const deciding = (/** @type {State} */ state) => merging(state) && (state[taking(state) ? "foreign" : "exchange"].report?.cells.conflicts ?? 0) > 0;

const behindHere = (/** @type {State} */ state) => state.measures.detail?.indicators.some((one) => one.id === state.measures.indicator && (one.light === "red" || one.light === "yellow")) ?? false;
const rectifying = (/** @type {State} */ state) => state.supervise.tab === "rectify" && Boolean(state.supervise.view?.rectifications.length || state.supervise.view?.red.length);
const stageOf = (/** @type {State} */ state) => (state.supervise.tab === "rectify" ? state.supervise.view?.rectifications.find((row) => row.id === state.supervise.chosen)?.stage : undefined);

/** Keys of every view. @type {Key[]} */
const everywhere = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => ({ on: [`Ctrl+${n % 10}`, `Alt+${n % 10}`], in: ALWAYS, run: (/** @type {Actions} */ act) => act.frame.go(act.frame.VIEWS[n - 1]) })),
  { on: ["Ctrl+z"], in: IDLE, run: (act) => act.frame.undo() },
  { on: ["Ctrl+y", "Ctrl+Shift+Z"], in: IDLE, run: (act) => act.frame.redo() },
  { on: ["Ctrl+f"], in: ALWAYS, run: (act) => act.frame.find() },
  { on: ["Ctrl+p"], in: ALWAYS, run: (act) => act.print.print() },
  { on: ["Alt+ArrowLeft"], in: STEPS, run: (act) => act.frame.stepPeriod(-1) },
  { on: ["Alt+ArrowRight"], in: STEPS, run: (act) => act.frame.stepPeriod(1) },
  { on: ["Escape"], in: ALWAYS, run: (act) => act.frame.dismiss() },
];

/** @type {Record<import("./store.js").View, Key[]>} */
const byView = {
  start: [
    { on: ["1", "2", "3", "4"], caps: ["1", "—", "4"], say: (t) => t.keys.choose, run: () => false },
    ...[1, 2, 3, 4].map((n) => ({ on: [String(n)], run: (/** @type {Actions} */ act) => act.start.take(n - 1) })),
    { on: ["ArrowUp"], caps: ["↑", "↓"], say: (t) => t.keys.upDown, run: (act, state) => act.frame.lookAt(state.way - 1) },
    { on: ["ArrowDown"], run: (act, state) => act.frame.lookAt(state.way + 1) },
    { on: ["Enter"], in: ["idle"], caps: ["Enter"], say: (t) => t.keys.open, run: (act, state) => act.start.take(state.way) },
  ],
  import: [
    { on: ["Ctrl+Enter"], in: ALWAYS, caps: ["Ctrl", "↵"], say: (t) => t.keys.write, when: revising, run: (act, state) => (revising(state) ? act.revision.write() : false) },
    { on: ["Escape"], in: ALWAYS, caps: ["Esc"], say: (t) => t.revision.back, when: revising, run: (act, state) => (revising(state) ? act.revision.leave() : false) },
    { on: ["Ctrl+o"], in: ALWAYS, caps: ["Ctrl", "O"], say: (t) => t.draft.choose, when: choosing, run: (act, state) => (state.draft.view ? false : act.draft.openFile()) },
    { on: ["Ctrl+Enter"], in: ALWAYS, caps: ["Ctrl", "↵"], say: (t) => t.keys.confirmNext, when: reviewing, run: (act, state) => (state.draft.view ? act.draft.confirmItem() : act.draft.readPasted()) },
    { on: ["F8"], in: ALWAYS, caps: ["F8"], say: (t) => t.keys.nextDoubt, when: reviewing, run: (act) => act.draft.nextDoubt(1) },
    { on: ["Shift+F8"], in: ALWAYS, run: (act) => act.draft.nextDoubt(-1) },
    { on: ["Alt+d"], in: ALWAYS, caps: ["Alt", "D"], say: (t) => t.draft.drop.target, when: reviewing, run: (act) => act.draft.dropOpen() },
    { on: ["F6"], in: ALWAYS, caps: ["F6"], say: (t) => t.keys.source, when: reviewing, run: (act) => act.source.toSource() },
    { on: ["Alt+t"], in: ALWAYS, caps: ["Alt", "T"], say: (t) => t.draft.addTarget, when: choosingWords, run: (act, state) => (reviewing(state) ? act.source.add("target") : false) },
    { on: ["Alt+m"], in: ALWAYS, caps: ["Alt", "M"], say: (t) => t.draft.addMeasure, when: choosingWords, run: (act, state) => (reviewing(state) ? act.source.add("measure") : false) },
    { on: ["Alt+s"], in: ALWAYS, caps: ["Alt", "S"], say: (t) => t.draft.split, when: choosingWords, run: (act, state) => (reviewing(state) ? act.source.split() : false) },
    { on: ["Alt+b"], in: ALWAYS, run: (act) => act.draft.mergeOpen() },
    { on: ["Alt+o"], in: ALWAYS, run: (act, state) => (reviewing(state) ? act.original.otherSide() : false) },
    { on: ["Alt+n"], in: ALWAYS, run: (act) => act.draft.isNewOpen() },
    { on: ["Ctrl+j"], in: ALWAYS, caps: ["Ctrl", "J"], say: (t) => t.keys.locate, when: (state) => reviewing(state) && !choosingWords(state), run: (act) => act.draft.locate() },
    { on: ["Ctrl+z"], in: IDLE, caps: ["Ctrl", "Z"], say: (t) => t.keys.undoEdit, when: (state) => reviewing(state) && !choosingWords(state), run: (act, state) => (reviewing(state) ? act.draft.undoEdit() : false) },
    // In a field nothing was typed into there is no typing to take back.
    { on: ["Ctrl+z"], in: ["typing"], run: (act, state) => (reviewing(state) && !state.draft.touched ? act.draft.undoEdit() : false) },
    { on: ["Ctrl+PageDown"], in: ALWAYS, run: (act) => act.draft.stepTab(1) },
    { on: ["Ctrl+PageUp"], in: ALWAYS, run: (act) => act.draft.stepTab(-1) },
    { on: ["Ctrl+ArrowDown"], in: ALWAYS, run: (act) => act.draft.stepItem(1) },
    { on: ["Ctrl+ArrowUp"], in: ALWAYS, run: (act) => act.draft.stepItem(-1) },
    { on: ["Enter"], in: ["idle"], run: (act) => act.source.openHere() },
    { on: ["Ctrl+Shift+Enter"], in: ALWAYS, run: (act) => act.draft.enter() },
    ...caret(),
    { on: ["Escape"], in: ALWAYS, caps: ["Esc"], say: (t) => t.keys.revert, when: reviewing, run: (act) => act.draft.revert() },
  ],
  overview: [
    { on: ["ArrowUp"], caps: ["↑", "↓"], say: (t) => t.keys.upDown, when: seeing, run: (act) => act.overview.walk(-1) },
    { on: ["ArrowDown"], run: (act) => act.overview.walk(1) },
    // Enter on a line is the button's own.
    { on: ["Enter"], in: [], caps: ["Enter"], say: (t) => t.keys.open, when: seeing, run: () => false },
    { on: ["Alt+c"], in: ALWAYS, caps: ["Alt", "C"], say: (t) => t.overview.copy, when: seeing, run: (act) => act.overview.copySentence() },
    { on: ["Alt+b"], in: ALWAYS, caps: ["Alt", "B"], say: (t) => t.overview.copyChase, when: (state) => Boolean(state.overview.view?.chase), run: (act) => act.overview.copyChase() },
    { on: ["Alt+r"], in: ALWAYS, caps: ["Alt", "R"], say: (t) => t.supervise.askLong, when: (state) => Boolean(state.overview.view?.behind.length), run: (act) => act.overview.askHere() },
    { on: ["Ctrl+e"], in: ALWAYS, run: (act) => act.overview.toEntry() },
  ],
  measures: [
    { on: ["ArrowUp"], caps: ["↑", "↓"], say: (t) => t.keys.upDown, run: (act) => act.measures.walk(-1) },
    { on: ["ArrowDown"], run: (act) => act.measures.walk(1) },
    { on: ["PageUp"], run: (act) => act.measures.walk(-15) },
    { on: ["PageDown"], run: (act) => act.measures.walk(15) },
    { on: ["Enter", "ArrowDown"], in: ["search"], run: (act) => act.measures.focusList() },
    { on: ["Alt+r"], in: ALWAYS, caps: ["Alt", "R"], say: (t) => t.supervise.askLong, when: behindHere, run: (act, state) => (behindHere(state) ? act.supervise.askFor({ indicator: state.measures.indicator }) : false) },
    { on: ["Ctrl+e"], in: ALWAYS, caps: ["Ctrl", "E"], say: (t) => t.measures.toEntry, run: (act) => act.measures.toEntry() },
    { on: ["Ctrl+f"], in: ALWAYS, caps: ["Ctrl", "F"], say: (t) => t.keys.find, run: (act) => act.frame.find() },
  ],
  compare: [
    { on: ["ArrowUp"], caps: ["↑", "↓"], say: (t) => t.keys.upDown, run: (act) => act.compare.walk(-1) },
    { on: ["ArrowDown"], run: (act) => act.compare.walk(1) },
    { on: ["PageUp"], run: (act) => act.compare.walk(-15) },
    { on: ["PageDown"], run: (act) => act.compare.walk(15) },
    { on: ["Enter"], in: ["idle"], caps: ["Enter"], say: (t) => t.compare.accept, run: (act) => act.compare.acceptHere() },
    { on: ["Delete"], in: ["idle"], caps: ["Delete"], say: (t) => t.compare.refuse, run: (act) => act.compare.refuseHere() },
    { on: ["Ctrl+Enter"], in: ALWAYS, caps: ["Ctrl", "↵"], say: (t) => t.compare.acceptRest, run: (act) => act.compare.acceptAll() },
    { on: ["Escape"], in: ["idle", "button"], caps: ["Esc"], say: (t) => t.compare.back, run: (act) => act.compare.back() },
  ],
  terms: [
    { on: ["Ctrl+a"], in: ["idle", "button"], caps: ["Ctrl", "A"], say: (t) => t.exchange.chooseAll, run: (act) => act.terms.chooseShown() },
    { on: ["Ctrl+f"], in: ALWAYS, caps: ["Ctrl", "F"], say: (t) => t.keys.find, run: (act) => act.frame.find() },
    { on: ["Escape"], in: ["idle", "button"], caps: ["Esc"], say: (t) => t.compare.back, run: (act) => act.terms.back() },
  ],
  entry: [
    { on: ["Enter"], in: BOTH, caps: ["Enter"], say: (t) => t.keys.nextRow, run: (act) => act.entry.move("down") },
    { on: ["Tab"], in: ["move", "edit"], caps: ["Tab"], say: (t) => t.keys.nextColumn, run: (act) => act.entry.move("next") },
    { on: ["F2"], in: CELL, caps: ["F2"], say: (t) => t.keys.edit, run: (act) => act.entry.edit() },
    { on: ["Ctrl+d"], in: CELL, caps: ["Ctrl", "D"], say: (t) => t.keys.fillDown, run: (act) => act.entry.fillDown() },
    { on: ["Alt+ArrowDown"], in: CELL, caps: ["Alt", "↓"], say: (t) => t.keys.fillAcross, run: (act) => act.entry.fillAcross() },
    { on: ["Alt+ArrowDown"], in: ["typing"], run: (act) => act.narrative.takeOverHere() },
    { on: ["F4"], in: BOTH, caps: ["F4"], say: (t) => t.keys.unfilled, run: (act) => act.entry.unfilled() },
    { on: ["F6"], in: BOTH, caps: ["F6"], say: (t) => t.narrative.title, run: (act) => act.narrative.enter() },
    { on: ["F8"], in: BOTH, caps: ["F8"], say: (t) => t.keys.nextWaiting, when: waiting, run: (act) => act.record.nextWaiting() },
    { on: ["Ctrl+z"], in: IDLE, caps: ["Ctrl", "Z"], say: (t) => t.frame.undo, run: (act) => act.frame.undo() },
    { on: ["Alt+y"], in: ALWAYS, run: (act, state) => (state.entry.asked.length ? act.record.confirmAsked() : false) },
    { on: ["Alt+n"], in: ALWAYS, run: (act) => act.narrative.toggle() },
    { on: ["Ctrl+g"], in: ALWAYS, run: (act) => act.sheet.choose(true) },
    { on: ["Ctrl+PageDown"], in: STEPS, run: (act) => act.sheet.cutNext(1) },
    { on: ["Ctrl+PageUp"], in: STEPS, run: (act) => act.sheet.cutNext(-1) },
    { on: ["Alt+PageDown"], in: STEPS, run: (act) => act.sheet.pickNext(1) },
    { on: ["Alt+PageUp"], in: STEPS, run: (act) => act.sheet.pickNext(-1) },
    { on: ["Shift+Enter"], in: BOTH, run: (act) => act.entry.move("up") },
    { on: ["Shift+Tab"], in: ["move", "edit"], run: (act) => act.entry.move("previous") },
    ...steps(),
    { on: ["Shift+F6"], in: BOTH, run: (act) => act.entry.leave() },
    { on: ["F6"], in: ["typing", "button"], run: (act) => act.entry.back() },
    { on: ["Delete", "Backspace"], in: CELL, run: (act) => act.entry.clear() },
    { on: ["Escape"], in: BOTH, run: (act) => act.entry.cancel() },
    { on: ["Escape"], in: ["typing", "button"], run: (act, state) => (state.entry.asked.length && !act.narrative.isHere() ? act.record.takeBack() : act.entry.back()) },
  ],
  charts: [
    { on: ["ArrowUp"], caps: ["↑", "↓"], say: (t, state) => (inPlot(state) ? t.keys.plots : t.keys.indicators), run: (act, state) => (inPlot(state) ? act.charts.stepPlot(-1) : act.charts.walk(-1)) },
    { on: ["ArrowDown"], run: (act, state) => (inPlot(state) ? act.charts.stepPlot(1) : act.charts.walk(1)) },
    { on: ["Escape"], in: ["idle", "button"], caps: ["Esc"], say: (t) => t.keys.noFigure, when: (state) => state.charts.point !== null, run: (act, state) => (state.charts.point ? act.charts.lookAt(null) : false) },
    { on: ["ArrowLeft"], caps: ["←", "→"], say: (t) => t.keys.figures, run: (act) => act.charts.step(-1) },
    { on: ["ArrowRight"], run: (act) => act.charts.step(1) },
    { on: ["Enter", "ArrowDown"], in: ["search"], run: (act) => act.charts.walk(0) },
    { on: ["Ctrl+f"], in: ALWAYS, caps: ["Ctrl", "F"], say: (t) => t.keys.find, run: (act) => act.frame.find() },
    { on: ["Ctrl+s"], in: ALWAYS, caps: ["Ctrl", "S"], say: (t) => t.charts.savePng, run: (act) => act.charts.save("png") },
  ],
  report: [
    { on: ["ArrowUp"], caps: ["↑", "↓"], say: (t) => t.keys.upDown, when: (state) => state.report.tab !== "bulletin", run: (act, state) => (decking(state) ? act.deck.walk(-1) : act.handout.walk(-1)) },
    { on: ["ArrowDown"], run: (act, state) => (decking(state) ? act.deck.walk(1) : act.handout.walk(1)) },
    { on: [" "], in: ["idle"], caps: ["␣"], say: (t) => t.deck.tick, when: decking, run: (act, state) => (decking(state) ? act.deck.tick() : false) },
    { on: ["Alt+ArrowUp"], in: ALWAYS, caps: ["Alt", "↑", "↓"], say: (t) => t.deck.move, when: decking, run: (act, state) => (decking(state) ? act.deck.move(-1) : false) },
    { on: ["Alt+ArrowDown"], in: ALWAYS, run: (act, state) => (decking(state) ? act.deck.move(1) : false) },
    { on: ["Enter", "ArrowDown"], in: ["search"], run: (act, state) => (decking(state) ? act.deck.walk(0) : false) },
    { on: ["Ctrl+f"], in: ALWAYS, caps: ["Ctrl", "F"], say: (t) => t.keys.find, when: decking, run: (act) => act.frame.find() },
    { on: ["Ctrl+s"], in: ALWAYS, caps: ["Ctrl", "S"], say: (t) => t.deck.save, when: decking, run: (act, state) => (decking(state) ? act.deck.save() : false) },
    { on: ["F5"], in: ALWAYS, caps: ["F5"], say: (t) => t.deck.begin, when: decking, run: (act) => act.meeting.begin() },
    { on: ["F2"], in: ALWAYS, caps: ["F2"], say: (t) => t.report.edit, when: (state) => state.report.tab === "bulletin" && state.report.editing === null, run: (act) => act.bulletin.edit() },
    { on: ["Ctrl+Enter"], in: ALWAYS, caps: ["Ctrl", "↵"], when: (state) => !decking(state), say: (t, state) => (state.report.tab === "handout" ? t.report.saveAll : state.report.editing !== null ? t.report.keep : t.report.save), run: (act, state) => (decking(state) ? false : act.report.main()) },
    { on: ["Ctrl+PageDown"], in: ALWAYS, caps: ["Ctrl", "PgDn"], say: (t) => t.supervise.nextTab, run: (act) => act.report.stepTab(1) },
    { on: ["Ctrl+PageUp"], in: ALWAYS, run: (act) => act.report.stepTab(-1) },
  ],
  meeting: [
    { on: ["ArrowRight", "PageDown", " ", "ArrowDown", "n"], in: ALWAYS, caps: ["←", "→"], say: (t) => t.meeting.turn, run: (act) => act.meeting.step(1) },
    { on: ["ArrowLeft", "PageUp", "ArrowUp", "p"], in: ALWAYS, run: (act) => act.meeting.step(-1) },
    { on: ["Home"], in: ALWAYS, run: (act) => act.meeting.toEnd(-1) },
    { on: ["End"], in: ALWAYS, run: (act) => act.meeting.toEnd(1) },
    ...[..."0123456789"].map((digit) => ({ on: [digit], in: ALWAYS, run: (/** @type {Actions} */ act) => act.meeting.type(digit) })),
    { on: ["Enter"], in: ALWAYS, caps: ["12", "Enter"], say: (t) => t.meeting.jump, run: (act) => act.meeting.enter() },
    { on: ["Backspace"], in: ALWAYS, caps: ["Backspace"], say: (t) => t.meeting.back, when: (state) => state.meeting.place.back !== null, run: (act) => act.meeting.goBack() },
    { on: ["u", "U"], in: ALWAYS, caps: ["U"], say: (t) => t.meeting.units, run: (act) => act.meeting.byUnit() },
    { on: ["h", "H"], in: ALWAYS, caps: ["H"], say: (t, state) => (state.meeting.hidden ? t.meeting.showNames : t.meeting.names), run: (act) => act.meeting.toggleNames() },
    { on: ["t", "T"], in: ALWAYS, caps: ["T"], say: (t) => t.meeting.talkKey, run: (act) => act.meeting.toggleTalk() },
    { on: ["b", "B"], in: ALWAYS, caps: ["B"], say: (t) => t.meeting.black, run: (act) => act.meeting.toggleBlack() },
    // Between digits they belong to a number: 2.1, 12-3.
    { on: ["."], in: ALWAYS, run: (act, state) => (state.meeting.typed ? act.meeting.type(".") : act.meeting.toggleBlack()) },
    { on: ["+", "="], in: ALWAYS, caps: ["+", "−"], say: (t) => t.meeting.size, run: (act) => act.meeting.zoom(1) },
    { on: ["-", "_"], in: ALWAYS, run: (act, state) => (state.meeting.typed ? act.meeting.type("-") : act.meeting.zoom(-1)) },
    { on: ["Escape"], in: ALWAYS, caps: ["Esc"], say: (t) => t.meeting.leave, run: (act) => act.meeting.leave() },
  ],
  score: [
    { on: ["ArrowUp"], caps: ["↑", "↓"], say: (t) => t.keys.upDown, run: (act) => act.score.walk(-1) },
    { on: ["ArrowDown"], run: (act) => act.score.walk(1) },
    { on: ["Ctrl+c"], in: ["idle", "button"], caps: ["Ctrl", "C"], say: (t) => t.score.copy, run: (act) => (getSelection()?.toString() ? false : act.score.copy()) },
    { on: ["Escape"], in: ["idle", "button", "typing"], run: (act, state) => (state.score.assume ? act.score.suppose("", "") : false) },
  ],
  supervise: [
    { on: ["ArrowUp"], caps: ["↑", "↓"], say: (t) => t.keys.upDown, run: (act) => act.supervise.walk(-1) },
    { on: ["ArrowDown"], run: (act) => act.supervise.walk(1) },
    { on: ["PageUp"], run: (act) => act.supervise.walk(-15) },
    { on: ["PageDown"], run: (act) => act.supervise.walk(15) },
    { on: ["Home"], run: (act) => act.supervise.walk(-1e6) },
    { on: ["End"], run: (act) => act.supervise.walk(1e6) },
    { on: ["Enter"], in: ["idle"], caps: ["Enter"], say: (t) => t.supervise.nextStep, when: rectifying, run: (act) => act.supervise.main() },
    { on: ["F2"], in: ALWAYS, caps: ["F2"], say: (t) => t.supervise.edit, when: (state) => stageOf(state) === "open", run: (act) => act.supervise.edit() },
    { on: ["F8"], in: ALWAYS, caps: ["F8"], say: (t) => t.supervise.steps.sent_back, when: (state) => stageOf(state) === "applied", run: (act, state) => (stageOf(state) === "applied" ? act.supervise.step("sent_back") : false) },
    { on: ["Ctrl+PageDown"], in: ALWAYS, caps: ["Ctrl", "PgDn"], say: (t) => t.supervise.nextTab, run: (act) => act.supervise.stepTab(1) },
    { on: ["Ctrl+PageUp"], in: ALWAYS, run: (act) => act.supervise.stepTab(-1) },
    { on: ["Ctrl+c"], in: ["idle", "button"], caps: ["Ctrl", "C"], say: (t) => t.supervise.copyOne, when: (state) => state.supervise.tab === "account", run: (act, state) => (state.supervise.tab !== "account" || getSelection()?.toString() ? false : act.supervise.copyAccounts(false)) },
  ],
  settings: [
    { on: ["ArrowUp"], caps: ["↑", "↓"], say: (t) => t.keys.upDown, when: unitsOpen, run: (act, state) => (unitsOpen(state) ? act.units.walk(-1) : false) },
    { on: ["ArrowDown"], run: (act, state) => (unitsOpen(state) ? act.units.walk(1) : false) },
    { on: ["PageUp"], run: (act, state) => (unitsOpen(state) ? act.units.walk(-15) : false) },
    { on: ["PageDown"], run: (act, state) => (unitsOpen(state) ? act.units.walk(15) : false) },
    { on: ["Enter", "ArrowDown"], in: ["search"], run: (act, state) => (unitsOpen(state) ? act.units.focusList() : false) },
    { on: ["Alt+ArrowUp"], in: ALWAYS, caps: ["Alt", "↑", "↓"], say: (t) => t.units.move, when: unitsOpen, run: (act, state) => (unitsOpen(state) ? act.units.move(-1) : false) },
    { on: ["Alt+ArrowDown"], in: ALWAYS, run: (act, state) => (unitsOpen(state) ? act.units.move(1) : false) },
    { on: ["Alt+n"], in: ALWAYS, caps: ["Alt", "N"], say: (t) => t.units.add, when: unitsOpen, run: (act, state) => (unitsOpen(state) ? act.units.begin() : false) },
    { on: ["Alt+m"], in: ALWAYS, caps: ["Alt", "M"], say: (t) => t.units.merge, when: unitsOpen, run: (act, state) => (unitsOpen(state) ? act.units.beginMerge() : false) },
    { on: ["Ctrl+PageDown"], in: ALWAYS, caps: ["Ctrl", "PgDn"], say: (t) => t.units.tab, when: (state) => !unitsOpen(state), run: (act) => act.units.pickTab("units") },
    { on: ["Ctrl+PageUp"], in: ALWAYS, caps: ["Ctrl", "PgUp"], say: (t) => t.units.rulesTab, when: unitsOpen, run: (act) => act.units.pickTab("rules") },
    { on: ["Ctrl+Enter"], in: ALWAYS, caps: ["Ctrl", "↵"], say: (t) => t.frame.save, run: (act, state) => (unitsOpen(state) ? act.units.save() : act.settings.save()) },
    { on: ["Escape"], in: ALWAYS, run: (act, state) => (unitsOpen(state) ? act.units.revert() : act.settings.revert()) },
  ],
  exchange: [
    { on: ["Ctrl+o"], in: ALWAYS, caps: ["Ctrl", "O"], say: (t) => t.packages.receive.name, when: packing, run: (act) => act.packages.receive() },
    { on: ["Ctrl+o"], in: ALWAYS, caps: ["Ctrl", "O"], say: (t) => t.exchange.add, when: (state) => !packing(state) && !taking(state), run: (act) => act.exchange.openReturns() },
    { on: ["Ctrl+Shift+O"], in: ALWAYS, caps: ["Ctrl", "Shift", "O"], say: (t) => t.exchange.addFolder, when: (state) => !packing(state) && state.exchange.tab === "merge", run: (act) => act.returns.openFolder() },
    { on: ["Ctrl+o"], in: ALWAYS, caps: ["Ctrl", "O"], say: (t) => t.foreign.open, when: taking, run: (act) => act.foreign.openFiles() },
    { on: ["F8"], in: ALWAYS, caps: ["F8"], say: (t) => t.keys.nextConflict, when: deciding, run: (act) => act.exchange.nextConflict() },
    { on: ["ArrowLeft"], caps: ["←"], say: (t, state) => (taking(state) ? t.foreign : t.exchange).ours, when: deciding, run: (act) => act.exchange.decideHere("ours") },
    { on: ["ArrowRight"], caps: ["→"], say: (t, state) => (taking(state) ? t.foreign : t.exchange).theirs, when: deciding, run: (act) => act.exchange.decideHere("theirs") },
    { on: ["Ctrl+Enter"], in: ALWAYS, caps: ["Ctrl", "↵"], say: (t) => t.keys.write, when: merging, run: (act, state) => (merging(state) ? act.exchange.apply() : false) },
    { on: ["Ctrl+Enter"], in: ALWAYS, caps: ["Ctrl", "↵"], say: (t) => t.exchange.send, when: sending, run: (act, state) => (sending(state) ? act.exchange.send() : false) },
  ],
  history: [
    { on: ["Ctrl+z"], caps: ["Ctrl", "Z"], say: (t) => t.frame.undo, run: (act) => act.frame.undo() },
    { on: ["Ctrl+y"], caps: ["Ctrl", "Y"], say: (t) => t.frame.redo, run: (act) => act.frame.redo() },
  ],
};

/** The arrows of the source, while the keyboard is there: with Shift they choose words, with Ctrl they go by clauses. @returns {Key[]} */
function caret() {
  /** @type {[string, import("./logic/caret.js").Step][]} */
  const plain = [["ArrowLeft", "left"], ["ArrowRight", "right"], ["ArrowUp", "up"], ["ArrowDown", "down"], ["Home", "home"], ["End", "end"],
    ["Ctrl+ArrowLeft", "back"], ["Ctrl+ArrowRight", "clause"], ["Ctrl+Home", "first"], ["Ctrl+End", "last"]];
  return plain.flatMap(([key, step]) => [
    { on: [key], run: (/** @type {Actions} */ act) => act.source.walkSource(step, false) },
    { on: [key.startsWith("Ctrl+") ? key.replace("Ctrl+", "Ctrl+Shift+") : `Shift+${key}`], run: (/** @type {Actions} */ act) => act.source.walkSource(step, true) },
  ]);
}

/** The arrows of the grid: with Shift they select; inside a cell only ↑ and ↓ leave it, unless its text was just begun. @returns {Key[]} */
function steps() {
  /** @type {[string, import("./logic/cursor.js").Step][]} */
  const plain = [["ArrowUp", "up"], ["ArrowDown", "down"], ["ArrowLeft", "left"], ["ArrowRight", "right"], ["Home", "home"], ["End", "end"],
    ["PageUp", "pageup"], ["PageDown", "pagedown"], ["Ctrl+Home", "first"], ["Ctrl+End", "last"], ["Ctrl+ArrowUp", "top"], ["Ctrl+ArrowDown", "bottom"], ["Ctrl+ArrowLeft", "home"], ["Ctrl+ArrowRight", "end"]];
  return plain.flatMap(([key, step]) => [
    { on: [key], in: CELL, run: (/** @type {Actions} */ act) => act.entry.move(step) },
    { on: [key.startsWith("Ctrl+") ? key.replace("Ctrl+", "Ctrl+Shift+") : `Shift+${key}`], in: CELL, run: (/** @type {Actions} */ act) => act.entry.move(step, true) },
    { on: [key], in: WRITING, run: (/** @type {Actions} */ act, /** @type {State} */ state) =>
      (state.entry.edit?.caret && step !== "up" && step !== "down" ? false : act.entry.move(step)) },
  ]);
}

/** Returns the keys the status bar shows. @param {State} state */
export const shownKeys = (state) => byView[state.view].flatMap(({ caps, say, when }) => (caps && say && (when?.(state) ?? true) ? [{ caps, say: (/** @type {import("./text/index.js").Text} */ t) => say(t, state) }] : []));

/** Returns a key as the table writes it: Ctrl+Shift+Z, F8, Alt+ArrowLeft. @param {{ key: string, code?: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, shiftKey: boolean }} event */
export function named(event) {
  const letter = event.key.length === 1;
  // With Shift some web views do not know the key Tab by its name.
  const pressed = event.code === "Tab" ? "Tab" : event.key;
  const shift = event.shiftKey && (!letter || event.ctrlKey || event.metaKey);
  const key = letter && !shift ? event.key.toLowerCase() : letter ? event.key.toUpperCase() : pressed;
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${key}`;
}

/** Returns what a key does in a view, the view's own meaning first; in front of a room nothing else is meant. @param {import("./store.js").View} view @param {Mode} mode @param {string} name */
export const found = (view, mode, name) => [...byView[view], ...(view === "meeting" ? [] : everywhere)].filter((key) => key.on.includes(name) && (key.in ?? ["idle", "button"]).includes(mode));

/** Runs what a key means here; keys that mean nothing stay the window's. @param {KeyboardEvent} event @param {State} state @param {Actions} act */
export function press(event, state, act) {
  if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const name = named(event), mode = modeOf(event.target);
  if (state.view === "entry" && state.entry.loading && mode !== "typing" && mode !== "search") {
    const text = event.key.length === 1 && !/^(Ctrl|Alt)\+/.test(name) ? event.key : null;
    if (text === null && !found("entry", "move", name).length) return;
    act.sheet.hold({ name, text });
  } else if (!run(state, act, mode, name)) return;
  event.preventDefault();
}

/** Runs the keys that waited for a sheet, now that it is there; where one of them asks for yet another, those behind it wait on. @param {State} state @param {Actions} act @param {number} load */
export function pressHeld(state, act, load) {
  const { loads } = state.entry;
  for (let key = act.sheet.nextHeld(load); key; key = act.sheet.nextHeld(load)) {
    if (key.text !== null) act.entry.type((state.entry.edit?.text ?? "") + key.text);
    else run(state, act, state.entry.edit ? "edit" : "move", key.name, "entry");
    if (state.entry.loads !== loads) return act.sheet.holdOn(load);
  }
}

/** Returns false if the key means nothing here. @param {State} state @param {Actions} act @param {Mode} mode @param {string} name */
const run = (state, act, mode, name, view = state.view) => found(view, mode, name).some((key) => key.run(act, state) !== false);

/** @param {EventTarget | null} target @returns {Mode} */
function modeOf(target) {
  if (!(target instanceof HTMLElement)) return "idle";
  if (target.dataset.cell === "move" || target.dataset.cell === "edit") return target.dataset.cell;
  if (target.matches("input[type=search]")) return "search";
  if (target.matches("input:not([type=checkbox]), textarea, select")) return "typing";
  return target.matches("button, input") ? "button" : "idle";
}
