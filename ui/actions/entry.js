// @ts-check
// The entry grid: which sheet, where the cursor is, typing.

import { state, change, changeIn } from "../store.js";
import { block, moved, nextUnfilled } from "../logic/cursor.js";
import { barred, cellKey, columnsOf, coming, entriesOf, isUnfilled, nowAt, rowKey, rowsOf, textIn } from "../logic/grids.js";
import { writeBlock } from "../logic/tsv.js";
import { pressHeld } from "../keys.js";
import { caretToEnd, focusOn } from "../reveal.js";
import { ask, inTurn, say, words } from "./calls.js";
import { actions } from "./index.js";
import { record, takeBack } from "./record.js";

/** @typedef {import("../store.js").Place} Place */
/** @typedef {import("../types/api").SheetBy} SheetBy */

export const BY = /** @type {const} */ (["unit", "indicator", "period"]);
let loads = 0;

/**
 * Reads the sheet that is chosen now. Sheets are read in turn with what is being recorded, and another sheet comes into
 * sight here alone, where the keys that waited for it are played: so what is typed meets the sheet it is meant for. Of
 * several that are asked for only the last is read.
 */
export async function load() {
  const own = ++loads;
  // What was being typed belongs to the sheet it was typed on.
  if (coming(state)) commit();
  await inTurn(async () => { if (own === loads) await read(); });
  await focusOn("[data-cell]");
  pressHeld(state, actions);
}

/** Reads what is chosen; always called in turn. What is being typed stays. */
export async function read() {
  const { plan, period } = state, { by, unit, indicator, grid: before } = state.entry;
  if (!plan || !period) return;
  const grid = await ask("grid", { plan, period, by, unit, indicator });
  const now = state.entry;
  if (plan !== state.plan || period !== state.period || by !== now.by || unit !== now.unit || indicator !== now.indicator) return;
  if (!grid) return changeIn("entry", { grid: null, ahead: [] });
  const stood = columns(), cursor = now.cursor;
  changeIn("entry", { grid, ...(by === "unit" ? { unit: grid.unit?.id ?? null } : by === "indicator" ? { indicator: grid.indicator } : {}) });
  const there = before?.by === by ? alike(stood, cursor.col) : nowAt(columns());
  changeIn("entry", { cursor: inside({ row: before?.by === by ? cursor.row : 0, col: there }) });
}

/** Returns the column that means the same as another sheet's: both are counted from their ends. @param {import("../logic/grids.js").Column[]} stood @param {number} col */
function alike(stood, col) {
  if (stood[col]?.kind === "value" && stood[col].now) return nowAt(columns());
  return Math.max(columns().length - (stood.length - col), 0);
}

/** A key pressed while the chosen sheet is on its way is meant for that sheet, and waits for it. @param {import("../store.js").Ahead} key */
export const hold = (key) => changeIn("entry", { ahead: [...state.entry.ahead, key] });

/** Returns the first of the keys that wait, which waits no longer. */
export function nextHeld() {
  const [first, ...ahead] = state.entry.ahead;
  changeIn("entry", { ahead });
  return first;
}

/** Returns the rows and columns in sight. */
export const rows = () => rowsOf(state.entry.grid, state.entry.only, state.entry.order);
export const columns = () => columnsOf(state.entry.grid, state.entry.wide, state.width);
const size = () => ({ rows: rows().length, cols: columns().length });
/** @param {Place} at */
const inside = (at) => ({ row: Math.min(at.row, Math.max(size().rows - 1, 0)), col: Math.min(at.col, Math.max(size().cols - 1, 0)) });
/** Returns the row the cursor is in. */
export const rowHere = () => rows()[state.entry.cursor.row];

