// @ts-check
// Which rows of a long table are in sight.

/** Tables up to this length are drawn whole. */
export const WHOLE = 200;
/** Sheets have many more columns, so fewer rows. */
const WHOLE_SHEET = 60;
const MARGIN = 20;
const SHEET_MARGIN = 12;

let whole = false;

/** Draws long tables whole, as they are printed. @param {boolean} on */
export const drawWhole = (on) => { whole = on; };

/**
 * Returns the rows to draw and the heights of the gaps above and below.
 * @param {number} count @param {{ top: number, height: number } | undefined} pane where it is scrolled to, once it was
 * @param {number} row the height of a row
 */
export function visible(count, pane, row) {
  if (whole || count <= WHOLE) return { from: 0, to: count, before: 0, after: 0 };
  const { from, to } = inSight(count, pane, row, MARGIN);
  return { from, to, before: from * row, after: (count - to) * row };
}

/** @param {number} count @param {{ top: number, height: number } | undefined} pane @param {number} row @param {number} margin */
function inSight(count, pane, row, margin) {
  const { top, height } = pane ?? { top: 0, height: 1000 };
  const from = Math.max(Math.min(Math.floor(top / row), count) - margin, 0);
  return { from, to: Math.max(Math.min(Math.ceil((top + height) / row) + margin, count), from) };
}

/**
 * Returns what is drawn of a sheet, in order: the rows in sight, and the one with the cursor wherever it is, for it
 * holds the keyboard; with gaps in place of the others.
 * @param {number} count @param {{ top: number, height: number } | undefined} pane @param {number} row @param {number} cursor
 * @returns {{ key: string, at: number, gap: number }[]} `gap` is 0 for a row, whose place is `at`
 */
export function sheetRows(count, pane, row, cursor) {
  const { from, to } = whole || count <= WHOLE_SHEET ? { from: 0, to: count } : inSight(count, pane, row, SHEET_MARGIN);
  /** @type {{ key: string, at: number, gap: number }[]} */
  const drawn = [];
  let next = 0;
  const until = (/** @type {number} */ first, /** @type {number} */ end) => {
    if (first > next) drawn.push({ key: `gap ${drawn.length === 0 ? "top" : first === count ? "end" : "inside"}`, at: next, gap: (first - next) * row });
    for (let at = first; at < end; at++) drawn.push({ key: String(at), at, gap: 0 });
    next = end;
  };
  if (cursor < from && cursor >= 0) until(cursor, cursor + 1);
  until(from, to);
  if (cursor >= to && cursor < count) until(cursor, cursor + 1);
  until(count, count);
  return drawn;
}
