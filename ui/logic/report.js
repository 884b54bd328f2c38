// @ts-check
// Templates as texts: where a place goes.

/**
 * Returns a text with a place in it where the caret is, and where the caret stands then. What fills lines of its own gets a line.
 * @param {string} text @param {number} from @param {number} to @param {{ name: string, alone: boolean }} place
 */
export function placed(text, from, to, { name, alone }) {
  const before = text.slice(0, from), after = text.slice(to);
  const put = alone ? `${before === "" || before.endsWith("\n") ? "" : "\n"}${name}${after === "" || after.startsWith("\n") ? "" : "\n"}` : name;
  return { text: before + put + after, caret: from + put.trimEnd().length };
}

/** Returns the widths of a table's columns in per cent, from their shares. @param {number[]} shares */
export function widths(shares) {
  const sum = shares.reduce((sum, share) => sum + share, 0) || 1;
  return shares.map((share) => `${Math.round((share * 1000) / sum) / 10}%`);
}
