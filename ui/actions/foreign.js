// @ts-check
// 外来表格: tables made elsewhere, mapped, matched, and taken.

import { state, change, changeIn } from "../store.js";
import { rowKey } from "../logic/foreign.js";
import { focusOn } from "../reveal.js";
import { ask, words } from "./calls.js";
import { opened } from "./draft.js";
import { refresh } from "./frame.js";

/** @typedef {import("../types/api").ForeignEdit} Edit */
/** @typedef {import("../types/api").ForeignRow} Row */

const of = () => ({ plan: state.plan, period: state.plan ? state.period : null });

/** Asks what the tables on the desk are now. */
export async function load() {
  const view = await ask("foreign_show", of());
  if (view === undefined) return;
  // Tables that were on the desk when the window was loaded anew are in sight again.
  if (view && !state.foreign.view && !state.exchange.report) changeIn("exchange", { tab: "foreign" });
  take(view);
}

/** @param {import("../types/api").ForeignView | null} view */
function take(view) {
  const before = state.foreign;
  const report = view ? view.report : before.report?.preview === false ? before.report : null;
  const keys = new Set(report?.items.map((item) => item.key));
  changeIn("foreign", {
    view, report, at: view && before.at < view.files.length ? before.at : 0,
    decisions: Object.fromEntries(Object.entries(before.decisions).filter(([key]) => keys.has(key))),
    cursor: before.cursor && keys.has(before.cursor) ? before.cursor : null,
  });
}

/** Asks for tables and shows what they hold. */
export async function openFiles() {
  const view = await ask("foreign_open", of(), words().busy.reading);
  if (!view) return;
  changeIn("foreign", { at: 0, group: "", chooser: null, filter: "", decisions: {}, cursor: null, report: null });
  change({ scroll: { ...state.scroll, rows: { top: 0, height: 1000 }, diff: { top: 0, height: 1000 } } });
  take(view);
  await refresh();
}

/** Shows another of the files. @param {string} at */
export const pickFile = (at) => changeIn("foreign", { at: Number(at), chooser: null });

/** @param {import("../logic/foreign.js").Group} group */
export function pickGroup(group) {
  changeIn("foreign", { group, chooser: null });
  change({ scroll: { ...state.scroll, rows: { top: 0, height: 1000 } } });
}

/** Changes how the file is read. @param {Edit} edit */
async function edit(edit) {
  const view = await ask("foreign_set", { of: of(), file: state.foreign.at, edit }, words().busy.comparing);
  if (view) take(view);
}

/** @param {string} name */
export const pickSheet = (name) => edit({ edit: "sheet", name });
/** @param {string} which */
export const pickAll = (which) => edit({ edit: "all", all: which === "all" });
/** @param {number} row */
export const pickHeader = (row) => edit({ edit: "header", row });
/** @param {string} letter @param {string} role */
export const pickRole = (letter, role) => edit({ edit: "column", letter, role: /** @type {import("../types/api").ColumnRole} */ (role) });
/** @param {string} letter @param {string} period */
export const pickPeriod = (letter, period) => edit({ edit: "column_period", letter, period });
/** @param {string} unit */
export const pickUnit = (unit) => edit({ edit: "unit", unit: unit || null });
export const forget = () => edit({ edit: "forget" });
export const accept = () => edit({ edit: "accept" });

/** Says what a row means; nothing leaves it out. @param {Row} row @param {string} item */
export async function give(row, item) {
  changeIn("foreign", { chooser: null });
  await edit({ edit: "row", sheet: row.sheet, row: row.row, item: item || null });
  focusOn(`[data-row="${CSS.escape(rowKey(row))}"] button`);
}

/** Opens the list of what a row may mean, or closes it. @param {Row} row @param {boolean} open */
export function choose(row, open) {
  changeIn("foreign", { chooser: open ? { row: rowKey(row), query: "", at: -1 } : null });
  focusOn(open ? ".chooser input" : `[data-row="${CSS.escape(rowKey(row))}"] button`);
}

/** The keyboard went elsewhere. */
export const unchoose = () => changeIn("foreign", { chooser: null });

/** @param {{ query: string, at: number }} typed */
export const choosing = (typed) => state.foreign.chooser && changeIn("foreign", { chooser: { ...state.foreign.chooser, ...typed } });

/** Puts the table on the desk as the draft of a new plan. */
export async function toDraft() {
  const view = await ask("foreign_draft", { file: state.foreign.at }, words().busy.document);
  if (!view) return;
  changeIn("foreign", { view: null, report: null });
  await opened(view);
}

/** Writes what is previewed, as one operation; returns what was done. */
export async function apply() {
  const { decisions } = state.foreign;
  const done = await ask("foreign_apply", { of: of(), decisions: Object.entries(decisions).map(([key, choice]) => ({ key, choice })) }, words().busy.merging);
  if (done) changeIn("foreign", { view: null, report: done, decisions: {}, cursor: null, filter: "" });
  return done;
}

/** Puts the tables away; nothing is written. */
export async function discard() {
  if (state.foreign.view && (await ask("foreign_discard", {})) === undefined) return;
  changeIn("foreign", { view: null, report: null, decisions: {}, cursor: null });
}
