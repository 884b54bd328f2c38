// @ts-check
// Workbooks out and in.

import { state, change, changeIn } from "../store.js";
import { focusOn, scrollToRow } from "../reveal.js";
import { ask, say, words } from "./calls.js";
import { copyText } from "./clipboard.js";
import * as foreign from "./foreign.js";
import { after, go, refresh } from "./frame.js";

/** @typedef {import("../types/api").Choice} Choice */

export async function load() {
  const { plan, period } = state;
  const report = await ask("merge_show", {});
  if (report !== undefined) {
    if (report && !state.exchange.report) changeIn("exchange", { tab: "merge" });
    takeReport(report ?? (state.exchange.report?.preview === false ? state.exchange.report : null));
  }
  await foreign.load();
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

/** Sends to the chosen units, to all if none is chosen. */
export async function send() {
  const { plan, period } = state;
  if (!plan || !period) return;
  const sent = await ask("send", { plan, period, units: state.exchange.chosen }, words().busy.sending);
  if (!sent?.folder) return;
  changeIn("exchange", { sent, chosen: [] });
  say(words().exchange.sentToast(sent.files.length), false);
  await after();
}

/** Asks for returned workbooks and shows what merging them would do. */
export async function openReturns() {
  const report = await ask("merge_open", {}, words().busy.comparing);
  if (!report) return;
  changeIn("exchange", { decisions: {}, cursor: null, filter: "", tab: "merge" });
  takeReport(report);
  await refresh();
  if (state.view !== "exchange") await go("exchange");
}

/** @param {"" | import("../types/api").Outcome} filter */
export const filter = (filter) => {
  changeIn(desk(), { filter });
  change({ scroll: { ...state.scroll, diff: { top: 0, height: 1000 } } });
};

/** Returns the conflicts of the preview. */
export const conflicts = () => (state[desk()].report?.preview ? (state[desk()].report?.items ?? []).filter((item) => item.outcome === "conflict") : []);

/** @param {string} key @param {Choice} choice */
export const decide = (key, choice) => changeIn(desk(), { cursor: key, decisions: { ...state[desk()].decisions, [key]: choice } });

/** Decides the conflict the cursor is on. @param {Choice} choice */
export const decideHere = (choice) => {
  const { cursor, report } = state[desk()];
  if (cursor && report?.preview) decide(cursor, choice);
  return Boolean(cursor);
};

/** Decides all conflicts alike. @param {Choice} choice */
export const decideAll = (choice) => changeIn(desk(), { decisions: Object.fromEntries(conflicts().map((item) => [item.key, choice])) });

/** Goes to the next conflict, going round. */
export function nextConflict() {
  const all = conflicts();
  if (!all.length) return;
  const at = all.findIndex((item) => item.key === state[desk()].cursor);
  point(all[(at + 1) % all.length].key);
}

/** Puts the cursor on a conflict. @param {string} key */
export function point(key) {
  const { report, filter } = state[desk()];
  if (!report?.preview) return;
  const seen = filter === "" || filter === "conflict";
  changeIn(desk(), { cursor: key, ...(seen ? {} : { filter: "" }) });
  scrollToRow(".diffpane", conflicts().findIndex((item) => item.key === key), state.rowHeights.row);
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
  if (desk() === "exchange") changeIn("exchange", { report: done, decisions: {}, cursor: null, filter: "" });
  say(words().exchange.written(done.cells.applied), true);
  await after();
}

/** Forgets the preview; nothing was written. */
export async function discard() {
  if (desk() === "foreign") return foreign.discard();
  if (state.exchange.report?.preview && (await ask("merge_discard", {})) === undefined) return;
  changeIn("exchange", { report: null, decisions: {}, cursor: null });
  await refresh();
}
