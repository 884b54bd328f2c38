// @ts-check
// The entry grid: cursor, typing, recording.

import { state, changeIn } from "../store.js";
import { block, moved, nextUnfilled } from "../logic/cursor.js";
import { cellKey, lockedBy, monthsOf, rowsOf, typedOf } from "../logic/grids.js";
import { writeBlock } from "../logic/tsv.js";
import { WHOLE } from "../logic/windowing.js";
import { caretToEnd, focusOn, scrollToRow } from "../reveal.js";
import { ask, attempt, inTurn, refusal, say, words } from "./calls.js";
import { refresh } from "./frame.js";

/** @typedef {import("../store.js").Entry} Entry */
/** @typedef {import("../store.js").Place} Place */

/** Reads the sheet of the unit and period that are chosen now. What was being typed belongs to the sheet it was typed on. */
export async function load() {
  commit();
  changeIn("entry", { anchor: null });
  focusOn("[data-cell]");
  await inTurn(read);
  focusOn("[data-cell]");
}

/** Reads the sheet; always called in turn with what is being recorded, so that an older answer never comes after a newer one. What is being typed stays. */
export async function read() {
  const { plan, period } = state, { unit, grid: before } = state.entry;
  if (!plan || !period) return;
  const grid = await ask("grid", { plan, period, unit });
  if (plan !== state.plan || period !== state.period || unit !== state.entry.unit) return;
  if (!grid) return changeIn("entry", { grid: null, ahead: [] });
  changeIn("entry", { grid, unit: grid.unit?.id ?? null });
  changeIn("entry", { cursor: before ? inside(state.entry.cursor) : { row: 0, col: Math.max(months().length - 1, 0) } });
}

/** A key pressed while the chosen sheet is on its way is meant for that sheet, and waits for it. @param {import("../store.js").Ahead} key */
export const hold = (key) => changeIn("entry", { ahead: [...state.entry.ahead, key] });

/** Returns the first of the keys that wait, which waits no longer. */
export function nextHeld() {
  const [first, ...ahead] = state.entry.ahead;
  changeIn("entry", { ahead });
  return first;
}

/** Returns the rows and months in sight. */
export const rows = () => rowsOf(state.entry.grid, state.entry.only);
export const months = () => monthsOf(state.entry.grid, state.entry.wide, state.width);
const size = () => ({ rows: rows().length, cols: months().length + 1 });
/** @param {Place} at */
const inside = (at) => ({ row: Math.min(at.row, Math.max(size().rows - 1, 0)), col: Math.min(at.col, Math.max(size().cols - 1, 0)) });

/** @param {string} unit */
export async function pickUnit(unit) {
  commit();
  changeIn("entry", { unit, only: null, asked: [], cursor: { row: 0, col: state.entry.cursor.col }, anchor: null, edit: null });
  await load();
}

/** Shows only what is not filled in, as it is now: rows do not vanish under the cursor. @param {boolean} on */
export function onlyUnfilled(on) {
  const empty = rowsOf(state.entry.grid, null).filter((row) => row.cells[row.cells.length - 1]?.text === "");
  changeIn("entry", { only: on ? empty.map((row) => row.indicator.id) : null, cursor: { row: 0, col: months().length - 1 }, anchor: null, edit: null });
  focusOn("[data-cell]");
}

/** Shows all months or the last seven. @param {boolean} wide */
export function widen(wide) {
  const before = months().length;
  changeIn("entry", { wide });
  const col = Math.max(state.entry.cursor.col + months().length - before, 0);
  put({ row: state.entry.cursor.row, col }, false);
}

