// @ts-check
// The entry grid: where the cursor is, what is typed, what is selected.

import { state, change, changeIn } from "../store.js";
import { block, moved, nextUnfilled } from "../logic/cursor.js";
import { barred, cellKey, entriesOf, isUnfilled, nowAt, shownIn, textIn } from "../logic/grids.js";
import { writeBlock } from "../logic/tsv.js";
import { caretToEnd, focusOn } from "../reveal.js";
import { say, words } from "./calls.js";
import { record, takeBack } from "./record.js";
import { columns, inside, rowHere, rows, size, turnTo } from "./sheet.js";

/** @typedef {import("../store.js").Place} Place */

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

/** What a block is on the clipboard for this window alone: a rate as its halves, which spreadsheets would take for a date. */
export const OWN = "text/x-yaodian";

/** Puts the selection on the clipboard. @param {ClipboardEvent} event */
export function copy(event) {
  const { cursor, anchor, edit } = state.entry;
  if (edit) return;
  const { top, bottom, left, right } = block(cursor, anchor), all = columns(), shown = rows();
  const lines = (/** @type {(at: Place) => string} */ text) => Array.from({ length: bottom - top + 1 }, (_, down) => Array.from({ length: right - left + 1 }, (_, at) => text({ row: top + down, col: left + at })));
  event.clipboardData?.setData("text/plain", writeBlock(lines(({ row, col }) => (shown[row] && all[col] ? shownIn(shown[row], all[col], state.entry) : ""))));
  event.clipboardData?.setData(OWN, writeBlock(lines(textAt)));
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
