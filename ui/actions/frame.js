// @ts-check
// What the frame of the window does: open and close ledgers, choose plan, period and view, take back.

import { state, change, fresh } from "../store.js";
import * as periods from "../logic/periods.js";
import { focusOn } from "../reveal.js";
import { ask, say, stop, words } from "./calls.js";
import { draw as drawChart } from "./charts.js";
import { commit } from "./entry.js";
import { otherColumns, unchosen } from "./sheet.js";
import { loaders } from "./load.js";
import { recall } from "./unsaved.js";

/** @typedef {import("../store.js").View} View */

/** Views in the order of their numbers on the keyboard. */
export const VIEWS = /** @type {const} */ (["import", "overview", "measures", "entry", "charts", "exchange", "score", "history", "settings", "supervise"]);

/** Asks what is open; afterwards plan and period are ones that exist. */
export async function refresh() {
  const frame = await ask("state", {});
  if (frame) take(frame);
}

/** @param {import("../types/api").State} frame */
function take(frame) {
  const moved = frame.ledger?.path !== state.frame?.ledger?.path;
  if (moved) {
    const { overview, measures, compare, terms, entry, narrative, charts, report, deck, score, supervise, settings, units, exchange, foreign, history, scroll } = fresh();
    change({ overview, measures, compare, terms, entry: { ...entry, loads: state.entry.loads }, narrative, charts, report, deck, score, supervise, settings, units, exchange, foreign, history, scroll, query: "" });
  }
  const plan = frame.plans.find((one) => one.id === state.plan) ?? frame.plans[0];
  const known = plan && plan.id === state.plan && periods.known(plan, state.period) !== undefined;
  change({ frame, plan: plan?.id ?? null, period: known ? state.period : plan?.current ?? null });
  if (moved) recall();
  document.title = frame.ledger ? `${frame.ledger.name} - ${words().brand}` : words().brand;
}

/** Asks anew for what the view shows. */
export const reload = () => loaders[state.view]();

/** After a change: the frame and the view. */
export async function after() {
  await refresh();
  await reload();
}

/** Reads what is open when the program starts. */
export async function begin() {
  const lang = localStorage.getItem("language");
  if (lang === "en" || lang === "zh") speak(lang);
  await refresh();
  await go(state.frame?.draft ? "import" : state.plan ? "measures" : "start");
}

/** Goes to a view. @param {View} view */
export async function go(view) {
  if (!open(view)) return;
  if (state.view === "entry") commit();
  change({ view, error: null });
  await reload();
}

/** Returns true if the view has something to work with. @param {View} view */
export const open = (view) => view === "start" || view === "import" || state.frame?.ledger != null;

/** @param {"zh" | "en"} lang */
export function speak(lang) {
  localStorage.setItem("language", lang);
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  change({ lang });
}

/** @param {string} plan */
export async function pickPlan(plan) {
  const info = state.frame?.plans.find((one) => one.id === plan);
  const { overview, measures, compare, terms, charts, report, deck, score, supervise, exchange } = fresh();
  change({ plan, period: info?.current ?? null, overview, measures, compare, terms, entry: unchosen(), charts, deck, report: { ...report, tab: state.report.tab }, score, supervise, exchange, query: "" });
  await reload();
}

/** @param {string} period */
export async function pickPeriod(period) {
  change({ period });
  await reload();
}

/** Goes to the period before (-1) or after (1). @param {number} step */
export async function stepPeriod(step) {
  const next = periods.stepped(state.frame?.plans.find((one) => one.id === state.plan), state.period, step);
  if (next) await pickPeriod(next.period);
}

/** Returns what is known of the period that is shown. */
export const periodShown = () => periods.known(state.frame?.plans.find((one) => one.id === state.plan), state.period);

/** Types into the search of the measures; from elsewhere it leads there. @param {string} query */
export async function search(query) {
  change({ query });
  if (state.view !== "measures" && query) await go("measures");
}

/** Puts the keyboard into the search. */
export async function find() {
  if (state.view === "report" && state.report.tab === "deck") return focusOn(".slidelist .search input");
  if (state.view === "charts") return focusOn(".indicatorlist .search input");
  if (state.view === "terms") return focusOn(".view-terms .search input");
  if (state.view === "settings" && state.settings.tab === "units") return focusOn(".unitboard .search input");
  if (!state.plan) return;
  if (state.view !== "measures") await go("measures");
  await focusOn(state.width === "narrow" ? ".topbar .search input" : ".side .search input");
}

/** @param {"open_sample" | "open_ledger" | "new_ledger" | "close_ledger"} how */
async function openBy(how) {
  const before = state.frame?.ledger?.path;
  const frame = await ask(how, {}, words().busy.opening);
  if (!frame) return;
  take(frame);
  if (frame.ledger?.path === before && how !== "close_ledger") return;
  await go(!frame.ledger ? "start" : frame.plans.length ? "measures" : "import");
}
export const openSample = () => openBy("open_sample");
export const openLedger = () => openBy("open_ledger");
export const newLedger = () => openBy("new_ledger");
export const closeLedger = () => openBy("close_ledger");

/** Takes back the last operation. */
export async function undo() {
  const done = await ask("undo", {}, words().busy.undoing);
  if (done) await replayed(done, words().frame.undone);
}

/** Brings back what was taken back. */
export async function redo() {
  const done = await ask("redo", {}, words().busy.undoing);
  if (done) await replayed(done, words().frame.redone);
}

/** @param {import("../types/api").Replayed} done @param {(label: string) => string} said */
export async function replayed(done, said) {
  say(done.operation ? said(done.operation.label) : words().frame.nothingToUndo, false);
  change({ entry: { ...state.entry, asked: [], pending: {} } });
  await after();
}

export { stop };

/** Stops what takes long; closes what is docked or floats. */
export function dismiss() {
  if (stop()) return true;
  if (!state.error && !state.notes.length && !state.toast) return false;
  change({ error: null, notes: [], toast: null });
  return true;
}

/** The window's width changed, and with it the type. @param {import("../store.js").Width} width @param {{ row: number, tight: number }} rowHeights */
export function resized(width, rowHeights) {
  otherColumns(() => change({ width, rowHeights }));
  if (state.view === "charts") void drawChart();
}

/** Chooses a way to begin. @param {number} way */
export const lookAt = (way) => change({ way: Math.min(Math.max(way, 0), 3) });

/** Remembers where a pane is scrolled to, so that only rows in sight are drawn. @param {string} name @param {Event} event */
export function scrolled(name, event) {
  const pane = /** @type {HTMLElement} */ (event.currentTarget);
  change({ scroll: { ...state.scroll, [name]: { top: pane.scrollTop, height: pane.clientHeight } } });
}
