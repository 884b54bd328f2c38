// @ts-check
// The entry grid: rows and columns as the cursor knows them. The last column is the note.

/**
 * @typedef {import("../types/api").Grid} Grid
 * @typedef {import("../types/api").GridRow} Row
 * @typedef {import("../types/api").GridCell} Cell
 */

/** Figures up to this length fit into the narrow columns. */
const SHORT = 6;

/** Returns the rows in sight. @param {Grid | null} grid @param {string[] | null} only */
export const rowsOf = (grid, only) => (grid?.rows ?? []).filter((row) => !only || only.includes(row.indicator.id));

/**
 * Returns the months in sight, with their place among the cells of a row: as many as fit, unless all are asked for.
 * A figure is never cut; earlier months go first.
 * @param {Grid | null} grid @param {boolean} wide @param {import("../store.js").Width} width
 */
export function monthsOf(grid, wide, width) {
  const all = (grid?.periods ?? []).map((month, at) => ({ ...month, at }));
  if (wide) return all;
  const longest = Math.max(0, ...(grid?.rows ?? []).flatMap((row) => row.cells.map((cell) => cell.text.length)));
  return all.slice(-(longest <= SHORT ? { narrow: 4, usual: 7, large: 12 } : { narrow: 2, usual: 4, large: 7 })[width]);
}

/** Returns why nothing can be written in a column: a month, or the note, which belongs to the last one. @param {Grid | null} grid @param {{ locked: string | null } | undefined} month */
export const lockedBy = (grid, month) => (month ?? grid?.periods.at(-1))?.locked ?? null;

/** Returns a value as it is typed: numerator and denominator where it was reported so. @param {Cell} cell */
export const typedOf = (cell) =>
  (cell.numerator !== null && cell.denominator !== null ? `${cell.numerator}/${cell.denominator}` : cell.text);

/** Returns the name a cell goes by while it is being written. @param {{ unit: { id: string } | null } | null} sheet @param {string} indicator @param {string} period */
export const cellKey = (sheet, indicator, period) => `${sheet?.unit?.id} ${indicator} ${period}`;

/** Returns true while the sheet that is chosen is on its way and another one is in sight. @param {{ period: string | null, entry: { grid: Grid | null, unit: string | null } }} state */
export const coming = ({ period, entry: { grid, unit } }) =>
  grid !== null && (grid.periods.at(-1)?.period !== period || (grid.unit?.id ?? null) !== unit);

/**
 * Returns what a pasted block would change, from the cursor on: only cells that become something else and are not locked.
 * @param {Row[]} rows @param {{ period: string, label: string, at: number, locked: string | null }[]} months
 * @param {import("../store.js").Place} from @param {string[][]} block @param {string} unit
 */
export function pasted(rows, months, from, block, unit) {
  /** @type {import("../store.js").PasteLine[]} */
  const lines = [];
  let left_out = 0, locked = 0;
  block.forEach((texts, down) => texts.forEach((text, right) => {
    const row = rows[from.row + down], month = months[from.col + right];
    if (!row || !month) return void (left_out += text === "" ? 0 : 1);
    const before = typedOf(row.cells[month.at]);
    if (text === before || text === "") return;
    if (month.locked) return void (locked += 1);
    const entry = { indicator: row.indicator.id, unit, period: month.period, value: text, note: null, before };
    lines.push({ entry, name: row.indicator.name, month: month.label, taken: true });
  }));
  return { lines, left_out, locked };
}
