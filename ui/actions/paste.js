// @ts-check
// A block from a spreadsheet: first the list of what it would change, then one operation.

import { state, changeIn } from "../store.js";
import { pasted } from "../logic/grids.js";
import { parseBlock } from "../logic/tsv.js";
import { focusOn } from "../reveal.js";
import { attempt, inTurn, refusal, say, words } from "./calls.js";
import { months, read, record, refused, rows, taken } from "./entry.js";
import { refresh } from "./frame.js";

/** @param {ClipboardEvent} event */
export function take(event) {
  if (state.entry.edit) return;
  event.preventDefault();
  show(event.clipboardData?.getData("text/plain") ?? "");
}

/** Reads the clipboard by the button, where the window is allowed to. */
export async function fromClipboard() {
  try {
    show(await navigator.clipboard.readText());
  } catch {
    changeIn("entry", { paste: { lines: [], left_out: 0, message: words().entry.pressCtrlV } });
  }
}

/** The block is held against the sheet as it is once all that is under way is done. @param {string} text */
const show = (text) => inTurn(async () => preview(text));

/** @param {string} text */
function preview(text) {
  const { cursor, unit } = state.entry;
  const block = parseBlock(text);
  if (!unit || text === "") return;
  const { lines, left_out, locked } = pasted(rows(), months(), cursor, block, unit);
  const single = block.length === 1 && block[0].length === 1;
  if (single && locked) return void refused(cursor);
  if (single && lines.length === 1) return void record([lines[0].entry]);
  changeIn("entry", { paste: { lines, left_out, message: locked ? words().entry.lockedOut(locked) : "" } });
}

/** Takes a line into what is written, or leaves it out. @param {number} at */
export function toggle(at) {
  const { paste } = state.entry;
  if (!paste) return;
  const lines = paste.lines.map((line, n) => (n === at ? { ...line, taken: !line.taken } : line));
  changeIn("entry", { paste: { ...paste, lines } });
}

/** Writes all of it or nothing. @param {() => void} done */
export function write(done) {
  const entries = (state.entry.paste?.lines ?? []).filter((line) => line.taken).map((line) => line.entry);
  if (!entries.length) return;
  return inTurn(async () => {
    try {
      const recorded = await attempt("record", { entries: entries.map(({ before, ...entry }) => entry) }, words().busy.writing);
      done();
      say(words().entry.written(recorded.changed), true);
      taken(entries, recorded.questions);
      await read();
      await refresh();
      focusOn("[data-cell]");
    } catch (error) {
      const { message, hint } = refusal(error);
      const { paste } = state.entry;
      if (paste) changeIn("entry", { paste: { ...paste, message: hint ? `${message}，${hint}` : message } });
    }
  });
}

export function close() {
  changeIn("entry", { paste: null });
  focusOn("[data-cell]");
}
