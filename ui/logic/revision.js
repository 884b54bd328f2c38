// @ts-check
// What differs between two wordings of a field, so that a change within a long text can be seen.

/** @typedef {{ kind: "same" | "out" | "in", text: string }} Part */

/** Texts up to this length are shown whole, before and after. */
const SHORT = 12;
/** Above this many pieces what differs is not looked for in detail. */
const LONG = 1500;

/** Returns the parts of a changed text: the same, taken away, put in; numbers and words of letters stay whole. @param {string} before @param {string} after @returns {Part[]} */
export function parts(before, after) {
  const old = pieces(before), now = pieces(after);
  const brief = before.length <= SHORT && after.length <= SHORT;
  const found = brief || old.length > LONG || now.length > LONG ? whole(before, after) : merged(compared(old, now));
  const same = found.filter((part) => part.kind === "same").reduce((sum, part) => sum + part.text.length, 0);
  // Crumbs in common say less than both wordings whole.
  const shown = same * 2 < Math.min(before.length, after.length) ? whole(before, after) : found;
  return shown.map((part) => (part.kind === "same" ? { ...part, text: short(part.text) } : part));
}

const pieces = (/** @type {string} */ text) => text.match(/[0-9.]+|[A-Za-z]+|[^]/gu) ?? [];

/** @param {string} before @param {string} after @returns {Part[]} */
const whole = (before, after) => /** @type {Part[]} */ ([{ kind: "out", text: before }, { kind: "in", text: after }]).filter((part) => part.text !== "");

/** Compares piece by piece, along the longest sequence both have. @param {string[]} old @param {string[]} now @returns {Part[]} */
function compared(old, now) {
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  for (let a = old.length - 1; a >= 0; a--) for (let b = now.length - 1; b >= 0; b--)
    common[a * width + b] = old[a] === now[b] ? common[(a + 1) * width + b + 1] + 1 : Math.max(common[(a + 1) * width + b], common[a * width + b + 1]);
  /** @type {Part[]} */
  const found = [];
  let a = 0, b = 0;
  while (a < old.length || b < now.length) {
    if (a < old.length && b < now.length && old[a] === now[b]) found.push({ kind: "same", text: now[(a++, b++)] });
    else if (b >= now.length || (a < old.length && common[(a + 1) * width + b] >= common[a * width + b + 1])) found.push({ kind: "out", text: old[a++] });
    else found.push({ kind: "in", text: now[b++] });
  }
  return found;
}

/** Joins neighbours of one kind; between two changes what is taken away stands before what is put in. @param {Part[]} found @returns {Part[]} */
function merged(found) {
  /** @type {Part[]} */
  const joined = [];
  for (let at = 0; at < found.length;) {
    const end = found.findIndex((part, n) => n >= at && (part.kind === "same") !== (found[at].kind === "same"));
    const run = found.slice(at, end < 0 ? found.length : end);
    for (const kind of /** @type {const} */ (["same", "out", "in"])) {
      const text = run.filter((part) => part.kind === kind).map((part) => part.text).join("");
      if (text) joined.push({ kind, text });
    }
    at += run.length;
  }
  return joined;
}

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