/** Shows another sheet. @param {Partial<Pick<import("../store.js").State["entry"], "by" | "unit" | "indicator">>} part */
async function turnTo(part) {
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

/** Shows only what is not reported, as it is now: rows do not vanish under the cursor. @param {boolean} on */
export function onlyUnfilled(on) {
  commit();
  const empty = rowsOf(state.entry.grid, null, state.entry.order).filter(isUnfilled);
  changeIn("entry", { only: on ? new Set(empty.map(rowKey)) : null });
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

/** Puts the cursor somewhere; with `extend` the selection grows instead. @param {Place} cursor @param {boolean} extend */
export function put(cursor, extend) {
  const anchor = extend ? state.entry.anchor ?? state.entry.cursor : null;
  changeIn("entry", { cursor: inside(cursor), anchor, edit: null });
  focusOn("[data-cell]");
}

/** A cell was clicked; what was being typed is kept. @param {Place} at @param {boolean} extend */
export function click(at, extend) {
  commit();
  put(at, extend);
  changeIn("entry", { dragging: true });
}

/** The mouse went on with its button down: the selection follows. @param {Place} at */
export const dragTo = (at) => state.entry.dragging && put(at, true);
export const drop = () => changeIn("entry", { dragging: false });

/** Moves the cursor; what was being typed is recorded first. At either end of the sheet Tab leaves it (false). @param {import("../logic/cursor.js").Step} step @param {boolean} [extend] */
export function move(step, extend = false) {
  commit();
  const from = state.entry.cursor, to = moved(from, step, size());
  if (to === from) return false;
  put(to, extend);
}

/** Goes from the cells to what stands above them. */
export const leave = () => focusOn(".view-entry .viewhead button");
/** Goes to the cells. */
export const back = () => focusOn("[data-cell]");

/** Begins to change the cell. */
export function edit() {
  if (refused(state.entry.cursor)) return;
  changeIn("entry", { edit: { text: textAt(state.entry.cursor), caret: true } });
  caretToEnd("[data-cell]");
}

/** Something was typed into the cell. @param {string} text */
export const type = (text) => void (refused(state.entry.cursor) || changeIn("entry", { edit: { text, caret: state.entry.edit?.caret ?? false } }));

/** Returns why nothing can be written in a place. @param {Place} at */
export const barredAt = (at) => barred(rows()[at.row], columns()[at.col]);

/** Says why, where a cell cannot be changed; returns true if so. @param {Place} at */
export function refused(at) {
  const why = barredAt(at), { entry } = words();
  if (why) say(why === "figures" ? entry.noFigures : why === "rate" ? entry.notRate : entry.locked(why.locked), false);
  return why !== null;
}

/** Leaves the cell as it was. A refused text goes too, and so does half a rate. */
export function cancel() {
  const { edit, anchor, cursor, asked, wrong, halves } = state.entry;
  const row = rowHere(), column = columns()[cursor.col];
  const key = row && column ? cellKey(row, column.period) : "";
  if (edit) changeIn("entry", { edit: null });
  else if (anchor) changeIn("entry", { anchor: null });
  else if (wrong[key] || halves[key] !== undefined) changeIn("entry", { wrong: without(wrong, [key]), halves: without(halves, [key]) });
  else if (asked.length) return void takeBack();
  else return false;
  focusOn("[data-cell]");
}

/** Returns what a cell holds, as it is typed. @param {Place} at */
export const textAt = (at) => textIn(rows()[at.row], columns()[at.col], state.entry);

/** Writes texts into cells: what they come to is recorded, half a rate waits for its other half. @param {{ at: Place, text: string }[]} edits */
function write(edits) {
  const { entries, halves } = entriesOf(rows(), columns(), edits, state.entry);
  if (Object.keys(halves).length) changeIn("entry", { halves: { ...state.entry.halves, ...halves } });
  if (entries.length) record(entries);
}

/** Records what is being typed, if it is something else than before. */
export function commit() {
  const { edit, cursor } = state.entry;
  if (!edit) return;
  changeIn("entry", { edit: null });
  const text = edit.text.trim();
  if (text !== textAt(cursor) && !refused(cursor)) write([{ at: cursor, text }]);
}

/** Returns the places of the selection. */
function selected() {
  const { cursor, anchor } = state.entry, area = block(cursor, anchor);
  /** @type {Place[]} */
  const places = [];
  for (let row = area.top; row <= area.bottom; row++) for (let col = area.left; col <= area.right; col++) places.push({ row, col });
  return places;
}

/** Takes the values of the selection back. */
export function clear() {
  const places = selected();
  if (places.every((at) => barredAt(at)) && refused(places[0])) return;
  write(places.map((at) => ({ at, text: "" })));
}

/** Writes the value of the cell above; over a selection that of its first row. */
export function fillDown() {
  const area = block(state.entry.cursor, state.entry.anchor);
  const from = area.top === area.bottom ? area.top - 1 : area.top;
  if (from < 0) return;
  write(selected().filter((at) => at.row !== from).map((at) => ({ at, text: textAt({ row: from, col: at.col }) })));
}

/** Writes what was reported last before. */
export function fillAcross() {
  const { cursor } = state.entry, row = rowHere(), column = columns()[cursor.col];
  if (!row || column?.kind !== "value" || refused(cursor)) return;
  const text = textAt({ row: cursor.row, col: columns().findIndex((one) => one.kind === "value" && one.at === column.at - 1) });
  if (text) write([{ at: cursor, text }]);
}

/** Goes to the next row that is not filled in for the period. */
export function unfilled() {
  commit();
  const row = nextUnfilled(rows().map((one) => !isUnfilled(one)), state.entry.cursor.row);
  if (row !== null) put({ row, col: nowAt(columns()) }, false);
}

/** Puts the selection on the clipboard. @param {ClipboardEvent} event */
export function copy(event) {
  const { cursor, anchor, edit } = state.entry;
  if (edit) return;
  const area = block(cursor, anchor);
  const lines = [];
  for (let row = area.top; row <= area.bottom; row++)
    lines.push(Array.from({ length: area.right - area.left + 1 }, (_, at) => textAt({ row, col: area.left + at })));
  event.clipboardData?.setData("text/plain", writeBlock(lines));
  event.preventDefault();
}

/** Puts it there and takes it away here. @param {ClipboardEvent} event */
export function cutOut(event) {
  if (state.entry.edit) return;
  copy(event);
  clear();
}

/** Puts the cursor on a value, also of another sheet. @param {{ indicator: string, unit: string, period: string }} to */
export async function goTo(to) {
  if (!stand(to)) {
    commit();
    const shown = state.entry.grid?.periods.some(({ period }) => period === to.period);
    if (!shown) change({ period: to.period });
    await turnTo({ by: "unit", unit: to.unit });
    stand(to);
  }
}

/** Puts the cursor on a value of this sheet; false if it has none such. @param {{ indicator: string, unit: string, period: string }} to */
function stand({ indicator, unit, period }) {
  const place = () => ({ row: rows().findIndex((row) => row.indicator === indicator && row.unit.id === unit), col: columns().findIndex((one) => one.kind === "value" && one.period === period) });
  if (place().row < 0) changeIn("entry", { only: null });
  if (place().col < 0) changeIn("entry", { wide: true });
  const at = place();
  if (at.row < 0 || at.col < 0) return false;
  put(at, false);
  return true;
}

/** @template T @param {{ [key: string]: T }} map @param {string[]} keys @returns {{ [key: string]: T }} */
export const without = (map, keys) => Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
