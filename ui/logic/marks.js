// @ts-check
// A text cut at its marks.

/** @typedef {import("../types/api").Mark} Mark */
/** @typedef {import("../types/api").LineChange} LineChange */

/**
 * Returns the text in pieces, each with its mark or none. Marks are sorted and do not overlap.
 * @template {{ start: number, end: number }} M
 * @param {string} text @param {M[]} marks
 */
export function pieces(text, marks) {
  /** @type {{ text: string, mark: M | null }[]} */
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

/**
 * Returns a line of the original in pieces, each with its mark or none, and each of these cut where cleaning dropped or
 * changed something.
 * @param {string} text @param {Mark[]} marks @param {LineChange[]} changes
 */
export function layers(text, marks, changes) {
  let end = 0;
  return pieces(text, marks).map(({ text: words, mark }) => {
    const start = end;
    end += words.length;
    const inside = changes.filter((change) => change.start < end && change.end > start);
    const shifted = inside.map((change) => ({ ...change, start: Math.max(change.start - start, 0), end: Math.min(change.end - start, words.length) }));
    return { mark, parts: pieces(words, shifted).map(({ text: part, mark: change }) => ({ text: part, change })) };
  });
}

/** True for the marks that are framed while their item is open: all of a measure's would be the whole paragraph. @param {Mark} mark @param {string | null} item */
export const isCurrent = (mark, item) => mark.item === item && (mark.kind === "target" || mark.kind === "title" || mark.doubtful);

/** Returns the lines to frame where the open item has no mark of its own to frame. @param {{ number: number, marks: Mark[] }[]} lines @param {string | null} item */
export const framed = (lines, item) => (item === null || lines.some((line) => line.marks.some((mark) => isCurrent(mark, item)))
  ? [] : lines.filter((line) => line.marks.some((mark) => mark.item === item)).map((line) => line.number).slice(0, 1));
