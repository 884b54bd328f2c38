// @ts-check
// Workbooks out and in.

import { state, change, changeIn } from "../store.js";
import { decided, isPlain, shown } from "../logic/returns.js";
import { focusOn, scrollToRow } from "../reveal.js";
import { ask, say, words } from "./calls.js";
import { copyText } from "./clipboard.js";
import * as foreign from "./foreign.js";
import { after, refresh } from "./frame.js";
import { show as showReport } from "./returns.js";

/** @typedef {import("../types/api").Choice} Choice */

export async function load() {
  const report = await ask("merge_show", {});
  if (report !== undefined) {
    if (report && !state.exchange.report) changeIn("exchange", { tab: "merge" });
    takeReport(report ?? (state.exchange.report?.preview === false ? state.exchange.report : null));
  }
  await foreign.load();
  await loadBoard();
}

/** Asks where each unit stands, with what is in hand. */
export async function loadBoard() {
  const { plan, period } = state;
  if (!plan || !period) return;
  const board = await ask("board", { plan, period });
  if (!board || plan !== state.plan || period !== state.period) return;
  const known = new Set(board.units.map((row) => row.unit.id));
  changeIn("exchange", { board, chosen: state.exchange.chosen.filter((id) => known.has(id)) });
}

/** @param {import("../types/api").MergeReport | null} report */
export function takeReport(report) {
  const keys = new Set(report?.items.map((item) => item.key));
  const decisions = Object.fromEntries(Object.entries(state.exchange.decisions).filter(([key]) => keys.has(key)));
  const cursor = state.exchange.cursor && keys.has(state.exchange.cursor) ? state.exchange.cursor : null;
  changeIn("exchange", { report, decisions, cursor });
}

/** Puts the text for those whose workbook is still out on the clipboard. */
export async function copyChase() {
  const text = state.exchange.board?.chase;
  if (text && (await copyText(text))) say(words().exchange.copiedChase, false);
}

/** What is compared on the tab in sight: returned workbooks, or tables made elsewhere. */
export const desk = () => (state.exchange.tab === "foreign" ? "foreign" : "exchange");

/** @param {"send" | "merge" | "foreign" | "packages"} tab */
export const pickTab = (tab) => changeIn("exchange", { tab });

/** Chooses a unit to send to, or not. @param {string} unit */
export function choose(unit) {
  const { chosen } = state.exchange;
  changeIn("exchange", { chosen: chosen.includes(unit) ? chosen.filter((id) => id !== unit) : [...chosen, unit] });
}

/** @param {"all" | "none" | "unsent"} which */
export function chooseMany(which) {
  const units = state.exchange.board?.units ?? [];
  const chosen = units.filter((row) => which === "all" || (which === "unsent" && !row.sent_at)).map((row) => row.unit.id);
  changeIn("exchange", { chosen });
}

/** Says whether workbooks get charts of the units' own figures; remembered while the window is open. @param {boolean} trend */
export const withTrend = (trend) => changeIn("exchange", { trend });

/** Sends to the chosen units, to all if none is chosen. */
export async function send() {
  const { plan, period } = state;
  if (!plan || !period) return;
  const sent = await ask("send", { plan, period, units: state.exchange.chosen, trend: state.exchange.trend }, words().busy.sending);
  if (!sent?.folder) return;
  changeIn("exchange", { sent, chosen: [] });
  say(words().exchange.sentToast(sent.files.length), false);
  await after();
}

/** Asks for returned workbooks and shows what merging them would do. */
export async function openReturns() {
  const report = await ask("merge_open", {}, words().busy.comparing);
  if (!report) return;
  await showReport(report);
}

/** @param {"" | "lost" | import("../types/api").Outcome} filter */
export const filter = (filter) => {
  changeIn(desk(), { filter });
  change({ scroll: { ...state.scroll, diff: { top: 0, height: 1000 } } });
};

/** Returns the conflicts of the preview, in the order in which they are shown. */
export function conflicts() {
  const { report } = state[desk()];
  return report?.preview ? shown(report, "conflict", "") : [];
}

/** @param {string} key @param {Choice} choice */
export function decide(key, choice) {
  const { report, decisions } = state[desk()];
  if (report) changeIn(desk(), { cursor: key, decisions: decided(report, decisions, key, choice) });
}

/** Decides the conflict the cursor is on. @param {Choice} choice */
export const decideHere = (choice) => {
  const { cursor, report } = state[desk()];
  if (cursor && report?.preview) decide(cursor, choice);
  return Boolean(cursor);
};

/** Decides all conflicts alike. Between several returns, and over what is newer, theirs is taken one by one only. @param {Choice} choice */
export function decideAll(choice) {
  const alike = conflicts().filter((item) => choice === "ours" || isPlain(item));
  changeIn(desk(), { decisions: { ...state[desk()].decisions, ...Object.fromEntries(alike.map((item) => [item.key, choice])) } });
}

/** Goes to the next conflict, going round. */
export function nextConflict() {
  const all = conflicts();
  if (!all.length) return;
  const at = all.findIndex((item) => item.key === state[desk()].cursor);
  point(all[(at + 1) % all.length].key);
}

/** Puts the cursor on a conflict. @param {string} key */
export function point(key) {
  const { report, filter, from } = state[desk()];
  if (!report?.preview) return;
  const seen = filter !== "lost" && shown(report, filter, from).some((item) => item.key === key);
  changeIn(desk(), { cursor: key, ...(seen ? {} : { filter: "", from: "" }) });
  const now = state[desk()];
  scrollToRow(".diffpane", shown(report, now.filter === "lost" ? "" : now.filter, now.from).findIndex((item) => item.key === key), state.rowHeights.row);
  focusOn(".diff [data-cursor]");
}

/** Returns how many cells would be written, and why the others not. */
export function tally() {
  const { report, decisions } = state[desk()];
  const theirs = conflicts().filter((item) => decisions[item.key] === "theirs").length;
  const ours = conflicts().filter((item) => decisions[item.key] === "ours").length;
  const cells = report?.cells ?? { applied: 0, conflicts: 0, rejected: 0 };
  return { write: cells.applied + theirs, applied: cells.applied, theirs, ours, open: cells.conflicts - theirs - ours, rejected: cells.rejected };
}

/** Writes what was previewed, as one operation. */
export async function apply() {
  const { report, decisions } = state[desk()];
  if (!report?.preview) return;
  const choices = Object.entries(decisions).map(([key, choice]) => ({ key, choice }));
  const done = desk() === "foreign" ? await foreign.apply() : await ask("merge_apply", { decisions: choices }, words().busy.merging);
  if (!done) return;
  if (desk() === "exchange") changeIn("exchange", { report: done, decisions: {}, cursor: null, filter: "", from: "", picked: {} });
  say(words().exchange.written(done.cells.applied), true);
  await after();
}

/** Forgets the preview; nothing was written. */
export async function discard() {
  if (desk() === "foreign") return foreign.discard();
  if (state.exchange.report?.preview && (await ask("merge_discard", {})) === undefined) return;
  changeIn("exchange", { report: null, decisions: {}, cursor: null, from: "", picked: {} });
  await refresh();
}