/** Puts the cursor somewhere; with `extend` the selection grows instead. @param {Place} cursor @param {boolean} extend */
export function put(cursor, extend) {
  const anchor = extend ? state.entry.anchor ?? state.entry.cursor : null;
  changeIn("entry", { cursor: inside(cursor), anchor, edit: null });
  if (size().rows > WHOLE) scrollToRow(".sheetpane", cursor.row, state.rowHeights.tight);
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
export const leave = () => focusOn(".view-entry .viewhead select");

/** Begins to change the cell. */
export function change() {
  if (refused(state.entry.cursor)) return;
  const text = wrongHere()?.text ?? textAt(state.entry.cursor);
  changeIn("entry", { edit: { text, caret: true } });
  caretToEnd("[data-cell]");
}

/** Something was typed into the cell. @param {string} text */
export const type = (text) => void (refused(state.entry.cursor) || changeIn("entry", { edit: { text, caret: state.entry.edit?.caret ?? false } }));

/** Returns why a cell cannot be changed: its period is frozen, or lies before a frozen one. @param {Place} at */
export const lockOf = (at) => lockedBy(state.entry.grid, months()[at.col]);

/** Says why, where a cell cannot be changed; returns true if so. @param {Place} at */
export function refused(at) {
  const why = lockOf(at);
  if (why) say(words().entry.locked(why), false);
  return why !== null;
}

/** Leaves the cell as it was. A refused text goes too. */
export function cancel() {
  const { edit, anchor, cursor, asked, wrong } = state.entry;
  const row = rows()[cursor.row], month = months()[cursor.col];
  const key = row && month && keyOf(row.indicator.id, month.period);
  if (edit) changeIn("entry", { edit: null });
  else if (anchor) changeIn("entry", { anchor: null });
  else if (key && wrong[key]) changeIn("entry", { wrong: without(wrong, [key]) });
  else if (asked.length) return void takeBack();
  else return false;
  focusOn("[data-cell]");
}

const wrongHere = () => {
  const row = rows()[state.entry.cursor.row], month = months()[state.entry.cursor.col];
  return row && month ? state.entry.wrong[keyOf(row.indicator.id, month.period)] : undefined;
};

/** @param {string} indicator @param {string} period */
const keyOf = (indicator, period) => cellKey(state.entry.grid, indicator, period);

/** Returns what a cell holds, as it is typed. @param {Place} at */
export function textAt(at) {
  const row = rows()[at.row], month = months()[at.col];
  if (!row) return "";
  return month ? typedOf(row.cells[month.at]) : row.cells[row.cells.length - 1]?.note ?? "";
}

/** Records what is being typed, if it is something else than before. */
export function commit() {
  const { edit, cursor } = state.entry;
  if (!edit) return;
  changeIn("entry", { edit: null });
  const entry = entryAt(cursor, edit.text.trim());
  if (entry) record([entry]);
}

/** Returns the entry a typed text makes in a place; none if nothing changes. @param {Place} at @param {string} text @returns {Entry | null} */
function entryAt(at, text) {
  const row = rows()[at.row], unit = state.entry.grid?.unit?.id, period = state.entry.grid?.periods.at(-1)?.period;
  if (!row || !unit || !period || (text === textAt(at) && !wrongHere())) return null;
  const month = months()[at.col];
  if (refused(at)) return null;
  if (month) return { indicator: row.indicator.id, unit, period: month.period, value: text, note: null, before: textAt(at) };
  const value = typedOf(row.cells[row.cells.length - 1]);
  return { indicator: row.indicator.id, unit, period, value, note: text, before: value };
}

/** Takes the values of the selection back. */
export function clear() {
  const { cursor, anchor } = state.entry;
  const area = block(cursor, anchor);
  /** @type {Entry[]} */
  const entries = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let col = area.left; col <= area.right; col++) {
      const entry = entryAt({ row, col }, "");
      if (entry) entries.push(entry);
    }
  if (entries.length) record(entries);
}

/** Writes the value of the cell above. */
export function fillDown() {
  const { cursor } = state.entry;
  if (cursor.row === 0) return;
  const entry = entryAt(cursor, textAt({ row: cursor.row - 1, col: cursor.col }));
  if (entry) record([entry]);
}

