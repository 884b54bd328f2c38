// @ts-check
// Which sheet of the entry grid is in sight: how it is cut, of whom, how far back; and its coming into sight.

import { state, changeIn, fresh } from "../store.js";
import { columnsOf, coming, isUnfilled, nowAt, rowKey, rowsOf } from "../logic/grids.js";
import { pressHeld } from "../keys.js";
import { focusOn } from "../reveal.js";
import { ask, inTurn } from "./calls.js";
import { commit, put } from "./entry.js";
import { actions } from "./index.js";

/** @typedef {import("../store.js").Place} Place */
/** @typedef {import("../types/api").SheetBy} SheetBy */

export const BY = /** @type {const} */ (["unit", "indicator", "period"]);
/** Returns the grid with no sheet chosen; what is typed and not written stays. */
export function unchosen() {
  const { loads, wrong, halves } = state.entry;
  return { ...fresh().entry, loads, wrong, halves };
}

/** Which sheet. @typedef {{ plan: string, period: string, by: SheetBy, unit: string | null, indicator: string | null }} Sheet */

/** Returns the sheet that is chosen now. @returns {Sheet | null} */
function chosen() {
  const { plan, period } = state, { by, unit, indicator } = state.entry;
  return plan && period ? { plan, period, by, unit, indicator } : null;
}

/**
 * Reads the sheet that is chosen now. Sheets come into sight one after the other, in turn with what is being recorded,
 * and here alone; keys pressed meanwhile are played on the sheet they were meant for, as it comes. So a sheet that
 * nobody typed for and that is not chosen any more need not come.
 */
export async function load() {
  const own = state.entry.loads + 1, of = chosen();
  const other = state.entry.grid === null || coming(state);
  // While the same sheet is read anew nothing waits.
  changeIn("entry", { loads: own, loading: state.entry.loading || other });
  // What was being typed belongs to the sheet it was typed on.
  if (other) commit();
  await inTurn(async () => {
    const last = () => own === state.entry.loads;
    if (of && (last() || state.entry.ahead.some((key) => key.load === own))) {
      await read(of);
      await focusOn("[data-cell]");
    }
    if (last()) changeIn("entry", { loading: false });
    pressHeld(state, actions, own);
  });
}

/** Reads a sheet; always called in turn. What is being typed stays. @param {Sheet} of */
async function read(of) {
  const before = state.entry.grid, grid = await ask("grid", of);
  if (of.plan !== state.plan) return;
  if (!grid) return changeIn("entry", { grid: null, ahead: [] });
  const { by, unit, indicator, only, order, cursor } = state.entry, stood = columns();
  // The first of all is chosen by not choosing any.
  const named = by === "unit" && of.unit === unit ? { unit: grid.unit?.id ?? null } : by === "indicator" && of.indicator === indicator ? { indicator: grid.indicator } : {};
  changeIn("entry", { grid, ...(of.by === by ? named : {}) });
  // What is not reported is another matter in another period.
  if (only && before?.periods.at(-1)?.period !== of.period) changeIn("entry", { only: unreported(grid, order) });
  const col = before?.by === grid.by ? alike(stood, cursor.col) : nowAt(columns());
  changeIn("entry", { cursor: inside({ row: before?.by === grid.by ? cursor.row : 0, col }) });
}

/** Reads the sheet in sight anew, after something was written; another one comes by its own load. */
export async function again() {
  const of = chosen();
  if (of && !coming(state)) await read(of);
}

/** A key pressed while a sheet is on its way is meant for that sheet, and waits for it. @param {{ name: string, text: string | null }} key */
export const hold = (key) => changeIn("entry", { ahead: [...state.entry.ahead, { ...key, load: state.entry.loads }] });

/** Returns the first of the keys that wait for a sheet, which waits no longer. @param {number} load */
export function nextHeld(load) {
  const first = state.entry.ahead.find((key) => key.load === load);
  changeIn("entry", { ahead: state.entry.ahead.filter((key) => key !== first) });
  return first;
}

/** The keys that still wait for a sheet wait for the one that was asked for last. @param {number} load */
export const holdOn = (load) => changeIn("entry", { ahead: state.entry.ahead.map((key) => (key.load === load ? { ...key, load: state.entry.loads } : key)) });

