// @ts-check
// Which rows of a long table are in sight.

/** Tables up to this length are drawn whole. */
export const WHOLE = 200;
const MARGIN = 20;

/**
 * Returns the rows to draw and the heights of the gaps above and below.
 * @param {number} count @param {{ top: number, height: number } | undefined} pane where it is scrolled to, once it was
 * @param {number} row the height of a row
 */
export function visible(count, pane, row) {
  if (count <= WHOLE) return { from: 0, to: count, before: 0, after: 0 };
  const { top, height } = pane ?? { top: 0, height: 1000 };
  const from = Math.max(Math.min(Math.floor(top / row), count) - MARGIN, 0);
  const to = Math.min(Math.ceil((top + height) / row) + MARGIN, count);
  return { from, to, before: from * row, after: (count - to) * row };
}