/** Writes the value of the period before. */
export function fillAcross() {
  const { cursor } = state.entry;
  if (cursor.col === 0 || cursor.col >= months().length) return;
  const entry = entryAt(cursor, textAt({ row: cursor.row, col: cursor.col - 1 }));
  if (entry) record([entry]);
}

/** Goes to the next row that is not filled in for the period. */
export function unfilled() {
  commit();
  const row = nextUnfilled(rows().map((one) => one.cells[one.cells.length - 1]?.text !== ""), state.entry.cursor.row);
  if (row !== null) put({ row, col: months().length - 1 }, false);
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

/** Records one value after the other; a refused one keeps its text in the cell, with the reason. @param {Entry[]} entries */
export function record(entries) {
  const keys = entries.map(({ unit, indicator, period }) => cellKey({ unit: { id: unit } }, indicator, period));
  const typed = Object.fromEntries(entries.map((entry, at) => [keys[at], entry.value]));
  changeIn("entry", { pending: { ...state.entry.pending, ...typed }, wrong: without(state.entry.wrong, keys) });
  return inTurn(async () => {
    try {
      const done = await attempt("record", { entries: entries.map(({ before, ...entry }) => entry) }, words().busy.writing);
      taken(entries, done.questions);
    } catch (error) {
      const { message, hint } = refusal(error);
      const wrong = Object.fromEntries(keys.map((key) => [key, { text: typed[key], message: hint ? `${message}，${hint}` : message }]));
      changeIn("entry", { wrong: { ...state.entry.wrong, ...wrong } });
    }
    await read();
    changeIn("entry", { pending: without(state.entry.pending, keys) });
    await refresh();
  });
}

/** Keeps the questions about what was just written; older ones about the same cells are settled by it. @param {Entry[]} entries @param {import("../types/api").Question[]} questions */
export function taken(entries, questions) {
  const same = (/** @type {import("../types/api").Question} */ a, /** @type {Entry} */ b) => a.indicator === b.indicator && a.period === b.period;
  const older = state.entry.asked.filter(({ question }) => !entries.some((entry) => same(question, entry)));
  const newer = questions.map((question) => {
    const entry = entries.find((one) => same(question, one));
    return { question, before: entry?.before ?? "", after: entry?.value ?? "" };
  });
  changeIn("entry", { asked: [...older, ...newer], reason: "" });
}

/** 改回重填: the value that is asked about goes back to what it was, and the cursor to it. */
export async function takeBack() {
  const [asked, ...rest] = state.entry.asked;
  if (!asked) return;
  const { indicator, unit, period } = asked.question;
  changeIn("entry", { asked: rest, reason: "" });
  await record([{ indicator, unit, period, value: asked.before, note: null, before: asked.after }]);
  goTo(indicator, period);
}

/** 数字无误: the value stays; a reason is kept with it. */
export async function confirmAsked() {
  const { asked: [asked, ...rest], reason } = state.entry;
  if (!asked) return;
  const { indicator, unit, period } = asked.question;
  changeIn("entry", { asked: rest, reason: "" });
  if (reason.trim()) {
    await record([{ indicator, unit, period, value: asked.after, note: reason.trim(), before: asked.before }]);
    changeIn("entry", { asked: state.entry.asked.filter(({ question }) => question.indicator !== indicator || question.period !== period) });
  }
  focusOn("[data-cell]");
}

/** @param {string} reason */
export const giveReason = (reason) => changeIn("entry", { reason });

/** Puts the cursor on a value. @param {string} indicator @param {string} period */
export function goTo(indicator, period) {
  const row = rows().findIndex((one) => one.indicator.id === indicator);
  const col = months().findIndex((one) => one.period === period);
  if (row >= 0 && col >= 0) put({ row, col }, false);
}

/** @template T @param {{ [key: string]: T }} map @param {string[]} keys @returns {{ [key: string]: T }} */
const without = (map, keys) => Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
