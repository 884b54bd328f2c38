// @ts-check
// Rows of a table made elsewhere, sorted by what a person has to do about them.

/**
 * @typedef {import("../types/api").ForeignRow} Row
 * @typedef {import("../types/api").RowOutcome} RowOutcome
 * @typedef {"" | "ask" | "none" | "taken" | "other"} Group
 */

/** In this order rows are listed: those that ask for something first. @type {RowOutcome[]} */
const ORDER = ["likely", "unclear", "unknown", "given", "skipped", "sure", "blank", "section", "total", "header"];

/** @type {Record<RowOutcome, Exclude<Group, "">>} */
const GROUPS = {
  likely: "ask", unclear: "ask", unknown: "none", given: "taken", sure: "taken", skipped: "other", blank: "other", section: "other", total: "other", header: "other",
};

/** Returns the rows of a group, those that ask first, else in the table's order. @param {Row[]} rows @param {Group} group */
export const listed = (rows, group) => ORDER.flatMap((outcome) => (group === "" || GROUPS[outcome] === group ? rows.filter((row) => row.outcome === outcome) : []));

/** Returns how many rows each group has. @param {Row[]} rows @returns {Record<Group, number>} */
export function counted(rows) {
  const counts = { "": rows.length, ask: 0, none: 0, taken: 0, other: 0 };
  for (const row of rows) counts[GROUPS[row.outcome]] += 1;
  return counts;
}

/** Returns a row's own name among all. @param {Row} row */
export const rowKey = (row) => `${row.sheet}!${row.row}`;

/** Returns true if a person can say what the row means. @param {Row} row */
export const asks = (row) => ["likely", "unclear", "unknown", "given", "skipped", "sure"].includes(row.outcome);

/** Returns the choices of a row, those it may mean first. @param {Row} row @param {import("../types/api").ForeignChoice[]} choices @param {{ measureNote: string, perhaps: string, leave: string }} t */
export function options(row, choices, t) {
  const likely = row.candidates.map((item) => item.id);
  const ranked = [...choices.filter((one) => likely.includes(one.id)).sort((a, b) => likely.indexOf(a.id) - likely.indexOf(b.id)), ...choices.filter((one) => !likely.includes(one.id))];
  const option = (/** @type {import("../types/api").ForeignChoice} */ one) => ({
    value: one.id, text: one.name, keys: one.keys, note: `${likely.includes(one.id) ? t.perhaps : ""}${one.measure ? t.measureNote : one.number}`,
  });
  return [...ranked.map(option), { value: "", text: t.leave, note: "", keys: t.leave }];
}