/** Returns the column that means the same as another sheet's: both are counted from their ends. @param {import("../logic/grids.js").Column[]} stood @param {number} col */
function alike(stood, col) {
  if (stood[col]?.kind === "value" && stood[col].now) return nowAt(columns());
  return Math.max(columns().length - (stood.length - col), 0);
}

/** Returns the rows and columns in sight. */
export const rows = () => rowsOf(state.entry.grid, state.entry.only, state.entry.order);
export const columns = () => columnsOf(state.entry.grid, state.entry.wide, state.width);
export const size = () => ({ rows: rows().length, cols: columns().length });
/** Returns the nearest place in the sheet. @param {Place} at */
export const inside = (at) => ({ row: Math.min(at.row, Math.max(size().rows - 1, 0)), col: Math.min(at.col, Math.max(size().cols - 1, 0)) });
/** Returns the row the cursor is in. */
export const rowHere = () => rows()[state.entry.cursor.row];

/** Shows another sheet. @param {Partial<Pick<import("../store.js").State["entry"], "by" | "unit" | "indicator">>} part */
export async function turnTo(part) {
  commit();
  changeIn("entry", { ...part, only: null, chooser: null, cursor: { row: 0, col: state.entry.cursor.col }, anchor: null });
  await load();
}

/** Cuts the sheet another way; a row's unit and indicator stay those at hand. @param {SheetBy} by */
export async function cut(by) {
  const here = rowHere();
  if (by === state.entry.by) return focusOn("[data-cell]");
  await turnTo({ by, ...(by === "unit" && here ? { unit: here.unit.id } : by === "indicator" && here?.indicator ? { indicator: here.indicator } : {}) });
}

/** @param {number} step */
export const cutNext = (step) => cut(BY[(BY.indexOf(state.entry.by) + step + BY.length) % BY.length]);

/** Chooses the unit or the indicator of the sheet. @param {string} id */
export const pick = (id) => turnTo(state.entry.by === "indicator" ? { indicator: id } : { unit: id });

/** Goes to the unit or indicator before or after. @param {number} step */
export async function pickNext(step) {
  const { grid, by, unit, indicator } = state.entry;
  const ids = by === "unit" ? grid?.units.map((one) => one.unit.id) : by === "indicator" ? grid?.indicators.map(({ id }) => id) : [];
  const next = ids?.[ids.indexOf((by === "unit" ? unit : indicator) ?? "") + step];
  if (next) await pick(next);
}

/** Opens the list of units or indicators, or closes it. @param {boolean} open */
export function choose(open) {
  if (open && state.entry.by === "period") return false;
  commit();
  changeIn("entry", { chooser: open ? { query: "", at: -1 } : null });
  focusOn(open ? ".chooser input" : "[data-cell]");
}

/** The keyboard went elsewhere. */
export const unchoose = () => changeIn("entry", { chooser: null });

/** @param {{ query: string, at: number }} chooser */
export const choosing = (chooser) => changeIn("entry", { chooser });

/** Groups the rows of a period's sheet. @param {import("../logic/grids.js").Order} order */
export function group(order) {
  const here = rowHere();
  commit();
  changeIn("entry", { order });
  const row = here ? rows().findIndex((one) => rowKey(one) === rowKey(here)) : 0;
  put({ row: Math.max(row, 0), col: state.entry.cursor.col }, false);
}

/** @param {import("../types/api").Grid | null} grid @param {import("../logic/grids.js").Order} order */
const unreported = (grid, order) => new Set(rowsOf(grid, null, order).filter(isUnfilled).map(rowKey));

/** Shows only what is not reported, as it is now: rows do not vanish under the cursor. @param {boolean} on */
export function onlyUnfilled(on) {
  commit();
  const { grid, order } = state.entry;
  changeIn("entry", { only: on ? unreported(grid, order) : null });
  put({ row: 0, col: nowAt(columns()) }, false);
}

/** Shows all periods or those that fit. @param {boolean} wide */
export function widen(wide) {
  otherColumns(() => changeIn("entry", { wide }));
  focusOn("[data-cell]");
}

/** Does what changes how many periods are in sight: these come and go on the left, and cursor and selection stay on theirs. @param {() => void} work */
export function otherColumns(work) {
  const before = columns().length;
  work();
  const { cursor, anchor } = state.entry, by = columns().length - before;
  const moved = (/** @type {Place} */ at) => inside({ row: at.row, col: Math.max(at.col + by, 0) });
  if (by) changeIn("entry", { cursor: moved(cursor), anchor: anchor && moved(anchor) });
}
