// @ts-check
// What differs between two wordings of a field, so that a change within a long text can be seen.

/**
 * Returns the parts of a changed text: the same, taken away, put in. What both begin and end with is the same.
 * @param {string} before @param {string} after
 * @returns {{ kind: "same" | "out" | "in", text: string }[]}
 */
export function parts(before, after) {
  const old = [...before], now = [...after];
  let start = 0, end = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  // Half a number or a short agreement in between says less than both wordings whole.
  if (start + end < Math.min(old.length, now.length) / 2) (start = 0), (end = 0);
  while (start > 0 && isDigit(old[start - 1])) start--;
  while (end > 0 && isDigit(old[old.length - end])) end--;
  const text = (/** @type {string[]} */ from, /** @type {number} */ a, /** @type {number} */ b) => from.slice(a, b).join("");
  /** @type {{ kind: "same" | "out" | "in", text: string }[]} */
  const found = [
    { kind: "same", text: text(now, 0, start) }, { kind: "out", text: text(old, start, old.length - end) },
    { kind: "in", text: text(now, start, now.length - end) }, { kind: "same", text: text(now, now.length - end, now.length) },
  ];
  return found.filter((part) => part.text !== "").map((part) => (part.kind === "same" ? { ...part, text: short(part.text) } : part));
}

const isDigit = (/** @type {string} */ c) => /[0-9.]/.test(c ?? "");

const CONTEXT = 24;

/** Returns the ends of what is the same: enough to find the place by. @param {string} text */
const short = (text) => ([...text].length > 2 * CONTEXT + 4 ? `${[...text].slice(0, CONTEXT).join("")}……${[...text].slice(-CONTEXT).join("")}` : text);

/** Returns the keys of what is taken over unless a person says otherwise: all that is new or changed; nothing is taken away unasked. @param {import("../types/api").Revision} revision */
export const suggested = (revision) => revision.changes.filter((change) => change.kind !== "gone" && !change.blocked).map((change) => change.key);

/** Returns how many of each kind are taken. @param {import("../types/api").Revision} revision @param {string[]} take */
export function tally(revision, take) {
  const count = { new: 0, changed: 0, gone: 0 };
  for (const change of revision.changes) if (take.includes(change.key)) count[change.kind] += 1;
  return { ...count, left: revision.changes.length - take.length };
}
