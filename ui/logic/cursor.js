// @ts-check
// Where the cursor of the entry grid goes.

/** @typedef {import("../store.js").Place} Place */
/** @typedef {"up" | "down" | "left" | "right" | "home" | "end" | "top" | "bottom" | "first" | "last" | "pageup" | "pagedown" | "next" | "previous"} Step */

const PAGE = 15;

/**
 * Returns the place a step leads to, inside a grid of that size. `next` and `previous` go on in the row below or above.
 * @param {Place} at @param {Step} step @param {{ rows: number, cols: number }} size
 * @returns {Place}
 */
export function moved(at, step, size) {
  const { row, col } = at;
  const last = { row: Math.max(size.rows - 1, 0), col: Math.max(size.cols - 1, 0) };
  switch (step) {
    case "up": return { row: Math.max(row - 1, 0), col };
    case "down": return { row: Math.min(row + 1, last.row), col };
    case "left": return { row, col: Math.max(col - 1, 0) };
    case "right": return { row, col: Math.min(col + 1, last.col) };
    case "home": return { row, col: 0 };
    case "end": return { row, col: last.col };
    case "top": return { row: 0, col };
    case "bottom": return { row: last.row, col };
    case "first": return { row: 0, col: 0 };
    case "last": return last;
    case "pageup": return { row: Math.max(row - PAGE, 0), col };
    case "pagedown": return { row: Math.min(row + PAGE, last.row), col };
    case "next": return col < last.col ? { row, col: col + 1 } : row < last.row ? { row: row + 1, col: 0 } : at;
    case "previous": return col > 0 ? { row, col: col - 1 } : row > 0 ? { row: row - 1, col: last.col } : at;
  }
}

/** Returns the corners of a selection. @param {Place} cursor @param {Place | null} anchor */
export function block(cursor, anchor) {
  const other = anchor ?? cursor;
  return {
    top: Math.min(cursor.row, other.row), bottom: Math.max(cursor.row, other.row),
    left: Math.min(cursor.col, other.col), right: Math.max(cursor.col, other.col),
  };
}

/** Returns true if a place lies in the block. @param {ReturnType<typeof block>} area @param {number} row @param {number} col */
export const within = (area, row, col) => row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;

/** Returns the next row without a value, going round; none if all are filled. @param {boolean[]} filled @param {number} from */
export function nextUnfilled(filled, from) {
  for (let step = 1; step <= filled.length; step++) {
    const row = (from + step) % filled.length;
    if (!filled[row]) return row;
  }
  return null;
}
