// @ts-check
// A block from a spreadsheet: first the list of what it would change, then one operation.

import { state, changeIn } from "../store.js";
import { cellKey, pasted } from "../logic/grids.js";
import { parseBlock } from "../logic/tsv.js";
import { focusOn } from "../reveal.js";
import { inTurn, say, words } from "./calls.js";
import { OWN, refused } from "./entry.js";
import { record } from "./record.js";
import { columns, rows } from "./sheet.js";

/** @param {ClipboardEvent} event */
export function take(event) {
  if (state.entry.edit) return;
  event.preventDefault();
  show(event.clipboardData?.getData(OWN) || event.clipboardData?.getData("text/plain") || "");
}

/** Reads the clipboard by the button, where the window is allowed to. */
export async function fromClipboard() {
  try {
    show(await navigator.clipboard.readText());
  } catch {
    changeIn("entry", { paste: { lines: [], beyond: [], locked: 0, off: 0, blank: 0, byKey: true } });
  }
}

/** The block is held against the sheet as it is once all that is under way is done. @param {string} text */
const show = (text) => inTurn(async () => preview(text));

/** @param {string} text */
function preview(text) {
  const { cursor } = state.entry;
  const block = parseBlock(text);
  if (!state.entry.grid || text === "") return;
  const { entries, halves, ...rest } = pasted(rows(), columns(), cursor, block, state.entry);
  if (block.length === 1 && block[0].length === 1) {
    if (refused(cursor)) return;
    keepHalves(halves);
    if (entries.length) record(entries);
    return;
  }
  changeIn("entry", { paste: { lines: [...entries.map((entry) => ({ entry, taken: true })), ...halfLines(halves)], ...rest, byKey: false } });
}

/** Half a rate is listed too, though only the other half makes it a value. @param {{ [cell: string]: string }} halves @returns {import("../store.js").PasteLine[]} */
function halfLines(halves) {
  const byKey = new Map(rows().flatMap((row) => columns().filter(({ kind }) => kind === "numerator").map((column) => [cellKey(row, column.period), { row, column }])));
  return Object.entries(halves).flatMap(([key, value]) => {
    const { row, column } = byKey.get(key) ?? {};
    if (!row || !column) return [];
    return [{ entry: { indicator: row.indicator ?? "", unit: row.unit.id, period: column.period, value, note: null, before: "", name: row.name, of: row.unit.short, month: column.label }, taken: true, half: key }];
  });
}

/** @param {{ [cell: string]: string }} halves */
const keepHalves = (halves) => changeIn("entry", { halves: { ...state.entry.halves, ...halves } });

/** Takes a line into what is written, or leaves it out. @param {number} at */
export function toggle(at) {
  const { paste } = state.entry;
  if (paste) changeIn("entry", { paste: { ...paste, lines: paste.lines.map((line, n) => (n === at ? { ...line, taken: !line.taken } : line)) } });
}

/** Writes what is taken, as one operation; what is no number stays in its cell, marked. @param {() => void} done */
export async function write(done) {
  const taken = (state.entry.paste?.lines ?? []).filter((line) => line.taken);
  if (!taken.length) return;
  done();
  keepHalves(Object.fromEntries(taken.flatMap(({ half, entry }) => (half ? [[half, entry.value]] : []))));
  const entries = taken.filter(({ half }) => !half).map(({ entry }) => entry);
  const { changed, refused } = entries.length ? await record(entries) : { changed: 0, refused: 0 };
  say(refused ? words().entry.writtenBut(changed, refused) : words().entry.written(changed), changed > 0);
  focusOn("[data-cell]");
}

export function close() {
  changeIn("entry", { paste: null });
  focusOn("[data-cell]");
}
