// @ts-check
// A text cut at its marks.

/** @typedef {import("../types/api").Mark} Mark */

/**
 * Returns the text in pieces, each with its mark or none. Marks are sorted and do not overlap.
 * @param {string} text @param {Mark[]} marks
 */
export function pieces(text, marks) {
  /** @type {{ text: string, mark: Mark | null }[]} */
  const out = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) out.push({ text: text.slice(at, mark.start), mark: null });
    out.push({ text: text.slice(Math.max(mark.start, at), mark.end), mark });
    at = Math.max(at, mark.end);
  }
  if (at < text.length) out.push({ text: text.slice(at), mark: null });
  return out;
}
